import { beforeAll, describe, expect, test } from 'vitest'
import { findMentions } from '../../src/mentions/find-mentions.ts'
import { documentOf, namingKit } from '../support/reader.ts'

/** "[Ana Ruiz]PERSON joined [Airbus]ORGANIZATION" → the text and its names. */
function typed(source: string): { text: string; names: string[] } {
  const names = [...source.matchAll(/\[([^\]]+)\]([A-Z_]+)/g)].map(([, name, type]) => `${name} ${type}`)
  return { text: source.replace(/\[([^\]]+)\][A-Z_]+/g, '$1'), names }
}

async function namesIn(text: string): Promise<string[]> {
  return findMentions(await documentOf(text), await namingKit())
    .filter(({ kind }) => kind === 'name')
    .map(({ text: name, type }) => `${name} ${type}`)
}

/** Sentences of fields no rule was written for: business, courts, sport, science, disasters, culture. */
const FIELDS: readonly string[] = [
  '[Siemens]ORGANIZATION will sell its motor unit to [Nidec]ORGANIZATION for 3.5 billion euros, [Roland Busch]PERSON said.',
  '[Lima]PLACE turned its losses into credit, and [Corvane]ORGANIZATION cut 300 jobs.',
  'Shares of [Volvo]ORGANIZATION fell in [Stockholm]PLACE after the truck maker cut its forecast.',
  '[Maria Lindqvist]PERSON was named chief executive of [Nordea]ORGANIZATION on Monday.',
  '[Carlsberg]ORGANIZATION closed its brewery in [Northampton]PLACE and moved the work to [Denmark]COUNTRY.',
  'The airline ordered 40 jets from [Airbus]ORGANIZATION, and [Lufthansa]ORGANIZATION may follow.',
  '[Tesco]ORGANIZATION named [Ken Murphy]PERSON as its new head.',
  'Regulators in [Brazil]COUNTRY fined [Petrobras]ORGANIZATION for the spill off [Rio de Janeiro]PLACE.',
  'A judge in [Manchester]PLACE sentenced [Peter Hollis]PERSON to nine years in prison.',
  'Prosecutors in [Munich]PLACE charged [Anna Weber]PERSON with fraud.',
  '[Daniel Okafor]PERSON denied all charges when he appeared before the court in [Lagos]PLACE.',
  'The lawyer for [Julia Brandt]PERSON said that [Berlin]PLACE police had lost the file.',
  '[Arsenal]ORGANIZATION signed [Luca Moretti]PERSON from [Juventus]ORGANIZATION for 40 million pounds.',
  '[Sofia Karlsson]PERSON won the 10 km race in [Oslo]PLACE ahead of [Therese Johaug]PERSON.',
  'Coach [Mikel Santos]PERSON left [Valencia]ORGANIZATION after two defeats.',
  '[Kenya]COUNTRY beat [Ethiopia]COUNTRY in the relay.',
  'The telescope of the [European Space Agency]ORGANIZATION found water vapour, [Carla Rossi]PERSON said.',
  'Researchers at [Stanford University]ORGANIZATION trained the model with [Google]ORGANIZATION.',
  '[NASA]ORGANIZATION delayed the launch from [Cape Canaveral]PLACE because of wind.',
  'The vaccine made by [Moderna]ORGANIZATION protected patients in [South Africa]COUNTRY.',
  '[Rosalind Chen]PERSON of [Harvard University]ORGANIZATION led the study.',
  'A magnitude 6.1 earthquake shook [Izmir]PLACE on Friday, said the [US Geological Survey]ORGANIZATION.',
  'Floods killed 12 people in [Valencia]PLACE and cut the road to [Alicante]PLACE.',
  'Rescuers from [Mexico]COUNTRY arrived in [Guatemala City]PLACE.',
  'The ferry sank near [Zanzibar]PLACE with 300 people on board.',
  '[Greenpeace]ORGANIZATION said the fire near [Athens]PLACE was set on purpose.',
  '[Finland]COUNTRY joined [NATO]ORGANIZATION in 2023.',
  'The [World Health Organization]ORGANIZATION sent doctors to [Kinshasa]PLACE.',
  'Novelist [Ian McEwan]PERSON read from his new book in [Edinburgh]PLACE.',
  '[Emma Thompson]PERSON plays the queen in the film.',
  'The singer [Rosalia Vila]PERSON will open the festival in [Barcelona]PLACE.',
  '[Angela Merkel]PERSON met [Emmanuel Macron]PERSON in [Strasbourg]PLACE.',
  'President [Vladimir Putin]PERSON flew to [Kazan]PLACE.',
  'Mr [Collins]PERSON said that he would not resign.',
  'Voters in [Ohio]PLACE and [Michigan]PLACE will decide, said [Laura Kelly]PERSON.',
  'Its spokeswoman, [Kang Mi-ran]PERSON, said so.',
  'The Swede beat a young Dane, said [Claire Dane]PERSON of [Dane County]PLACE.',
  '"We lost 2,000 sons," its spokeswoman, [Kang Mi-ran]PERSON, said.',
  'A [Putin]PERSON-led party won in [Kazan]PLACE.',
  '[Kim Jong Un]PERSON met [Aleksandr Matsegora]PERSON in [Pyongyang]PLACE.',
  'The [Korean Central News Agency]ORGANIZATION reported the visit.',
  'Troops held the city of [Kursk]PLACE.',
  'The [Foreign Ministry]GOVERNMENT rejected the report.',
  '[Ivan Petrov]PERSON, 34, works as a nurse in [Sofia]PLACE.',
  'The bank moved its office from [London]PLACE to [Frankfurt]PLACE.',
  '[Toyota]ORGANIZATION and [Honda]ORGANIZATION will share a plant in [Ohio]PLACE.',
]

