import { describe, expect, test } from 'vitest'
import { contradictions, type Print } from '../support/contradictions.ts'

const post = (text: string, date?: string): Print => ({ outlet: 'Morning Post', text, ...(date ? { date } : {}) })
const echo = (text: string, date?: string): Print => ({ outlet: 'Evening Echo', text, ...(date ? { date } : {}) })
/** Kind, verdict and who says what. */
const shown = async (...prints: Print[]) =>
  (await contradictions(...prints)).map(({ kind, verdict, members }) => [
    kind,
    verdict,
    [...new Set(members.map(({ value, speaker }) => `${value} (${speaker})`))].sort().join(' / '),
  ])

describe('names of one thing', () => {
  test.each([
    [
      'a stadium, opened by one mayor on one day',
      post('Mayor Ines Calder opened the Riverside Arena in Porto on 4 May 2024.'),
      echo('Mayor Ines Calder opened the Douro Stadium in Porto on 4 May 2024.'),
      'Douro Stadium (Evening Echo) / Riverside Arena (Morning Post)',
    ],
    [
      'a museum whose names differ in a word; one outlet tells its place of the ceremony',
      post(
        'Peru began building the National Museum of Sea Heroes on Monday. The ceremony took place in Callao on 3 March 2025.',
      ),
      echo('President Ana Rios broke ground in Callao for the National Museum of Sea Legends.'),
      'National Museum of Sea Heroes (Morning Post) / National Museum of Sea Legends (Evening Echo)',
    ],
    [
      'a ferry, launched on one day',
      post('The ferry Northern Dawn was launched in Gdansk on 12 June 2023.'),
      echo('The new ferry, the Northern Light, was launched in Gdansk on 12 June 2023.'),
      'Northern Dawn (Morning Post) / Northern Light (Evening Echo)',
    ],
  ])('%s', async (_, one, other, sides) => {
    expect(await shown(one, other)).toContainEqual(['name', 'conflicts', sides])
  })

  test.each([
    [
      'two museums of a town',
      post('Mayor Ines Calder opened the Maritime Museum in Porto on 4 May 2024.'),
      echo('Minister Rui Sousa opened the Textile Museum in Porto on 9 September 2024.'),
    ],
    [
      'two museums that one article opens on one day',
      post(
        'Mayor Ines Calder opened the Maritime Museum in Porto on 4 May 2024. She also opened the Textile Museum in Porto on 4 May 2024.',
      ),
      echo('Mayor Ines Calder opened the Textile Museum in Porto on 4 May 2024.'),
    ],
    [
      'a name and its short form',
      post('Mayor Ines Calder opened the Vasco Maritime Museum in Porto on 4 May 2024.'),
      echo('Mayor Ines Calder opened the Maritime Museum in Porto on 4 May 2024.'),
    ],
    [
      'museums of two towns',
      post('Mayor Ines Calder opened the Museum of Modern Sea Art in Porto on 4 May 2024.'),
      echo('Mayor Joao Pinto opened the Museum of Modern Sea Craft in Lisbon on 4 May 2024.'),
    ],
  ])('are not contradicted: %s', async (_, one, other) => {
    expect((await shown(one, other)).filter(([kind]) => kind === 'name')).toEqual([])
  })
})

