import { describe, expect, test } from 'vitest'
import { read } from '../claims/read-text.ts'
import { marked } from '../support/marked.ts'

/** Whom the phrase in brackets means; null where nobody named is meant. */
const TABLE: Readonly<Record<string, readonly (readonly [text: string, meant: string | null])[]>> = {
  'what stands beside a name is who has it': [
    ['The dam’s [operator], Savanna Hydro, paid in May.', 'organization:savanna-hydro'],
    ['The mine’s [owner], the Chilean group Andes Cobre, pays well.', 'organization:andes-cobre'],
    ['[His rival], former mayor Elena Petrescu, lost.', 'person:elena-petrescu'],
    ['[The head] of the Norwegian Food Authority, Kari Moe, resigned.', 'person:kari-moe'],
    ['Yaw Darko met Oman’s envoy in May. The [ministry’s spokesman], Karim Nouri, left.', 'person:karim-nouri'],
  ],
  'a noun for somebody new or for an office is nobody who is not called so': [
    ['Ole Brandt spoke first. [A spokesman] for the union disagreed.', null],
    ['Vernon Lacey drank from the creek. [The head] of the agency was tired.', null],
    ['Kirsten Aagaard, a nurse, met Ole Brandt, the arbiter. [The arbiter] wept.', 'person:ole-brandt'],
  ],
  'a number is nobody': [['Madrid speaks of [15,000], Lisbon of 11,000.', null]],
  'what happened is nobody': [
    ['Iran seized a tanker. “[This] is a crime,” said Carla Jensen.', null],
    ['Fjordkredit made an offer. “[It] is a fair price,” Kirsten Aagaard said.', null],
  ],
  'beside one verb stand two': [
    ['Salim bin Nasser met Paolo Ferri. Ferri said he would ask [him] for help.', 'person:salim-bin-nasser'],
  ],
  'the one whom the first sentences speak of is named later': [
    [
      '[A former mayor of Port Ellery] was jailed on Friday. Gerald Pruitt was elected mayor in 2014.',
      'person:gerald-pruitt',
    ],
    [
      'Ex-mayor jailed\n\n[A former mayor of Port Ellery] was sentenced to seven years in prison. Gerald Pruitt was elected mayor in 2014.',
      'person:gerald-pruitt',
    ],
    ['A [nurse] fell ill on Friday. Gerald Pruitt, a surgeon, and Anna Berg, a pilot, were freed.', null],
  ],
  'where it happened is not what happened': [
    ['A storm hit Ireland on Friday. [It] left homes without power.', 'event:storm'],
  ],
  'it is what its verb takes': [
    ['The Brandt Museum put the value of the sheet at 2 million euros. [It] had been lent to a school.', null],
    ['Norvik Air bought a hangar in Graz. [It] employs 300 people.', 'organization:norvik-air'],
    ['The Kestrel Fund gave the Brandt Museum a jug. [It] had been stolen in 1944.', null],
    ['Halden Bank sold a villa. Storms damaged [its] roof.', null],
    ['Halden Bank sold a villa in May. [Its] chief executive resigned.', 'organization:halden-bank'],
  ],
  'a part is of what was counted': [
    ['Oslo Bank named inspectors. They found three cracks, the longest of [them] in Graz.', null],
    ['Halden Bank will cut 600 jobs, two thirds of [them] in Graz.', null],
  ],
  'what is it is not they': [
    ['The union Varna said it had been told of the cuts an hour before [they] were announced.', null],
  ],
  'whoever is spoken to is nobody spoken of': [
    ['“When [you] are two goals up, stay cold,” Ole Brandt said.', null],
    ['Salim bin Nasser left. “[You] may think so,” Kirsten Aagaard told the jury.', null],
  ],
  'what is known as an organisation is no government, and a jury no firm': [
    ['The Red Cross counted the tents. [The government] had promised houses.', null],
    ['A jury heard of Varne Marine, a dredging company. [The firm] closed in 2021.', 'organization:varne-marine'],
  ],
  'what a clause around is about': [
    [
      'Olav Hjelm died in 2004. He was a baker. Ole Brandt signed the chart that made [him] famous.',
      'person:ole-brandt',
    ],
  ],
  'nobody owns himself, and nobody who is quoted is he or she': [
    ['Ole Brandt wrote that [her] Tosca was cold.', null],
    ['“I am tired,” Elena Salas said. “My husband called his mother and told [her] that we would not come.”', null],
  ],
  'whoever the sentence before brings': [
    [
      'Petros Lamas wrote to the ministry. A 57-year-old man was arrested. [He] is to appear in court.',
      'person:57-year-old-man',
    ],
  ],
  'what somebody is for good': [
    ['Nadia Ferro pours the tea. [The soprano] will retire.', 'person:nadia-ferro'],
    ['Nadia Ferro was fined on Friday. [The judge] wept.', null],
  ],
  'a headline is no apposition': [
    ['Mayor: no decision on [tram line]\n\nThe mayor, Tomas Reuter, insisted that it is open.', null],
  ],
  'a native of a country': [
    ['Stefan Brandt was sent off. “We lost,” [the German] said.', 'person:stefan-brandt'],
    ['Stefan Brandt was sent off. “We lost,” [the French] said.', null],
  ],
  'it may mean nothing': [
    ['Halden Bank met investors on Friday. [It] is feared that shares will fall.', null],
    ['Halden Bank closed its branch in Graz. [It] rained.', null],
    ['Halden Bank asked for a loan. [It] took three weeks to get one.', null],
  ],
  'where a report was sent from is not what it is about': [
    ['PORT ARDEN, July 9 (Harbour News) — A rumour spread on Tuesday. [It] had begun at noon.', null],
  ],
  'a lender is based in one place': [
    [
      'Oster Bank, a Dutch lender, met Brennick Bank. [The Leeds-based lender] will pay in cash.',
      'organization:brennick-bank',
    ],
  ],
  'a clause that says who did something goes on with that person': [
    ['The prosecutor, Anita Rao, thanked a nurse, who wept as [she] read.', null],
  ],
  'of somebody spoken for the words speak': [
    ['Elena Salas met Nina Roth. Roth will sue the bank, [her] lawyer said.', 'person:nina-roth'],
    [
      'The deputy, Yaw Darko, denied that Karim Nouri would be banned. “Nobody asked for that,” [he] said.',
      'person:yaw-darko',
    ],
    [
      'Police chief Yaw Darko said the driver, Karim Nouri, had fled. He said [the man] was armed.',
      'person:karim-nouri',
    ],
    ['Lars Holm met Ole Brandt. “[He] will win,” Brandt said.', 'person:lars-holm'],
  ],
  'of two of a family the one whom the text speaks of, or nobody': [
    ['Letitia James met Ole Brandt. James said [she] would sue.', 'person:letitia-james'],
  ],
  'a phrase in front of its subject': [
    ['In [her] speech, Anna Berg praised the firemen.', 'person:anna-berg'],
    ['After [he] resigned, Lars Holm moved to Oslo.', 'person:lars-holm'],
  ],
  'a description is of what the text calls so, or of what its name says it is': [
    ['Anna Berg works for Talvik Bank in Oslo. She sued [the lender] in May.', 'organization:talvik-bank'],
    ['Talvik, a brewer, has sold Nordby to Kelso Airways. [The carrier] paid in cash.', 'organization:kelso-airways'],
    ['Talvik, a brewer, has sold Nordby to Kelso Airways. [The museum] reopens in May.', 'facility:museum'],
    ['The Halvard Star, a ferry, left Bergen on Monday. [The 80-metre vessel] sank.', 'vessel:halvard-star'],
    ['Lars Holm, who founded Talvik, sued Ole Brandt. [The founder] lost.', 'person:lars-holm'],
    ['Lars Holm shot Ole Brandt in Bergen. Police said [the victim] was a nurse.', 'person:ole-brandt'],
    ['The finance minister, Lars Holm, met Ole Brandt. [The interior minister] did not come.', null],
    ['The town of Orsk lies near Kelso. [The town] has a mine.', 'place:orsk'],
    ['A new drug, called Zovarin, helps. Doctors like [the medicine].', 'work:zovarin'],
  ],
  'by age, and by what is said of parents': [
    ['The grower Hattie Penfold lost her crop. [The 52-year-old] had planted it.', 'person:hattie-penfold'],
    ['Rosa Pell, 44, met Ann Dole, 31. [The 44-year-old] wept.', 'person:rosa-pell'],
    ['Ruth Abiola sued the clinic in Bergen. [The mother] of two could not walk.', 'person:ruth-abiola'],
  ],
  'by country, where one alone may be meant': [
    ['Coach Pavel Novotny left Teplice. [The Czech] had won a cup.', 'person:pavel-novotny'],
    ['Australian swimmer Bree Callaghan won in Osaka. [The Australian] led at once.', 'person:bree-callaghan'],
    ['Kofi Mensah beat Luis Araya in Santiago. [The Chilean] had led.', null],
  ],
  'by what is done and suffered': [
    [
      'Olten Bank lent 90 million euros to the developer Castlemere. [The borrower] missed a payment.',
      'organization:castlemere',
    ],
    ['Gareth Rudd was jailed in Cardiff. [The defendant] wept.', 'person:gareth-rudd'],
    ['A bank bought a painting by Kitty Lange. [The painter] died in 1931.', 'person:kitty-lange'],
    ['Jan Klima sold a brewery to the firm Nordbier. [The new owner] is Danish.', 'organization:nordbier'],
  ],
  'by a post just given': [
    ['Polmarin named Danuta Wolska as chief executive. [The new boss] starts in May.', 'person:danuta-wolska'],
    ['Victor Lamas succeeded Ines Duarte as mayor. [The mayor] is an engineer.', 'person:victor-lamas'],
    ['Polmarin met Danuta Wolska in Oslo. [The new boss] did not come.', null],
  ],
  'by its trade, where nothing else is there that may be meant': [
    ['Velotrans raised its fares. [The haulier] owes wages.', 'organization:velotrans'],
    ['Velotrans raised its fares. [The bank] called in a loan.', null],
    ['Tarnwell Ltd was founded in 1911. [The family firm] makes saddles.', 'organization:tarnwell'],
    ['Chilean salmon farmer Austral Sur hired 350 people. [The company] has 1,900.', 'organization:austral-sur'],
  ],
  'not by what is of somebody else': [
    ['Mayor Clara Benitez opened the tram. [The mayor of Osorno] came too.', null],
    ['Judge Amal Haddad sentenced Brian Foyle. [The judge in the earlier trial] had let him go.', null],
    ['The union Portuaria and the union Estiba struck. [The union] wants more pay.', null],
  ],
  'a country by where it lies': [
    ['Estonia bought guns from Chad. [The Baltic state] paid at once.', 'country:estonia'],
    ['Chad bought guns. [The Baltic state] paid at once.', null],
    ['Malta joined the fund. [The island nation] pays little.', 'country:malta'],
    ['Latvia joined the fund. [The island nation] pays little.', null],
  ],
  'of two that came in together and are called alike none': [
    ['President Adama Keita met president Ali Sesay. [The president] smiled.', null],
    ['Victor Lamas succeeded Ines Duarte as mayor. [The mayor] smiled.', 'person:victor-lamas'],
    ['Tyrell Banks knocked out Ivan Gusev in Leeds. [The winner] smiled.', 'person:tyrell-banks'],
    ['Hugo Brandt was convicted of killing Ella Stone. [The killer] smiled.', 'person:hugo-brandt'],
    ['The Green Front won 14 seats. [The opposition party] won six.', null],
  ],
  'the one that the next sentence names': [
    ['[The 31-year-old] finished third. Tomas Riha had trained in Kenya.', 'person:tomas-riha'],
    ['[The airline] bought ten jets. KiwiJet is based in Perth.', 'organization:kiwijet'],
    ['[The mayor] opened a bridge. Leo Holm was born in Perth.', 'person:mayor'],
    ['[The exporter] pays the fee. Norvik Systems was founded in Perth.', null],
    ['[The company] bought a mine. Halden Foods said that shares fell.', 'organization:company'],
  ],
  'of two that fit equally well none is meant, nor what is only like another': [
    ['Talvik Bank and Kelso Bank agreed to merge. [The lender] declined to comment.', null],
    ['Talvik Bank has bought Nordby. [The combined bank] will be based in Oslo.', 'organization:combined-bank'],
    ['Talvik Bank has bought Nordby. [The company] that printed the notes is in Bergen.', 'organization:company'],
  ],
  'several are not the one whose name is in the plural': [
    [
      'Latvia met Norway. [The two countries] signed a pact that binds each of them. The United States was angry.',
      null,
    ],
  ],
  'who comes in anew is nobody a pronoun meant': [
    [
      'They were a Dutch woman and her pupil. [A nurse] at the clinic in Bergen told reporters so.',
      'person:nurse-at-the-clinic-in-bergen',
    ],
  ],
  'more than the one who speaks': [['“[We] wrote three letters,” Anna Berg said.', null]],
}

describe.each(Object.entries(TABLE))('%s', (_, rows) => {
  test.each(rows)('%s', async (source, meant) => {
    const { text, spans } = marked(source)
    const { mentions } = await read(text)
    const [{ start, end }] = spans as [{ start: number; end: number }]
    const found = mentions.filter(
      (mention) => mention.kind !== 'name' && mention.end === end && mention.start <= start && mention.entity,
    )
    expect(found.map(({ entity }) => entity!.split('~')[0])).toEqual(meant === null ? [] : [meant])
  })
})
