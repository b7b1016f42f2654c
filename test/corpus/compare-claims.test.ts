import { expect, test } from 'vitest'
import { compareClaims as compare, type Mode } from '../../src/corpus/compare-claims.ts'
import type { ClaimFacts, QuantityFacts } from '../../src/corpus/facts.ts'
import { countIndependentSources } from '../../src/corpus/independent-sources.ts'
import { loadCorpusKnowledge } from '../../src/corpus/knowledge.ts'
import { nearlySameName } from '../../src/model/same-name.ts'
import { readSeed } from '../../src/read-seed.ts'

const knowledge = loadCorpusKnowledge(readSeed)
const compareClaims = (claims: readonly ClaimFacts[], mode: Mode) => compare(claims, { mode, knowledge })

let count = 0
const claim = (facts: Partial<ClaimFacts> = {}): ClaimFacts => {
  const id = `claim:${count++}`
  return {
    id,
    name: 'North Korea deployed forces to Russia',
    kind: null,
    place: null,
    earlier: false,
    rising: false,
    holder: null,
    area: null,
    places: [],
    measured: false,
    proposition: 'prop:1',
    article: 'article:1',
    source: `source:${id}`,
    sourceName: `Outlet ${id}`,
    publishedAt: '2025-10-24',
    type: 'DEPLOYED_TO',
    predicate: 'deploy',
    subjectId: 'country:north-korea',
    subjectName: 'North Korea',
    objectId: 'country:russia',
    objectName: 'Russia',
    polarity: 'affirmed',
    factuality: 'asserted',
    confidence: 0.9,
    quantity: null,
    time: null,
    speakerId: null,
    speakerName: null,
    quote: '',
    sentence: id,
    ...facts,
  }
}
const amount = (
  text: string,
  min: number | null,
  max: number | null,
  more: Partial<QuantityFacts> = {},
): QuantityFacts => ({
  text,
  min,
  max,
  minOpen: false,
  maxOpen: false,
  approximate: false,
  unit: 'soldier',
  noun: 'soldier',
  role: 'force',
  ...more,
})
const moreThan = (value: number) => amount(`more than ${value}`, value, null, { minOpen: true })
const day = (date: string) => ({ text: date, from: date, to: date, precision: 'day' })

test.each([
  ['11,000 and 15,000 conflict', amount('11,000', 11000, 11000), amount('15,000', 15000, 15000), 'conflicts'],
  ['15,000 refines more than 10,000', moreThan(10000), amount('15,000', 15000, 15000), 'refines'],
  ['10,000 conflicts with more than 10,000', moreThan(10000), amount('10,000', 10000, 10000), 'conflicts'],
  [
    'around 2,000 is refined by 1,900',
    amount('around 2,000', 2000, 2000, { approximate: true }),
    amount('1,900', 1900, 1900),
    'refines',
  ],
] as const)('%s', (_, a, b, verdict) => {
  const [row, ...others] = compareClaims([claim({ quantity: a }), claim({ quantity: b })], 'E')
  expect(row).toMatchObject({ kind: 'quantity', verdict })
  expect(others).toEqual([])
})

test.each([
  ['the same figure', amount('9', 9, 9), amount('9', 9, 9)],
  ['killed and wounded, another noun', amount('9', 9, 9), amount('12', 12, 12, { noun: 'tank' })],
])('does not compare or agrees: %s', (_, a, b) => {
  expect(compareClaims([claim({ quantity: a }), claim({ quantity: b })], 'E')).toEqual([])
})

test('figures of events at different times are not compared', () => {
  const [a, b] = [amount('9', 9, 9), amount('12', 12, 12)]
  expect(
    compareClaims(
      [claim({ quantity: a, time: day('2022-05-01') }), claim({ quantity: b, time: day('2024-05-01') })],
      'E',
    ),
  ).toEqual([])
})

test('a later figure of the same speaker is a development', () => {
  const speaker = { speakerId: 'organization:nis', speakerName: 'NIS' }
  const rows = compareClaims(
    [
      claim({ quantity: amount('600', 600, 600), publishedAt: '2025-04-30', ...speaker }),
      claim({ quantity: amount('2,000', 2000, 2000), publishedAt: '2025-09-02', article: 'article:later', ...speaker }),
    ],
    'E',
  )
  expect(rows[0]).toMatchObject({ verdict: 'changed over time' })
  expect(rows[0]!.reason).toContain('NIS gave both')
})

