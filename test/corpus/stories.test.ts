import { describe, expect, test } from 'vitest'
import { contradictions, type Print } from '../support/contradictions.ts'

/** Two outlets of one day about one happening; what each adds to what both say. */
const two = (lead: string, one: string, other: string, date = '2026-03-05'): Print[] => [
  { outlet: 'Morning Post', date: '2026-03-05', text: `${lead} ${one}` },
  { outlet: 'Evening Echo', date, text: `${lead} ${other}` },
]

const shown = async (prints: readonly Print[]) =>
  (await contradictions(...prints)).map(
    ({ kind, verdict, members }) =>
      `${kind} ${verdict}: ${[...new Set(members.map(({ value, speaker }) => `${value} (${speaker})`))].sort().join(' / ')}`,
  )

const ZOO = 'The zoo of Karlsund reopened on Wednesday after the flood of the river Aune.'
const FERRY = 'The ferry Solveig ran aground off Cape Marren on Wednesday.'
const DAM = 'Engineers inspected the Torre dam near Valdiva on Wednesday.'

describe('articles of one story contradict each other without a measure that anybody listed', () => {
  test.each([
    [
      'a counted noun of its own',
      two(ZOO, 'The keepers lost 14 penguins in the flood.', 'The flood killed 31 penguins, a vet said.'),
      'quantity conflicts: 14 (Morning Post) / 31 (a vet)',
    ],
    [
      'a size, by its subject',
      two(FERRY, 'Waves were four meters high.', 'Waves reached seven meters, the coast guard said.'),
      'quantity conflicts: four meters (Morning Post) / seven meters (the coast guard)',
    ],
    [
      'how long it took',
      two(FERRY, 'Divers searched the wreck for six hours.', 'The divers searched the wreck for eleven hours.'),
      'quantity conflicts: eleven hours (Evening Echo) / six hours (Morning Post)',
    ],
    [
      'money in other words',
      two(DAM, 'The repair will cost 40 million euros.', 'The repair has a price of 65 million euros, auditors said.'),
      'quantity conflicts: 40 million euros (Morning Post) / 65 million euros (auditors)',
    ],
    [
      'two speakers of one article',
      two(DAM, 'The mayor said 12 gates were rusty. The operator said four gates were rusty.', 'The dam is old.'),
      'quantity conflicts: 12 (the mayor) / four (the operator)',
    ],
    [
      'the year of a building',
      two(DAM, 'The dam was built in 1958.', 'The dam, built in 1963, holds drinking water.'),
      'date conflicts: 1958 (Morning Post) / 1963 (Evening Echo)',
    ],
    [
      'a day told of the one and of the other side',
      two(
        'Ana Ruiz and Karl Holm met in Karlsund on Wednesday about the Lagoon Treaty.',
        'Ana Ruiz signed the Lagoon Treaty in October 2024.',
        'The Lagoon Treaty was signed by Ana Ruiz in November 2024.',
      ),
      'date conflicts: 2024-10 (Morning Post) / 2024-11 (Evening Echo)',
    ],
    [
      'a cause',
      two(
        'A fire destroyed the Karlsund theatre on Wednesday.',
        'The fire was caused by a candle, police said.',
        'The insurer blamed the fire on an old heater.',
      ),
      'object conflicts: a candle (police) / an old heater (Evening Echo)',
    ],
    [
      'what no claim tells by itself',
      two(DAM, 'It put the repair at 40 million euros.', 'The operator put the repair at 65 million euros.'),
      'quantity conflicts: 40 million euros (Morning Post) / 65 million euros (Evening Echo)',
    ],
    [
      'a first of its kind since a year',
      two(ZOO, 'The flood was the worst since 1954.', 'It was the worst flood since 1981, a vet said.'),
      'date conflicts: 1954 (Morning Post) / 1981 (a vet)',
    ],
    [
      'who found it',
      two(FERRY, 'The wreck was discovered by a fisherman.', 'A diver from Norway discovered the wreck.'),
      'object conflicts: diver from Norway (Evening Echo) / fisherman (Morning Post)',
    ],
    [
      'who steered it, by office and by deed',
      two(FERRY, 'The mate, Jon Vik, was at the helm.', 'Captain Lars Moe was steering the ship, its owner said.'),
      'object conflicts: Jon Vik (Morning Post) / Lars Moe (its owner)',
    ],
    [
      'who bought it, and whom it was sold to',
      two(ZOO, 'The zoo was sold to Nordfeld Parks.', 'Greta Lund, a banker, acquired the zoo.'),
      'object conflicts: Greta Lund (Evening Echo) / Nordfeld Parks (Morning Post)',
    ],
    [
      'who founded it, a person or a choir',
      two(ZOO, 'The zoo was founded by Nils Aas.', 'The zoo was set up by a choir of miners.'),
      'object conflicts: Nils Aas (Morning Post) / choir of miners (Evening Echo)',
    ],
    [
      'a cause in its verb and behind "because of"',
      two(DAM, 'A falling tree tore the pipe.', 'The pipe burst because of rust, a welder said.'),
      'object conflicts: A falling tree (Morning Post) / rust (a welder)',
    ],
    [
      'what somebody is charged with',
      two(ZOO, 'A keeper was charged with theft.', 'The keeper was charged with fraud.'),
      'object conflicts: fraud (Evening Echo) / theft (Morning Post)',
    ],
    [
      'where it came from',
      two(FERRY, 'The cargo had been shipped from Velmar.', 'The load began its journey in Ostrand, the customs said.'),
      'object conflicts: Ostrand (the customs) / Velmar (Morning Post)',
    ],
    [
      'who led the police there, a dog or a hunter',
      two(ZOO, 'A dog, Rex, led the police to the lion.', 'Two hunters led officers to the lion.'),
      'object conflicts: A dog, Rex (Morning Post) / Two hunters (Evening Echo)',
    ],
    [
      'two spellings of a person',
      two(DAM, 'The keeper, Tomas Gerlu, saw the smoke.', 'The keeper, Thomas Girla, saw the smoke.'),
      'name conflicts: Thomas Girla (Evening Echo) / Tomas Gerlu (Morning Post)',
    ],
    [
      'what one thing is called',
      two(
        DAM,
        'The gale, named Undine by the forecasters, took a roof.',
        'Ulrika, as the storm was christened, took nine.',
      ),
      'name conflicts: Ulrika (Evening Echo) / Undine (Morning Post)',
    ],
    [
      'who won',
      two(
        'The Karlsund regatta was held off Cape Marren on Wednesday.',
        'Nils Aas won the regatta.',
        'Olav Brenn won the Karlsund regatta.',
      ),
      'object conflicts: Nils Aas (Morning Post) / Olav Brenn (Evening Echo)',
    ],
    [
      'a surname',
      two(FERRY, 'The captain, Olav Brenner, jumped into the sea.', 'Olav Brennen, the captain, was rescued.'),
      'name conflicts: Olav Brennen (Evening Echo) / Olav Brenner (Morning Post)',
    ],
    [
      'a warning',
      two(
        DAM,
        'The village said it had received no warning.',
        'The operator said it had warned the village on Monday.',
      ),
      'polarity conflicts: affirmed (the operator) / denied (the village)',
    ],
    [
      'what is denied of a thing',
      two(FERRY, 'The owner denied that the anchor had failed.', 'A sailor said the anchor had failed.'),
      'polarity conflicts: affirmed (a sailor) / denied (the owner)',
    ],
  ])('%s', async (_, prints, row) => {
    expect((await shown(prints)).map((one) => one.toLowerCase())).toContainEqual(row.toLowerCase())
  })

  test('a later paper that says it has fallen', async () => {
    const prints = two(
      ZOO,
      'The water stood at 3.1 meters in the aviary.',
      'The water in the aviary has fallen to 1.2 meters.',
      '2026-03-07',
    )
    expect((await shown(prints)).map((row) => row.split(':')[0])).toEqual(['quantity changed over time'])
  })
})