describe('stages of one thing', () => {
  test.each([
    [
      'one opening, two days',
      post('Mayor Ines Calder opened the Riverside Arena in Porto on 4 May 2024.'),
      echo('The Riverside Arena in Porto was opened on 11 May 2024.'),
      'conflicts',
      'opened 2024-05-04 (Morning Post) / opened 2024-05-11 (Evening Echo)',
    ],
    [
      'one opening, two days, told of by papers of one week',
      post('The new bridge in Porto was opened on Friday.', '2024-05-06'),
      echo('Mayor Ines Calder opened a bridge in Porto on Saturday.', '2024-05-05'),
      'conflicts',
      'opened 2024-05-03 (Morning Post) / opened 2024-05-04 (Evening Echo)',
    ],
    [
      'a treaty signed by its parties',
      post('Peru and Chile signed a fishing treaty on Monday.', '2024-05-08'),
      echo('The treaty between Chile and Peru was signed on Tuesday.', '2024-05-08'),
      'conflicts',
      'signed 2024-05-06 (Morning Post) / signed 2024-05-07 (Evening Echo)',
    ],
    [
      'opened or begun on one day',
      post('Mayor Ines Calder opened a new hospital in Porto on 4 May 2024.'),
      echo('Mayor Ines Calder broke ground for a new hospital in Porto on 4 May 2024.'),
      'conflicts',
      'begun 2024-05-04 (Evening Echo) / opened 2024-05-04 (Morning Post)',
    ],
    [
      'begun, and opened two years later',
      post('Mayor Ines Calder broke ground for a new library in Porto on 4 May 2022.'),
      echo('Mayor Ines Calder opened a new library in Porto on 20 June 2024.'),
      'changed over time',
      'begun 2022-05-04 (Morning Post) / opened 2024-06-20 (Evening Echo)',
    ],
    [
      'begun and opened, without a day: what is opened was begun before',
      post('Mayor Ines Calder has opened a new bridge in Porto.'),
      echo('Mayor Ines Calder has broken ground for a new bridge in Porto.'),
      'changed over time',
      'begun (Evening Echo) / opened (Morning Post)',
    ],
    [
      'opened or begun, in papers of one week',
      post('Mayor Ines Calder has opened a new bridge in Porto.', '2024-05-04'),
      echo('Mayor Ines Calder has broken ground for a new bridge in Porto.', '2024-05-06'),
      'conflicts',
      'begun (Evening Echo) / opened (Morning Post)',
    ],
  ])('%s', async (_, one, other, verdict, sides) => {
    expect(await shown(one, other)).toContainEqual(['date', verdict, sides])
  })

  test.each([
    [
      'two museums of a town',
      post('Mayor Ines Calder opened the Maritime Museum in Porto on 4 May 2024.'),
      echo('Mayor Ines Calder opened the Textile Museum in Porto on 9 September 2024.'),
    ],
    [
      'libraries that different people made',
      post('Mayor Ines Calder opened a library in Porto on 4 May 2024.'),
      echo('Governor Rui Sousa opened a library in Porto on 9 September 2024.'),
    ],
    [
      'an opening that is only planned',
      post('Mayor Ines Calder opened the Riverside Arena in Porto on 4 May 2024.'),
      echo('The Riverside Arena in Porto will be opened on 11 May 2024.'),
    ],
    [
      'one article on work that was finished',
      post('Work on the Riverside Arena in Porto began in 2021. Mayor Ines Calder opened it on 4 May 2024.'),
      echo('Mayor Ines Calder opened the Riverside Arena in Porto on 4 May 2024.'),
    ],
  ])('are not contradicted: %s', async (_, one, other) => {
    expect((await shown(one, other)).filter(([, verdict]) => verdict === 'conflicts')).toEqual([])
  })
})