describe('names in fields no rule was written for', () => {
  const missed: string[] = []
  const invented: string[] = []
  let expected = 0

  beforeAll(async () => {
    for (const source of FIELDS) {
      const { text, names } = typed(source)
      const found = await namesIn(text)
      expected += names.length
      missed.push(...names.filter((name) => !found.includes(name)))
      invented.push(...found.filter((name) => !names.includes(name)))
    }
  })

  test('nine of ten are found whole and with their type', () => {
    expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(expected / 10)
  })
  test('hardly any is invented', () => {
    expect(invented.length, invented.join('; ')).toBeLessThanOrEqual(expected / 10)
  })
})

describe('the name without what stands around it', () => {
  test.each([
    ['Russian Ambassador [Aleksandr Matsegora]PERSON left.', 'a title before it'],
    ['He praised [Russia]COUNTRY’s army.', 'an owner’s ending'],
    ['The [United Nations]ORGANIZATION met in [Geneva]PLACE.', 'an article'],
    ['The [Korean People’s Army]MILITARY_UNIT marched.', 'an apostrophe inside'],
    ['They signed the [Treaty of Lisbon]AGREEMENT in 2007.', 'a type by its first word'],
    ['The [11th Corps]MILITARY_UNIT fought there.', 'a numbered unit'],
    ['Judge [Lea Moss]PERSON of the [U.S. District Court]GOVERNMENT agreed.', 'a country that is part of it'],
    ['The Ukrainian [General Staff]MILITARY_UNIT denied it.', 'a country that is not'],
    ['The strike by the union [Unison]ORGANIZATION went on.', 'a common noun before it'],
    ['[Dean Fowler]PERSON left.', 'a given name that is also a title'],
    ['She flew from [Tucson]PLACE [Arizona]PLACE to [Boise]PLACE.', 'a state behind a town'],
    ['The [Treaty on Open Skies]AGREEMENT has ended.', 'what opens an agreement'],
    [
      '[Hurricane Imelda]EVENT reached [Cuba]COUNTRY, and [Imelda]EVENT then turned north.',
      'a storm and its short name',
    ],
    ['The [Storm Brigade]MILITARY_UNIT marched.', 'a unit that begins like a storm'],
    ['Divers found the wreck of the [Ellen Moore]VESSEL.', 'a ship with a person’s name'],
    ['The chipmaker [Dorval]ORGANIZATION cut jobs in [Ghent]PLACE.', 'the noun before it'],
    ['Shares of [Lindauer Group]ORGANIZATION fell. [Lindauer]ORGANIZATION cut its forecast.', 'a company’s short name'],
    ['The [3rd Guards Brigade]MILITARY_UNIT fled to [Lviv]PLACE.', 'the number of a unit'],
    ['The [Fair Rents Bill]AGREEMENT was passed on Monday.', 'a law in capitals'],
    ['She wrote “The [Siege of the Mill]WORK” in 1987.', 'a title in quotation marks'],
    ['Members of the [GMB]ORGANIZATION union met in [Leeds]PLACE.', 'the noun behind it'],
    ['Minister of Defence [Hazem Adler]PERSON resigned.', 'an office before it'],
    ['[Queen Maud]PERSON died in [London]PLACE.', 'how a ruler is called'],
    ['The court cited [Doyle v. Harrow]EVENT on Tuesday.', 'a case'],
    [
      'The [Battle of Marengo]EVENT was long. Soldiers died in [Marengo]PLACE, and the rest left [Marengo]PLACE in June.',
      'a battle and its place',
    ],
    ['The inquiry by the [Air Safety Commission]ORGANIZATION took a year.', 'its last word'],
    ['[Calder Maritime Museum]FACILITY to Honor ‘Lost Crews’', 'what it is to do, in a headline'],
    ['Families Mourn the Dead of the “Long Northern Patrols”', 'quoted words of a headline'],
    ['Two men died on the [Kharkiv]PLACE front in May.', 'a common noun behind a place'],
    ['The [Mercer Report]WORK was printed in [Leeds]PLACE.', 'its last word, of a work'],
    ['The [Red Cross]ORGANIZATION and [Doctors Without Borders]ORGANIZATION sent boats.', 'two names joined by "and"'],
    ['The [Royal Maritime Museum]FACILITY in [Victoria]PLACE will keep it.', 'where it is'],
    ['She read from it at the [Merchant House]FACILITY in [London]PLACE.', 'the town behind it'],
    ['Tourists in [Peru]COUNTRY met farmers from [Northeast Asia]PLACE.', 'a direction that belongs to the name'],
    ['[Hale & Moss]ORGANIZATION opened an office in [Leeds]PLACE.', 'two names and a mark'],
    ['Labour Minister [Grace Mulenga]PERSON left.', 'what a minister is for'],
    ['The [Police Ombudsman]GOVERNMENT looked into it.', 'a word compounded to it'],
    ['The NGO [Dry Basin Watch]ORGANIZATION has sued.', 'an acronym that is a noun'],
    ['The navy seized the trawler [Fu Yuan 88]VESSEL in March.', 'the number of a ship'],
    ['The Galician trawler sank, said a Papuan who was aboard.', 'people of lands that are no states'],
    ['Curator [Marijke ten Broeke-Sluiter]PERSON said so.', 'small words inside a family name'],
    ["[Norway]COUNTRY's [Torbjørn Aas-Helgesen]PERSON will chair the board.", 'a double family name'],
    [
      "The [Irish Air Line Pilots' Association]ORGANIZATION and [Norway]COUNTRY's [Parat]ORGANIZATION union met.",
      'a country before a union',
    ],
    ['Seismologist [Jyrgal Sultanbek uulu]PERSON measured it.', 'a profession that begins a sentence'],
    ['The law firm [Haraldsen & Co]ORGANIZATION advised [Skandia]ORGANIZATION.', 'partners without names'],
    [
      '[Nguyen Bao Tram]PERSON won a prize. The ministry will award [Tram]PERSON the [Order of Labour]WORK.',
      'somebody and what is given',
    ],
    [
      "Fans came to [Tasman's Bay]PLACE. The [Tasman's Bay Rugby Union]ORGANIZATION said so.",
      'an owner inside a longer name',
    ],
    [
      'The [House of Representatives]GOVERNMENT met. The bill goes to the [House]GOVERNMENT in May.',
      'the word that says what a body is',
    ],
  ])('%s (%s)', async (source) => {
    const { text, names } = typed(source)
    expect(await namesIn(text)).toEqual(names)
  })

  test.each([
    'Russian troops advanced.',
    'The French cook left.',
    'It rained in the north.',
    'North Korean soldiers died.',
    'The South American envoys left.',
    'An AI model drew the picture.',
    'Voters chose on Sunday.',
    'New Hope For Old Miners\n\nThere is new hope for old miners.',
  ])('no name in: %s', async (text) => {
    expect(await namesIn(text)).toEqual([])
  })
})

