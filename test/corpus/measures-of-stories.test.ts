import { describe, expect, test } from 'vitest'
import { contradictions, type Print } from '../support/contradictions.ts'

/** Two outlets of one day about one happening; what each adds to what both say. */
const two = (one: string, other: string): Print[] => [
  { outlet: 'Morning Post', date: '2026-03-05', text: `${LEAD} ${one}` },
  { outlet: 'Evening Echo', date: '2026-03-05', text: `${LEAD} ${other}` },
]
const LEAD = 'A crane toppled onto the Norrholm quay in the port of Karlsund on Wednesday.'

const shown = async (prints: readonly Print[]) =>
  (await contradictions(...prints)).map(
    ({ kind, members }) => `${kind}: ${[...new Set(members.map(({ value }) => value))].sort().join(' / ')}`,
  )

describe('amounts of one story in other units, and times of day', () => {
  test.each([
    [
      'kilograms and tonnes',
      two('The crane weighs 62,000 kilograms.', 'The crane weighs 48 tonnes.'),
      'quantity: 48 tonnes / 62,000 kilograms',
    ],
    [
      'hours and minutes',
      two('The rescue lasted four hours and 20 minutes.', 'The rescue lasted two hours.'),
      'quantity: four hours and 20 minutes / two hours',
    ],
    ['times of day', two('The crane fell at 14:10.', 'The crane fell at 15:35.'), 'date: 14:10 / 15:35'],
    [
      'times of day in words',
      two('The crane fell at half past two.', 'The crane fell at 15:35.'),
      'date: 14:10 / 15:35'.replace('14:10', '02:30'),
    ],
  ])('%s', async (_, prints, row) => {
    expect(await shown(prints)).toContainEqual(row)
  })

  test.each([
    ['one weight in two units', two('The crane weighs 62,000 kilograms.', 'The crane weighs 62 tonnes.')],
    ['one time, rounded', two('The crane fell at 14:28.', 'The crane fell at half past two.')],
    ['one time of the afternoon', two('The crane fell at 14:30.', 'The crane fell at about half past two.')],
    ['a time and one before it', two('The crane fell before 15:00.', 'The crane fell at 14:10.')],
  ])('%s', async (_, prints) => {
    expect(await shown(prints)).toEqual([])
  })
})