describe('amounts', () => {
  test.each([
    [
      "a storm's toll, put in other words",
      post('Storm Maren hit Galway on Friday. It has killed 14 people, the mayor said.', '2024-12-07'),
      echo('Storm Maren hit Galway on Friday. Hospitals put the death toll at 19.', '2024-12-07'),
      'conflicts',
      '14 (the mayor) / 19 (Hospitals)',
    ],
    [
      'a toll that the outlet has raised',
      post('Storm Odile struck Cebu on Monday. The number of dead rose to 61, up from 44, the agency said.'),
      echo('Storm Odile has killed 61 people, doctors said.'),
      'changed over time',
      '44 (the agency) / 61 (doctors) / 61 (the agency)',
    ],
    [
      "a force's dead",
      post('Kenya has sent soldiers to Haiti. About 40 Kenyan soldiers were killed there, the ministry said.'),
      echo('Kenya has sent soldiers to Haiti. Doctors believe that 90 of them have been killed.'),
      'conflicts',
      '90 (Doctors) / About 40 (the ministry)',
    ],
    [
      'the price of a company',
      post('Halden Foods has agreed to buy Brightwater for $2.1 billion, the companies said.'),
      echo('Halden Foods will pay $1.8 billion for the fish company Brightwater.'),
      'conflicts',
      '$1.8 billion (Evening Echo) / $2.1 billion (the companies)',
    ],
  ])('%s', async (_, one, other, verdict, sides) => {
    expect(await shown(one, other)).toContainEqual(['quantity', verdict, sides])
  })

  test.each([
    [
      'killed and casualties',
      post('Kenya has sent soldiers to Haiti. About 40 Kenyan soldiers were killed, the ministry said.'),
      echo('Kenya has sent soldiers to Haiti. Casualties may exceed 90, doctors say.'),
    ],
    [
      'two storms',
      post('Storm Maren hit Galway on Friday. Hospitals put the death toll at 19.'),
      echo('Storm Petra hit Galway in May. Hospitals put the death toll at 3.'),
    ],
    [
      'a part of the dead',
      post('Storm Maren has killed 14 people, the mayor said. Eleven of them died in Mayo.'),
      echo('Storm Maren has killed 14 people, doctors said.'),
    ],
    [
      'the prices of two companies',
      post('Halden Foods has agreed to buy Brightwater for $2.1 billion, the companies said.'),
      echo('Halden Foods will pay $1.8 billion for Seagrove.'),
    ],
  ])('are not contradicted: %s', async (_, one, other) => {
    expect(await shown(one, other)).toEqual([])
  })
})

describe('figures of one occasion', () => {
  const strike = 'Bus drivers in Lyon went on strike on Monday over pay.'
  test.each([
    [
      'who counts strikers',
      post(`${strike} The union said 900 drivers had walked out.`, '2026-03-03'),
      echo(`${strike} The city put the number of drivers on strike at 500.`, '2026-03-03'),
      'conflicts',
      '500 (The city) / 900 (The union)',
    ],
    [
      'in one article, by two speakers',
      post('An earthquake of magnitude 6.3 hit Chile, officials said. Geologists put its magnitude at 6.1.'),
      echo('Chile has banned plastic bags.'),
      'conflicts',
      '6.1 (Geologists) / magnitude 6.3 (officials)',
    ],
    [
      'a toll that a later paper gives',
      post('A flood in Peru killed 12 people.', '2026-03-03'),
      echo('Nineteen people have died in the flood in Peru, officials said.', '2026-03-05'),
      'changed over time',
      '12 (Morning Post) / Nineteen (officials)',
    ],
    [
      'a fire of which one article tells the land and one the town as well',
      post('A fire in France burned 900 hectares.', '2026-07-03'),
      echo('A fire near Nice in France burned 1,300 hectares, firefighters said.', '2026-07-03'),
      'conflicts',
      '1,300 hectares (firefighters) / 900 hectares (Morning Post)',
    ],
    [
      'a party, of which one article tells the land and one the town',
      post('The Harbour Party won 41 percent of the vote in the election in Norland.', '2026-03-03'),
      echo('The Harbour Party took 38 percent in the election, according to first results.', '2026-03-03'),
      'conflicts',
      '38 percent (first results) / 41 percent (Morning Post)',
    ],
  ])('%s', async (_, one, other, verdict, sides) => {
    expect(await shown(one, other)).toContainEqual(['quantity', verdict, sides])
  })

  test.each([
    [
      'floods of two years',
      post('A flood in Peru killed 12 people.', '2024-03-03'),
      echo('Nineteen people have died in the flood in Peru.', '2026-03-05'),
    ],
    [
      'a flood that is told of as past',
      post('A flood in Peru killed 12 people.', '2026-03-03'),
      echo('A flood in Peru killed 3 people. In 2019 a flood there killed 90 people.', '2026-03-03'),
      '90',
    ],
    [
      'fires in two towns of one country',
      post('A fire near Lille in France burned 900 hectares.', '2026-07-03'),
      echo('A fire near Nice in France burned 300 hectares.', '2026-07-04'),
    ],
    [
      'a march of another month',
      post('About 30,000 people marched through Turin on Saturday.', '2026-05-03'),
      echo('About 30,000 people marched through Turin on Saturday. A march in April drew 5,000 people.', '2026-05-03'),
      '5,000',
    ],
    [
      'a strike in one town and in another',
      post(`${strike} The union said 900 drivers had walked out.`, '2026-03-03'),
      echo('Bus drivers in Porto went on strike on Monday. The union said 300 drivers had walked out.', '2026-03-03'),
    ],
    [
      'what is expected and what came',
      post('Halden Foods made a net profit of 80 million euros in the first quarter.', '2026-04-20'),
      echo('Halden Foods expects a net profit of 300 million euros for the full year.', '2026-04-20'),
    ],
    [
      'people who died of who knows what',
      post('Twelve people died.', '2026-03-03'),
      echo('Nineteen people died.', '2026-03-03'),
    ],
  ])('are not contradicted: %s', async (_, one, other, value = '') => {
    expect((await shown(one, other)).filter(([, , sides]) => sides?.includes(value))).toEqual([])
  })
})