describe('articles of one story do not contradict each other', () => {
  test.each([
    ['in what differs', two(ZOO, 'The zoo has 14 penguins.', 'The zoo has 31 flamingos.')],
    ['in a part', two(ZOO, 'The zoo lost 31 penguins.', 'Keepers found four of the penguins in a park.')],
    ['in another year', two(ZOO, 'The zoo had 90,000 visitors in 2024.', 'The zoo had 120,000 visitors in 2019.')],
    ['in a rival', two(DAM, 'The dam cost 40 million euros.', 'A rival dam cost 65 million euros.')],
    [
      'in two days of saying so',
      two(DAM, 'The dam is safe, engineers said on Monday.', 'The dam is safe, engineers said on Tuesday.'),
    ],
    ['in what a year ago was', two(ZOO, 'The zoo has 14 penguins.', 'A year ago the zoo had 31 penguins.')],
    ['in another dam', two(DAM, 'The dam weighs 4,000 tonnes.', 'A second dam weighs 7,000 tonnes.')],
    ['in what is agreed', two(DAM, 'About 40 gates were rusty.', 'Inspectors found 41 rusty gates.')],
    [
      'in what goes the other way',
      two(
        'Ministers of Norway and Latvia met in Riga on Wednesday.',
        'Norway has supplied Latvia with missiles.',
        'Latvia denied that it had supplied Norway with missiles.',
      ),
    ],
    [
      'in what is elsewhere',
      two(
        'Tarnbury Metals bought Orrin Steel on Wednesday.',
        'Tarnbury Metals will close a plant in Scotland.',
        'Tarnbury Metals denied that it would close a plant in England.',
      ),
    ],
    [
      'in another clause of the sentence',
      two(
        'Tarnbury Metals bought Orrin Steel on Wednesday.',
        'Tarnbury Metals will pay in cash and plans to close two of the nine mills in Scotland.',
        'Tarnbury Metals denied that it would close any mill in England.',
      ),
    ],
    [
      'in what nobody knows',
      two(FERRY, 'Nobody knows how many cooks were hurt.', 'Several cooks were hurt, the owner said.'),
    ],
    ['in what was not expected', two(FERRY, 'The owner said it did not expect to see ice.', 'Passengers saw ice.')],
    ['in what another did not do', two(FERRY, 'The captain was not hurt.', 'Two cooks were hurt.')],
    ['in who bought another thing', two(ZOO, 'Greta Lund bought a goat.', 'The zoo bought a lion from Nils Aas.')],
    [
      'in who was at the helm by name and by office',
      two(FERRY, 'Olav Brenn was steering the ferry.', 'An officer was at the helm, the owner said.'),
    ],
    ['in causes of two happenings', two(DAM, 'A flood in 2019 was caused by rain.', 'The pipe burst because of rust.')],
    ['in two of a family', two(DAM, 'Jan Gerlu saw the smoke.', 'Jana Gerlu saw the flames.')],
    [
      'in what an article calls two things',
      two(DAM, 'The pump is called Undine, and Ulrika is out of order.', 'The pump is called Ulrika.'),
    ],
    [
      'in one who is older',
      two(FERRY, 'The captain, Olav Brenn, 51, was on the bridge.', 'The cook, Nils Aas, 34, was asleep.'),
    ],
  ])('%s', async (_, prints) => {
    expect(await shown(prints)).toEqual([])
  })

  test('when they tell of two happenings', async () => {
    expect(
      await shown([
        { outlet: 'Morning Post', date: '2026-03-05', text: `${FERRY} Waves were four meters high.` },
        { outlet: 'Evening Echo', date: '2026-03-05', text: `${ZOO} Waves were seven meters high.` },
      ]),
    ).toEqual([])
  })

  test('when they were printed months apart', async () => {
    expect(await shown(two(ZOO, 'The zoo has 14 penguins.', 'The zoo has 31 penguins.', '2026-09-05'))).toEqual([])
  })
})

