import { describe, expect, test } from 'vitest'
import { contradictions, type Print } from '../support/contradictions.ts'

const post = (text: string): Print => ({ outlet: 'Morning Post', text, date: '2025-10-24' })
const echo = (text: string): Print => ({ outlet: 'Evening Echo', text, date: '2025-10-24' })
/** Kind, verdict and who says what. */
const shown = async (...prints: Print[]) =>
  (await contradictions(...prints)).map(({ kind, verdict, members }) => [
    kind,
    verdict,
    [...new Set(members.map(({ value, speaker }) => `${value} (${speaker})`))].sort().join(' / '),
  ])

const FIRE = 'A fire broke out in a hotel in Arica in Chile on Thursday.'

describe('a sum and a number that is said', () => {
  test('contradict each other when they differ', async () => {
    expect(
      await shown(
        post(`${FIRE} Three men and two women were killed.`),
        echo(`${FIRE} Six people were killed, firefighters said.`),
      ),
    ).toContainEqual(['quantity', 'conflicts', 'Six (firefighters) / Three men and two women (Morning Post)'])
  })

  test.each([
    ['agree', `${FIRE} Three men and two women were killed.`, `${FIRE} Five people were killed.`],
    [
      'agree when one of them is no number',
      `${FIRE} A man and two women were killed.`,
      `${FIRE} Three people were killed.`,
    ],
    [
      'a part of a sum is no total',
      `${FIRE} It killed four nurses and three patients.`,
      `${FIRE} Seven people were killed.`,
    ],
    [
      'a part that is told with the total',
      `${FIRE} Seven people, including four nurses, were killed.`,
      `${FIRE} Seven people were killed.`,
    ],
    [
      'more than before',
      `${FIRE} Seven people were killed. Two more died in hospital.`,
      `${FIRE} Seven people were killed.`,
    ],
  ])('%s', async (_, one, other) => {
    expect((await shown(post(one), echo(other))).filter(([, verdict]) => verdict === 'conflicts')).toEqual([])
  })
})