describe('the type of a name by what the document says of it', () => {
  test.each([
    ['[Tarvex]ORGANIZATION shares fell 9 percent. [Tarvex]ORGANIZATION cut its forecast.', 'what it owns'],
    ['The [Ordel]PLACE-based company hired 40 people.', 'where it is based'],
    ['The vaccine, known as [M61]WORK, was tried in [Ghana]COUNTRY.', 'what it is called by'],
    [
      'The [Kestrel-4]VESSEL probe landed. Engineers said [Kestrel-4]VESSEL had sent pictures of the lander.',
      'a designation of a craft',
    ],
    ['The army fired 40 [Skarn]WEAPON missiles at [Odesa]PLACE.', 'the arms behind it'],
    [
      'Police boarded the tanker [Nord Tolima]VESSEL. The [Tolima]VESSEL had left [Aden]PLACE.',
      'a ship and its short name',
    ],
    [
      '[Arunda]COUNTRY’s presidential election is over. A judge in [Arunda]COUNTRY freed him.',
      'what only countries have',
    ],
    [
      'The exchange [Halvex]ORGANIZATION collapsed. Customers of [Halvex]ORGANIZATION lost everything.',
      'a noun before it',
    ],
    ['The ministry fined [Corvil]ORGANIZATION, which runs two mines.', 'a pronoun that is for things'],
    [
      '[Porto]ORGANIZATION beat [Braga]ORGANIZATION 2-1 in the cup match. The coach praised his goalkeeper after the game. The striker scored the first goal in [Rome]PLACE.',
      'clubs in a report on sport, and a city',
    ],
    ['The tower of [Porto]PLACE is old. Tourists flew to [Porto]PLACE.', 'the same city in a report on something else'],
    ['[Orvanta]ORGANIZATION, owned by two brothers, has closed its mine.', 'what is done to it'],
    ['She works for [Dupa]ORGANIZATION in [Madrid]PLACE.', 'for whom somebody works'],
    ['The [Port of Felmark]FACILITY is shut. “[Felmark]PLACE never forgets,” she said.', 'what is at a place'],
    ['The mayor of [Heraklion]PLACE, [Stavros Kalogeras]PERSON, wants a museum.', 'an office with its place before it'],
    ['The chief, [Otumfuo Adu Tutu II]PERSON, came.', 'the number of a ruler'],
    ['Dancers came for the [Akwasidae]EVENT festival.', 'the event behind it'],
    ['“We sold,” said [Lena Patel]PERSON of [Piper Sandor]ORGANIZATION.', 'of whom a person is'],
    ['[Copeno]ORGANIZATION director [Mirna Zelaya]PERSON said so.', 'whose director it is'],
    ['The chair of the jury, [Bernadine Odura]PERSON, read from it.', 'an office before it'],
    ['“[Ruiz]PERSON was wrong,” said [Ana Ruiz]PERSON, 41.', 'a surname'],
    ['[Selva]ORGANIZATION, the rail regulator, approved the timetable.', 'a body by what it is'],
    ['The trawler [Maria Luisa]VESSEL left [Vigo]PLACE.', 'a ship with the name of a woman'],
    ['The [Meridian]FACILITY, a hostel in [Leeds]PLACE, has burned down.', 'a building by what it is'],
    [
      'Men died at the [Orsk]FACILITY gold mine. [Orsk]FACILITY is owned by [Halden Metals]ORGANIZATION.',
      'a mine by its name alone',
    ],
    ['No homes had power at noon, according to [ESB]ORGANIZATION.', 'who is cited'],
    ['No homes had power, according to [Anna Berg]PERSON.', 'who is cited, a person'],
    ["[Norlux]ORGANIZATION's founder, [Ole Brix]PERSON, sold it.", 'who can only be a person'],
    ['The charity [Hale Bridge]ORGANIZATION sent boats.', 'what a noun before it says, against its last word'],
    [
      'Brewer [Haldon]ORGANIZATION to close plant\n\n[Haldon]ORGANIZATION, owned by two brothers, will shut a plant.',
      'a trade before a firm in a headline',
    ],
    ['The ferry, the [Adria Bell]VESSEL, left [Bari]PLACE.', 'a ship beside its noun'],
    ['The trial was led by the physician [Odile Mbari]PERSON, the journal reported.', 'a noun behind a person in full'],
    ['Its Scottish arm, [Loch Salter]ORGANIZATION, was sold.', 'a part of a firm'],
    ['[Renholt]ORGANIZATION, headed by two brothers, owns a smelter.', 'who heads it'],
    [
      '[Harlow]ORGANIZATION lost the contract. The firm was founded by [Tom Harlow]PERSON. [Harlow]ORGANIZATION cut its prices.',
      'a firm named before the man it is called after',
    ],
    [
      'The striker scored the first goal of the match. The coach left [Orden]ORGANIZATION after the cup game in [Rome]PLACE.',
      'a club that is left',
    ],
    ["[St Anne's Hospital]FACILITY is full. [St Anne's]FACILITY was built in 1961.", 'a hospital and its short name'],
    [
      "A consortium of [Norway]COUNTRY's [Orvald]ORGANIZATION and [Peru]COUNTRY's [Tarmac Lines]ORGANIZATION will build it.",
      'firms of countries in a list',
    ],
    ['The fund holds stakes in [Bellune]ORGANIZATION and [Arvela Lines]ORGANIZATION.', 'of what there are stakes'],
    ['"It hurts," Ms [Ruiz]PERSON told [Tuoi Tre]ORGANIZATION.', 'who is told, a paper'],
    [
      'Trial of antimalarial [Varoquine]WORK halted\n\nThe malaria drug [Varoquine]WORK is cheap.',
      'a drug and a word before it',
    ],
    ["A loan from [Lima]PLACE's [Tarmac Biologics]ORGANIZATION was repaid.", 'where a firm is'],
    ['He was governor of [Bank Indonesia]ORGANIZATION.', 'a country behind a body'],
    ['[Keflavik Geothermal hf]ORGANIZATION shut two wells.', 'a legal form'],
    ['The organisers, [Stichting Schaakstad]ORGANIZATION, said so.', 'a word of another language that opens it'],
    ['He climbed [Kangchenjunga]PLACE in 2022.', 'what is climbed'],
    ['He used to work for the search engine [Trovo]ORGANIZATION.', 'two nouns that are one'],
    [
      'The record label [Zuberi Beats]ORGANIZATION has moved. The singer asked [Zuberi]ORGANIZATION to respect its rates.',
      "a body's first word",
    ],
  ])('%s (%s)', async (source) => {
    const { text, names } = typed(source)
    expect(await namesIn(text)).toEqual(names)
  })
})
