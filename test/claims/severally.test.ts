import { describe, expect, test } from 'vitest'
import { read } from './read-text.ts'

/** A text, and what it says of each of several. */
const SAID: readonly (readonly [text: string, type: string, subjects: readonly string[]])[] = [
  ['Norvik Foods bought Halden Bank. The two firms are based in Graz.', 'BASED_IN', ['Halden Bank', 'Norvik Foods']],
  ['Peru and Chile quarrelled. The two countries signed a treaty in May.', 'SIGNED', ['Chile', 'Peru']],
  ['Ana Ruiz and Leo Holm married in Lima. The couple live in Porto.', 'LOCATED_IN', ['Ana Ruiz', 'Leo Holm']],
  ['Ana Ruiz met Leo Holm. Both were born in Lima.', 'BORN_IN', ['Ana Ruiz', 'Leo Holm']],
  ['Ana Ruiz and Leo Holm were banned. They live in Oslo.', 'LOCATED_IN', ['Ana Ruiz', 'Leo Holm']],
  ['Kim Berg, Leo Holm and Ana Ruiz fled. The three were arrested.', 'ARRESTED', ['Ana Ruiz', 'Kim Berg', 'Leo Holm']],
  ['Police held the pair, Leo Holm and Ana Ruiz. Both men were jailed in May.', 'SENTENCED', []],
  ['Latvia met Norway and Peru. The two countries signed a treaty.', 'SIGNED', []],
  ['Norvik Foods bought Halden Bank. The two firms employ 900 people.', 'EMPLOYS', []],
  ['Ana Ruiz and Leo Holm were banned. Two nurses agreed. They live in Oslo.', 'LOCATED_IN', []],
]

describe('what is said of several is said of each', () => {
  test.each(SAID)('%s', async (text, type, subjects) => {
    const { claims, entities } = await read(text)
    const names = new Map(entities.map(({ id, name }) => [id, name]))
    const found = claims
      .filter((claim) => claim.type === type && claim.rule.endsWith('.context'))
      .map(({ subject, object }) =>
        [subject, object].flatMap((side) => (side?.kind === 'entity' ? names.get(side.id)! : [])),
      )
    expect(found.map((sides) => sides.find((name) => subjects.includes(name)) ?? sides[0]).sort()).toEqual(subjects)
  })

  test('and what is counted is said of none of them alone', async () => {
    const { claims } = await read('Norvik Foods and Halden Bank agreed to merge. They employ 900 people.')
    expect(claims.filter(({ type }) => type === 'EMPLOYS').map(({ subject }) => subject.text)).toEqual(['They'])
  })

  test('and the name of each is evidence', async () => {
    const { claims } = await read('Ana Ruiz met Leo Holm. Both were born in Lima.')
    const born = claims.filter(({ type }) => type === 'BORN_IN')
    expect(born.map(({ evidence }) => evidence.find(({ role }) => role === 'antecedent')?.quote)).toEqual([
      'Ana Ruiz',
      'Leo Holm',
    ])
  })
})