describe('affirmed and denied', () => {
  test.each([
    [
      'one statement in other words',
      post('Norland has accepted the offer of Tesland, diplomats said.', '2026-03-03'),
      echo('Norland has not accepted any foreign help, a minister said.', '2026-03-03'),
      'conflicts',
    ],
    [
      'by two speakers of one article',
      post("Kenyan soldiers have pulled out of Goma. Kenya's army denied that its troops had withdrawn."),
      echo('Kenya exports tea.'),
      'conflicts',
    ],
    [
      'at first denied, then done',
      post('Brazil has not recalled its ambassador, the ministry said.', '2026-03-03'),
      echo('Brazil has recalled its ambassador, the ministry said.', '2026-03-06'),
      'changed over time',
    ],
  ])('%s', async (_, one, other, verdict) => {
    expect((await shown(one, other)).map(([kind, told]) => [kind, told])).toContainEqual(['polarity', verdict])
  })

  test.each([
    [
      'two things',
      post('Brazil has recalled its ambassador.', '2026-03-03'),
      echo('Brazil has not recalled the tainted meat.', '2026-03-03'),
    ],
    [
      'two years',
      post('Brazil has recalled its ambassador.', '2024-03-03'),
      echo('Brazil has not recalled its ambassador.', '2026-03-03'),
    ],
    [
      'two who share no name',
      post('The company has recalled its cars.', '2026-03-03'),
      echo('The company has not recalled its cars.', '2026-03-03'),
    ],
  ])('are not contradicted: %s', async (_, one, other) => {
    expect((await shown(one, other)).filter(([kind]) => kind === 'polarity')).toEqual([])
  })
})

test('what happened in an earlier year gives no contradiction its name', async () => {
  const rows = await contradictions(
    post(
      'At least 12 people died when an earthquake hit the north of Chile on Monday, the fire brigade said.',
      '2026-03-03',
    ),
    echo(
      'A magnitude 6.1 earthquake struck northern Chile early on Monday, killing at least 30 people, mayors said. A quake of magnitude 8.8 in 2010 killed more than 500 people in the region.',
      '2026-03-03',
    ),
  )
  expect(rows.map(({ proposition }) => proposition.name)).not.toEqual([])
  for (const { proposition } of rows) expect(proposition.name).not.toMatch(/500|2010/)
})

test('the year of what else happened is no date of what is told', async () => {
  const rows = await contradictions(
    post('Tovia has sent troops to Mali for the first time since the armistice of 1953.', '2026-03-03'),
    echo('Tovia has sent troops to Mali since late 2024, the ministry said.', '2026-03-03'),
  )
  expect(rows.filter(({ kind }) => kind === 'date')).toEqual([])
})

test('who denies one number does not deny another', async () => {
  const rows = await contradictions(
    post('Teleserra employs three engineers, a union said.', '2026-03-03'),
    echo('Teleserra denied that it employs nine engineers.', '2026-03-03'),
  )
  expect(rows.filter(({ kind }) => kind === 'polarity')).toEqual([])
})