test.each([
  ['two offices in one voice', 'LEADS', 'organization:bank', 'organization:fund', {}],
  [
    'a town and its region',
    'LOCATED_IN',
    'place:york',
    'place:yorkshire',
    { article: 'article:other', source: 'source:other' },
  ],
])('%s are no contradiction', (_, type, one, other, elsewhere) => {
  const here = claim({ type, objectId: one, objectName: one, proposition: 'p:1' })
  expect(
    compareClaims(
      [here, claim({ ...here, ...elsewhere, id: 'c:2', objectId: other, objectName: other, proposition: 'p:2' })],
      'F',
    ),
  ).toEqual([])
})

test('two countries for one place are', () => {
  const here = claim({ type: 'LOCATED_IN', objectId: 'country:peru', objectName: 'Peru', proposition: 'p:1' })
  const there = {
    id: 'c:2',
    article: 'article:other',
    objectId: 'country:chile',
    objectName: 'Chile',
    proposition: 'p:2',
  }
  expect(compareClaims([here, claim({ ...here, ...there })], 'F')).toMatchObject([
    { kind: 'object', verdict: 'conflicts' },
  ])
})

test('planned and conditional figures are no contradiction', () => {
  expect(
    compareClaims(
      [claim({ quantity: amount('9', 9, 9) }), claim({ quantity: amount('12', 12, 12), factuality: 'planned' })],
      'E',
    ),
  ).toEqual([])
})

test('a unique event with two dates conflicts, a repeatable one does not', () => {
  const claims = [claim({ time: day('2023-11-02') }), claim({ time: day('2026-04-27') })]
  expect(compareClaims(claims, 'U')).toMatchObject([{ kind: 'date', verdict: 'conflicts' }])
  expect(compareClaims(claims, 'E')).toEqual([])
})

test('a day within the month that another gives refines it', () => {
  const month = { text: 'in November 2024', from: '2024-11', to: '2024-11', precision: 'month' }
  expect(compareClaims([claim({ time: month }), claim({ time: day('2024-11-11') })], 'U')).toMatchObject([
    { verdict: 'refines' },
  ])
})

test('a denial stands against the claim', () => {
  const rows = compareClaims(
    [claim(), claim({ polarity: 'denied', speakerName: 'Moscow', speakerId: 'country:russia' })],
    'E',
  )
  expect(rows).toMatchObject([{ kind: 'polarity', verdict: 'conflicts' }])
  expect(rows[0]!.reason).toContain('denied by Moscow')
})

test('two objects of a functional type exclude each other; near-equal names are names of one thing', () => {
  const leads = (objectId: string, objectName: string) =>
    claim({ type: 'LEADS', objectId, objectName, proposition: objectId })
  expect(compareClaims([leads('organization:a', 'Alpha'), leads('organization:b', 'Beta')], 'F')).toMatchObject([
    { kind: 'object' },
  ])
  expect(compareClaims([leads('organization:a', 'Alpha'), leads('organization:b', 'Beta')], 'E')).toEqual([])
  const opened = (objectId: string, objectName: string) =>
    claim({ type: 'OPENED', objectId, objectName, proposition: objectId })
  expect(
    compareClaims(
      [opened('facility:x', 'National Hall of Sea Heroes'), opened('facility:y', 'National Hall of Sea Legends')],
      'U',
    ),
  ).toMatchObject([{ kind: 'name' }])
})

test('the order of the claims makes no difference', () => {
  const claims = [
    claim({ quantity: moreThan(10000) }),
    claim({ quantity: amount('11,000', 11000, 11000) }),
    claim({ quantity: amount('15,000', 15000, 15000) }),
  ]
  expect(compareClaims([...claims].reverse(), 'E')).toEqual(compareClaims(claims, 'E'))
})

test.each([
  ['Memorial Museum of Combat Feats', 'Memorial Museum of Combat Glory', true],
  ['Bank of Ghana', 'Bank of Kenya', false],
  ['Kim', 'Lee', false],
])('%s / %s', (a, b, same) => {
  expect(nearlySameName(a, b)).toBe(same)
})

