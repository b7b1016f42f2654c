import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import { Extraction } from '../../src/model/extraction.ts'
import { covers } from '../../src/model/span.ts'
import { read } from './read-text.ts'

const REPORT = `Storm Ingrid kills nine in northern Spain

BILBAO, Jan 12 - Storm Ingrid killed at least nine people and left 40,000 homes without power after it struck the Basque coast on Sunday night, the ministry said. "We have lost neighbours," said Amaia Otxoa, mayor of Bermeo. France, which had sent two helicopters, denied that it had withdrawn them.

Prime Minister Luis Ferrer, who visited Bilbao on Monday, promised aid. He met President Anna Roth in Madrid in 2023. Petra Holdings, Harlan Foods and their lawyers signed nothing. 🙂 Emil Holm joined Rovers.`

const side = (claim: Claim, of: 'subject' | 'object') => claim[of]?.text ?? null
const brief = (claim: Claim) => [claim.type, side(claim, 'subject'), side(claim, 'object')].join(' | ')

test('every claim of a report keeps to its sentence and is complete', async () => {
  const extraction = await read(REPORT, '2025-01-13')
  Extraction.parse(extraction)
  const sentences = new Map(extraction.sentences.map((sentence) => [sentence.id, sentence]))
  const ids = new Set(
    [...extraction.mentions, ...extraction.entities, ...extraction.quantities, ...extraction.times].map(({ id }) => id),
  )
  expect(extraction.claims.length).toBeGreaterThan(10)
  expect(new Set(extraction.claims.map(({ id }) => id)).size).toBe(extraction.claims.length)
  for (const claim of extraction.claims) {
    expect(claim.evidence[0]!.role).toBe('whole')
    expect(claim.name).not.toMatch(/undefined|\s$/)
    for (const at of claim.evidence) {
      expect(at.quote).toBe(REPORT.slice(at.start, at.end))
      expect(covers(sentences.get(at.sentence)!, at)).toBe(true)
    }
    for (const value of [claim.subject, claim.object, ...claim.roles.map((role) => role.value)]) {
      if (!value) continue
      expect(value.text).toBe(REPORT.slice(value.start, value.end))
      if (value.kind !== 'text') expect(ids.has(value.id)).toBe(true)
    }
    for (const span of claim.predicateSpans)
      expect(covers(sentences.get(claim.evidence[0]!.sentence)!, span)).toBe(true)
    expect(claim.attribution.at(-1)!.class).toBe('outlet')
  }
})

test('reading twice gives the same claims', async () => {
  expect((await read(REPORT)).claims).toEqual((await read(REPORT)).claims)
})

describe('amounts, times and roles come along', () => {
  test.each([
    [
      'Pakistan deployed more than 4,000 troops to Somalia in 2021.',
      'DEPLOYED_TO | Pakistan | Somalia',
      'more than 4,000',
      '2021',
      'force',
    ],
    [
      'More than 4,000 Pakistani soldiers were deployed to Somalia in 2021.',
      'DEPLOYED_TO | Pakistani | Somalia',
      'More than 4,000',
      '2021',
      'force',
    ],
    [
      'About 300 Sudanese soldiers were killed in Darfur in May 2024.',
      'SUFFERED_LOSSES | Sudanese | Darfur',
      'About 300',
      'May 2024',
      'killed',
    ],
    [
      'Norvik Systems bought Belcor for $3 billion in 2021.',
      'ACQUIRED | Norvik Systems | Belcor',
      '$3 billion',
      '2021',
      'price',
    ],
    ['France and Chile signed the treaty in 1929.', 'SIGNED | France | the treaty', null, '1929', null],
  ])('%s', async (text, expected, quantity, time, role) => {
    const { claims, quantities, times } = await read(text)
    const claim = claims.find((at) => brief(at) === expected)
    expect(claims.map(brief)).toContain(expected)
    expect(quantities.find(({ id }) => id === claim!.quantity)?.text ?? null).toBe(quantity)
    expect(times.find(({ id }) => id === claim!.time)?.text ?? null).toMatch(new RegExp(`${time}$`))
    if (role) expect(claim!.roles.map((at) => at.role)).toContain(role)
  })
})

test.each([
  [
    'the reporting day is not the day of the event',
    'Officials said on Tuesday that Turkey had withdrawn its troops from Syria.',
  ],
  ['as of is when somebody knew', 'As of May 2024, Turkey had deployed 300 troops to Syria.'],
])('%s', async (_name, text) => {
  const { claims } = await read(text, '2024-06-01')
  const claim = claims.find(({ type }) => type === 'WITHDREW_FROM' || type === 'DEPLOYED_TO')
  expect(claim).toBeDefined()
  expect(claim!.time).toBeNull()
})