describe('opposite states of one thing contradict each other', () => {
  const HARBOUR = 'The harbour of Karlsund was hit by the storm Vera on Wednesday.'
  test.each([
    [
      'two adjectives',
      two(HARBOUR, 'The pilot of the tug was drunk, police said.', 'The pilot of the tug was sober, his lawyer said.'),
      'polarity conflicts: was drunk (police) / was sober (his lawyer)',
    ],
    [
      'an adjective and a verb',
      two(HARBOUR, 'The harbour bridge collapsed.', 'The harbour bridge is still standing, the mayor said.'),
      'polarity conflicts: collapsed (Morning Post) / is still standing (the mayor)',
    ],
    [
      'an adjective and one with un-',
      two(HARBOUR, 'The warehouse was insured.', 'The warehouse was uninsured, a broker said.'),
      'polarity conflicts: was insured (Morning Post) / was uninsured (a broker)',
    ],
    [
      'some against all',
      two(HARBOUR, 'All schools in the town stayed closed.', 'Nine schools in the town were open, a teacher said.'),
      'polarity conflicts: stayed closed (Morning Post) / were open (a teacher)',
    ],
    [
      'what has not changed since',
      two(HARBOUR, 'The quay was closed.', 'The quay is still open, a porter said.', '2026-03-06'),
      'polarity conflicts: is still open (a porter) / was closed (Morning Post)',
    ],
    [
      'nobody and somebody',
      two(HARBOUR, 'Nobody was hurt.', 'Three sailors were hurt, the hospital said.'),
      'polarity conflicts: affirmed (the hospital) / denied (Morning Post)',
    ],
    [
      'what both tell of the night that is over, a day apart',
      two(HARBOUR, 'The radar had failed.', 'The radar had been working, the pilot said.', '2026-03-06'),
      'polarity conflicts: had been working (the pilot) / had failed (Morning Post)',
    ],
    [
      'a state and what goes with its opposite',
      two(HARBOUR, 'The driver had fainted.', 'The driver did not lose consciousness, a union said.'),
      'polarity conflicts: did not lose consciousness (a union) / had fainted (Morning Post)',
    ],
    [
      'most against almost all',
      two(HARBOUR, 'Most of the cows had survived, the vet said.', 'Almost all of the cows were dead, a farmer said.'),
      'polarity conflicts: had survived (the vet) / were dead (a farmer)',
    ],
    [
      'none that is made, and a verb of its stem',
      two(HARBOUR, 'No arrests have been made.', 'Guards arrested two sailors, the port said.'),
      'polarity conflicts: affirmed (the port) / denied (Morning Post)',
    ],
    [
      'none, and what is spoken of as known',
      two(HARBOUR, 'There was no looting, police said.', 'The looting shocked the town.'),
      'polarity conflicts: affirmed (Evening Echo) / denied (police)',
    ],
    [
      'none of a noun and its verb',
      two(HARBOUR, 'There were no injuries.', 'Three sailors were injured, the hospital said.'),
      'polarity conflicts: affirmed (the hospital) / denied (Morning Post)',
    ],
  ])('%s', async (_, prints, expected) => {
    expect(await shown(prints)).toContain(expected)
  })

  test.each([
    ['some and some others', two(HARBOUR, 'Two shops stayed closed.', 'Nine shops were open, a baker said.')],
    ['two things of one kind', two(HARBOUR, 'The north gate was open.', 'The south gate was closed, a guard said.')],
    ['two owners', two(HARBOUR, 'The Aune bridge collapsed.', 'The Torre bridge is standing.')],
    ['what may have come about since', two(HARBOUR, 'The port is closed.', 'The port is open.', '2026-03-07')],
    ['what was once', two(HARBOUR, 'The pier was closed.', 'The pier was opened in 1931.')],
    ['what is of another year', two(HARBOUR, 'The pier was shut.', 'The storm of 2019 left the pier open.')],
    ['how much so', two(HARBOUR, 'Storms are rare.', 'Storms are not as rare as they were.')],
    ['what most did and some did not', two(HARBOUR, 'Most of the sheep survived.', 'Some of the sheep died.')],
    ['persons and animals', two(HARBOUR, 'Nobody was hurt.', 'Three horses were hurt, a vet said.')],
  ])('but not %s', async (_, prints) => {
    expect((await shown(prints)).filter((row) => row.startsWith('polarity'))).toEqual([])
  })
})