test('reprints, one outlet and one speaker count once', () => {
  const text = 'The storm tore the roofs off forty houses in the harbour district on Monday night'
  expect(countIndependentSources([claim({ sentence: text }), claim({ sentence: `${text}, officials said` })])).toBe(1)
  expect(countIndependentSources([claim({ source: 'source:a' }), claim({ source: 'source:a' })])).toBe(1)
  expect(countIndependentSources([claim({ speakerId: 'person:x' }), claim({ speakerId: 'person:x' })])).toBe(1)
  expect(countIndependentSources([claim(), claim(), claim()])).toBe(3)
})

test.each([
  ['a part of the country refines', { objectId: 'place:kursk-region', objectName: 'Kursk region' }, 'refines'],
  ['an open place is compared', { objectId: null, objectName: null }, 'conflicts'],
  ['another country is not compared', { objectId: 'country:belarus', objectName: 'Belarus' }, undefined],
] as const)('places: %s', (_, place, verdict) => {
  const rows = compareClaims(
    [
      claim({ quantity: amount('15,000', 15000, 15000) }),
      claim({ quantity: amount('11,000', 11000, 11000, { noun: 'troop' }), proposition: 'prop:2', ...place }),
    ],
    'E',
  )
  expect(rows[0]?.verdict).toBe(verdict)
})

test('killed are not compared with wounded', () => {
  const lost = (role: string, value: number) =>
    claim({
      type: 'SUFFERED_LOSSES',
      proposition: role,
      objectId: null,
      objectName: null,
      quantity: amount(String(value), value, value, { role }),
    })
  expect(compareClaims([lost('killed', 600), lost('wounded', 2000)], 'E')).toEqual([])
})

test('two figures that one speaker gives in one sentence are two things', () => {
  const [one, other] = [amount('3,000', 3000, 3000), amount('14,000', 14000, 14000)]
  const said = { sentence: 'Three thousand left, 14,000 in all.', source: 'source:a' }
  expect(compareClaims([claim({ ...said, quantity: one }), claim({ ...said, quantity: other })], 'E')).toEqual([])
  const apart = [claim({ ...said, quantity: one }), claim({ ...said, article: 'article:2', quantity: other })]
  expect(compareClaims(apart, 'E')).toHaveLength(1)
})

test('what has no name is one thing in one article only: it is no second object, and amounts meet by the words', () => {
  const led = (objectId: string, objectName: string) =>
    claim({ type: 'LEADS', proposition: `prop:${objectId}`, subjectId: 'person:a', objectId, objectName })
  expect(compareClaims([led('organization:alder', 'Alder'), led('organization:party~1f0a93c2', 'party')], 'F')).toEqual(
    [],
  )
  const killed = (subjectId: string, value: number) =>
    claim({ type: 'KILLED', proposition: 'prop:storm', subjectId, quantity: amount(`${value}`, value, value) })
  expect(compareClaims([killed('event:storm~1f0a93c2', 14), killed('event:storm~77aa0b11', 19)], 'E')).toHaveLength(1)
})

test.each([
  ['a birthday may lie between the papers', '2025-06-04', 17, '2025-06-05', 18, undefined],
  ['nobody grows younger', '2025-06-04', 17, '2025-06-05', 16, 'conflicts'],
  ['three years later', '2022-06-04', 17, '2025-06-05', 20, undefined],
  ['three years later, and no older', '2022-06-04', 17, '2025-06-05', 17, 'conflicts'],
] as const)('ages: %s', (_, day, age, later, grown, verdict) => {
  const aged = (publishedAt: string, value: number, article: string) =>
    claim({
      type: 'STATES',
      measured: true,
      article,
      publishedAt,
      quantity: amount(`${value}`, value, value, { role: 'age', unit: 'year', noun: null }),
    })
  const [row] = compareClaims([aged(day, age, 'article:1'), aged(later, grown, 'article:2')], 'E')
  expect(row?.verdict).toBe(verdict)
})

test('one speaker with a capital or without is one speaker', () => {
  const said = (publishedAt: string, value: number, speakerName: string) =>
    claim({ article: `article:${value}`, publishedAt, speakerName, quantity: amount(`${value}`, value, value) })
  const [row] = compareClaims([said('2025-06-02', 71, 'The commission'), said('2025-06-05', 74, 'the commission')], 'E')
  expect(row?.verdict).toBe('changed over time')
  expect(row?.name).not.toContain('The commission')
})