test('what is said in passing does not share the clause around it', async () => {
  const { claims } = await read('The mayor of Ghent, Lena Maes, is expected to resign next week.')
  expect(claims.map(({ type, factuality }) => `${type} ${factuality}`).sort()).toEqual([
    'LEADS asserted',
    'RESIGNED_FROM planned',
  ])
})

test('a claim of the wrong types stays open and leaves a word about it', async () => {
  const { claims, diagnostics } = await read('Brazil married Chile.')
  expect(claims.map(({ type }) => type)).toEqual(['STATES'])
  expect(diagnostics.map(({ code }) => code)).toContain('type-check')
})

test('a sentence of two known names without a claim is told', async () => {
  const { diagnostics } = await read('Norway and Sweden.')
  expect(diagnostics.map(({ code }) => code)).toContain('silent-sentence')
})

describe('what an amount belongs to', () => {
  /** Typed claims as "TYPE amount noun [of total]", in reading order. */
  const TABLE: readonly (readonly [text: string, ...claims: string[]])[] = [
    ['Three soldiers and two civilians were killed in Oran.', 'DIED 3 soldier', 'DIED 2 civilian'],
    ['The blast killed nine men and four women.', 'KILLED 9 man', 'KILLED 4 woman'],
    ['Norway sent 200 soldiers and 30 medics to Mali.', 'DEPLOYED_TO 200 soldier', 'DEPLOYED_TO 30 medic'],
    [
      'The firm supplied 40 tanks and 300 rifles to Kenya.',
      'SUPPLIED_WEAPONS_TO 40 tank',
      'SUPPLIED_WEAPONS_TO 300 rifle',
    ],
    ['Peru and Chile sent 400 troops to Haiti.', 'DEPLOYED_TO 400 troop', 'DEPLOYED_TO 400 troop'],
    ['The blast killed three workers and injured twelve.', 'KILLED 3 worker', 'INJURED 12 worker'],
    ['Of the 4,700 casualties, 600 were killed.', 'DIED 600 casualty of 4,700'],
    ['Of the 90 sailors on board, 12 drowned.', 'DIED 12 sailor of 90'],
    ['Chile sent police and soldiers to Arica.', 'DEPLOYED_TO'],
  ]
  test.each(TABLE)('%s', async (text, ...expected) => {
    const { claims, quantities } = await read(text)
    const amounts = new Map(quantities.map((quantity) => [quantity.id, quantity]))
    const shown = claims
      .filter(({ type }) => type !== 'STATES')
      .map(({ type, quantity, roles }) => {
        const amount = amounts.get(quantity ?? '')
        const total = roles.find(({ role }) => role === 'total')?.value.text
        return [type, amount?.value, amount?.unit, total && `of ${total}`].filter(Boolean).join(' ')
      })
    expect(shown).toEqual(expected)
  })
})

describe('a claim is named so that nobody takes it for a fact it is not', () => {
  const TABLE: readonly (readonly [text: string, ...names: string[]])[] = [
    ['Officials refused to release the prisoners.', 'Officials refused to release the prisoners'],
    ['The rebels began to cross the river.', 'The rebels began to cross the river'],
    ['Police did not find the car.', 'Police did not find the car'],
    ['If Brazil attacks Chile, Peru will pay.', 'Brazil (conditional) attacked Chile'],
    ['Did Brazil attack Chile?', 'Brazil (asked) attacked Chile'],
    ['Dalen Group plans to open a mine in Peru.', 'Dalen Group (planned) opened a mine'],
    ['Dalen Group opened the mine in Peru.', 'Dalen Group opened the mine', 'the mine is located in Peru'],
  ]
  test.each(TABLE)('%s', async (text, ...names) => {
    expect((await read(text)).claims.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
  })

  test('nothing stands where it is only planned to stand', async () => {
    const { claims } = await read('Dalen Group plans to open a mine in Peru.')
    expect(claims.map(({ type }) => type)).toEqual(['OPENED'])
  })
})

test('answers of an interview are those of the one person introduced before it, "you" in its questions too', async () => {
  const { claims, entities } = await read(
    [
      'Summary',
      'Ida Holm has run the Norvik Bank since May. We met her in Oslo.',
      'Q: Did you sell the mill in 2023?',
      'A: I sold the mill to Halden Foods and I signed the contract.',
      'Q: Will you resign if the court fines the bank?',
      'A: I bought a farm in Lodz last week.',
    ].join('\n\n'),
  )
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  const said = claims.map(({ name, attribution }) => [name, nameOf.get(attribution[0]?.entity ?? '')])
  expect(said).toContainEqual(['Ida Holm signed the contract', 'Ida Holm'])
  expect(said.some(([name]) => name === 'Ida Holm (conditional) resigned')).toBe(true)
  expect(said.filter(([name]) => name!.startsWith('We')).every(([, who]) => who === undefined)).toBe(true)
})
