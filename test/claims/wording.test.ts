import { describe, expect, test } from 'vitest'
import { read } from './read-text.ts'

/** The names of a text's open claims. */
const namesIn = async (text: string): Promise<string[]> =>
  (await read(`Summary\n\n${text}`)).claims.filter(({ type }) => type === 'STATES').map(({ name }) => name)

const TABLES: Record<string, readonly (readonly [text: string, ...names: string[]])[]> = {
  'a passive is told as one, its doer last': [
    ['The bridge was painted by two brothers.', 'The bridge was painted by two brothers'],
    ['The park was paid for by the Larsen Fund.', 'The park was paid for by Larsen Fund'],
    ['The song was praised by critics and by Radio Norte.', 'The song was praised by critics and by Radio Norte'],
    [
      'A ship chartered by Halden Foods reached the island.',
      'A ship was chartered by Halden Foods',
      'A ship chartered by Halden Foods reached the island',
    ],
  ],
  'a day, a share and a manner do nothing': [
    ['The roof will be repaired by Friday morning.', 'The roof will be repaired by Friday morning'],
    ['The budget was cut by a third.', 'The budget was cut by a third'],
    ['The tomb was emptied by mistake.', 'The tomb was emptied by mistake'],
  ],
  'what the verb needs is told with it': [
    ['The panel found the offer too low.', 'The panel found the offer too low'],
    ['Critics called the film a disaster.', 'Critics called the film a disaster'],
    ['The bank offered $9 million to rebuild the school.', 'The bank offered $9 million to rebuild the school'],
    ['Villagers lent the nurse a horse.', 'Villagers lent the nurse a horse'],
  ],
  'the whole verb is told, with how sure it is': [
    ['The baker has agreed to close the shop.', 'The baker has agreed to close the shop'],
    ['Visitors usually leave the park by noon.', 'Visitors usually leave the park by noon'],
    ['The dam nearly burst on Friday.', 'The dam nearly burst on Friday'],
    ['Engineers have yet to inspect the tunnel.', 'Engineers have yet to inspect the tunnel'],
    ['Prices are forecast to rise in May.', 'Prices are forecast to rise in May'],
    ['The farmers were unable to sell the wheat.', 'The farmers were unable to sell the wheat'],
  ],
  'what is only to be proved or stands beside a plan': [
    ['The firm must prove that the bakers painted the hall.', 'the bakers (conditional) painted the hall'],
    [
      'The choir will sing in the old hall, where the lamps hang low.',
      'The choir will sing in the old hall',
      'the lamps hang low in the old hall',
    ],
    ['Ida Holm called the song a disgrace after being asked twice.', 'Ida Holm called the song a disgrace'],
  ],
  'who a verb is of is told by what it means': [
    [
      'The board of governors acted after Ofcal, the exams regulator, passed on a letter from two teachers.',
      'Ofcal passed on a letter from two teachers',
      'Ofcal is the exams regulator',
    ],
    [
      'A study of 900 children, published in Airways, was long.',
      'A study of 900 children was long',
      'A study of 900 children was published in Airways',
    ],
    [
      'The coach said the rain was heavy and refused to shake hands.',
      'The coach refused to shake hands',
      'the rain was heavy',
    ],
    [
      'Rosa Pell said: “We have had our seed checked every year.”',
      "We [Rosa Pell] have had our [Rosa Pell's] seed checked every year",
      "our [Rosa Pell's] seed was checked every year",
    ],
    ['Ida Holm was caught, charged and held for 17 days.', 'Ida Holm was held for 17 days', 'Ida Holm was caught'],
    [
      'Peru is halfway through a rebuilding of its railways costing 80 million dollars.',
      'Peru is through a rebuilding of its railways costing 80 million dollars',
      "a rebuilding of Peru's railways costs 80 million dollars",
    ],
    ['Ida Holm stole every scene he was in.', 'Ida Holm stole every scene he was in'],
    ['Campaigners from Save Our Lake said the water was cold.', 'the water was cold'],
  ],
  'what is denied says so once': [
    ['The bank is no longer selling loans.', 'The bank is no longer selling loans'],
    ['Villagers were warned not to drink the water.', 'Villagers were warned not to drink the water'],
    ['The spokesman denied that the firm had not paid the nurses.', 'the firm (denied) had not paid the nurses'],
    ['The spokesman denied that the firm had paid the nurses.', 'the firm (denied) had paid the nurses'],
    ['No lamps were damaged in the move.', 'No lamps were damaged in the move'],
    ['The senator voted against raising the tax.', 'The senator voted against raising the tax'],
  ],
  'a participle or an infinitive becomes a verb of its own': [
    ['The choir crossed Japan, selling 9,000 records.', 'The choir crossed Japan', 'The choir sold 9,000 records'],
    ['The union asked the guests to raise wages.', 'the guests should raise wages'],
    [
      'A cake known as brunsviger cost 4 euros.',
      'A cake is known as brunsviger',
      'A cake known as brunsviger cost 4 euros',
    ],
  ],
  'what is being done is not done yet': [
    [
      'A hall being painted by Rui Pinto caught fire.',
      'A hall was being painted by Rui Pinto',
      'A hall being painted by Rui Pinto caught fire',
    ],
    [
      'The play, which is due to open in May, cost 3 million euros.',
      'The play is due to open in May',
      'The play cost 3 million euros',
    ],
    ['The lamps are to arrive in May.', 'The lamps are to arrive in May'],
  ],
  'of many it is told in the plural': [
    [
      'Two pupils taught in Welsh climbed the hill.',
      'Two pupils taught in Welsh climbed the hill',
      'Two pupils were taught in Welsh',
    ],
    [
      'A pupil taught in Welsh climbed the hill.',
      'A pupil taught in Welsh climbed the hill',
      'A pupil was taught in Welsh',
    ],
  ],
  'a share is as many as what it is of': [
    ['Some 98 percent of lamps were painted in May.', 'Some 98 percent of lamps were painted in May'],
    [
      'Oslo painted half of the lamps sold in Porto.',
      'Oslo painted half of the lamps sold in Porto',
      'the lamps were sold in Porto',
    ],
  ],
  'who speaks of himself is named': [['“I admire the choir,” said Ida Holm.', 'Ida Holm admires the choir']],
  'whose it is stands in place of a pronoun': [
    ['Norvik Systems lost money. Its shares fell 3%.', 'Norvik Systems lost money', "Norvik Systems' shares fell 3%"],
    ['“We lost everything,” said Ida Holm.', 'We [Ida Holm] lost everything'],
  ],
  'only a sentence begins with a capital': [
    ['The mayor teased the choir. The bells woke the mayor.', 'The mayor teased the choir', 'The bells woke the mayor'],
    ['Swiss bakery Ruoti moved to Ghent.', 'Ruoti moved to Ghent', 'Ruoti is a Swiss bakery'],
  ],
  'titles and descriptions': [
    ['Farmer Nora Pell opened the letter.', 'Nora Pell is a farmer', 'Nora Pell opened the letter'],
    ['Dr Nora Pell opened the letter.', 'Nora Pell opened the letter'],
    ['Dana Cole, a farmer from Porto, left the room.', 'Dana Cole is a farmer from Porto', 'Dana Cole left the room'],
    ['Ida Holm thanked her grandmother.', 'Ida Holm thanked her grandmother'],
    ['Helsingborg, Sweden, cheered the sailors.', 'Helsingborg cheered the sailors'],
    ['Shops in Ghent, the oldest harbour, closed early.', 'Ghent is the oldest harbour', 'Shops in Ghent closed early'],
  ],
  'who a description is of': [
    ['Ida Holm is a baker who paints boats.', 'Ida Holm is a baker', 'Ida Holm paints boats'],
    [
      'Ida Holm, a baker who paints boats, teased the choir.',
      'Ida Holm is a baker',
      'Ida Holm paints boats',
      'Ida Holm teased the choir',
    ],
    [
      'The promise of lower taxes that was made in May cheered the bakers.',
      'The promise of lower taxes that was made in May cheered the bakers',
      'The promise of lower taxes was made in May',
    ],
  ],
  "a participle that looks like the sentence's own verb": [
    ['Pupils sent to the mill found a lamp.', 'Pupils were sent to the mill', 'Pupils sent to the mill found a lamp'],
    ['The choir is due to return two lamps.', 'The choir is due to return two lamps'],
  ],
  'a clause that tells which stays with its noun': [
    [
      'The lamps that the choir bought cost 90 euros.',
      'the choir bought the lamps',
      'The lamps that the choir bought cost 90 euros',
    ],
    ['The lamps, which the choir bought, cost 90 euros.', 'the choir bought the lamps', 'The lamps cost 90 euros'],
  ],
  'what a relative clause leaves to "where" is told': [
    [
      'The valley, where two mills were flooded, is quiet.',
      'two mills were flooded in the valley',
      'The valley is quiet',
    ],
  ],
  'a past tense is not joined to an infinitive, nor a report to what it reports': [
    ['The tenor refused to sing and called a friend.', 'The tenor called a friend'],
    [
      'Inspectors said the hall had been cleaned but noted that mice ate the curtain.',
      'the hall had been cleaned',
      'mice ate the curtain',
    ],
  ],
  'what somebody is believed to be is not who did it': [
    [
      'The bell, believed to be the first cast by a woman, cracked in May.',
      'The bell was believed to be cast by a woman',
      'The bell cracked in May',
    ],
  ],
  'verbs that the corpora do not have in the past': [
    [
      'The firm is accused of misleading its guests.',
      'The firm is accused of misleading its guests',
      'The firm (alleged) misled its guests',
    ],
  ],
  'who is quoted is no "it"': [['"It hurts," said the firm\'s director.']],
  'a comparison keeps what it compares with': [
    ['The bridge will cost twice as much as planned.', 'The bridge will cost twice as much as planned'],
  ],
  'what is dismissed is denied, what is said of a report is not': [
    [
      'The mayor dismissed a report that the zoo would close the pool as nonsense.',
      'the zoo (denied) would close the pool',
    ],
  ],
  'what a preposition behind the verb is of comes first': [
    [
      'Friday was the day the town had been waiting for since May.',
      'the town had been waiting for the day since May',
      'Friday was the day the town had been waiting for since May',
    ],
  ],
  'what was told before is no description': [
    ['Critics praised the choir, a claim that the conductor rejected.', 'Critics praised the choir'],
  ],
  'possessives say nothing by themselves': [
    ["Sunday's vote in Peru's capital was calm.", "Sunday's vote in Peru's capital was calm"],
  ],
  'amounts and dates are told whoever has them': [
    ['It was closed in 2019.', 'It was closed in 2019'],
    ['Its 14 lamps shine.', 'Its 14 lamps shine'],
    ['There are 40 kinds of apple in the orchard.', '40 kinds of apple are in the orchard'],
    ['Dead are 14 miners.', '14 miners are dead'],
    ['On the quay stood 12 cranes.', '12 cranes stood on the quay'],
    ['There are kinds of apple in the orchard.'],
  ],
  'nothing is told of somebody the name cannot say': [
    ['It was closed again.'],
    ['Its lamps shine.'],
    ['Ministers asked whether the bank had sold the gold.'],
    ['Each costs 3 dollars.'],
    ['This could save lives.'],
    ['Every family that had lost a home wept loudly.', 'Every family that had lost a home wept loudly'],
    ['Firms that hold data must pay a fee.', 'Firms that hold data must pay a fee'],
  ],
}

describe.each(Object.entries(TABLES))('%s', (_name, table) => {
  test.each(table)('%s', async (text, ...names) => {
    expect((await namesIn(text)).sort()).toEqual(names.sort())
  })
})
