import { describe, expect, test } from 'vitest'
import { contradictions, type Print } from '../support/contradictions.ts'

const first: Print = {
  outlet: 'Morning Post',
  date: '2026-03-05',
  text: 'A swan with an arrow through its neck was caught on the canal on Wednesday. The vet pulled the arrow out and stitched the neck. The swan weighs 9 kilograms and will be set free on the canal in April. Boys had practised with a bow behind the brewery, a lock keeper said, and the feathers drifted as far as the weir.',
}
const told = (date: string): Print => ({
  outlet: 'Evening Echo',
  date,
  text: 'The swan that swam about the canal with an arrow in its neck is well again. A vet stitched the neck of the bird, which weighs 12 kilograms, and the swan hissed at her. The lock keeper fed it bread and lettuce, while children hung a picture of the weir in the waiting room. The bow lies at the police station.',
})

/** The articles name nobody and no place. */
describe('articles that share no name are of one story by their rarest words', () => {
  test('printed within days', async () => {
    expect(
      (await contradictions(first, told('2026-03-07'))).map(({ members }) => members.map(({ value }) => value).sort()),
    ).toEqual([['12 kilograms', '9 kilograms']])
  })

  test('a year apart they are two', async () => {
    expect(await contradictions(first, told('2027-03-05'))).toEqual([])
  })

  test('another happening of the days', async () => {
    const other =
      'A goose that fell down a chimney was freed by the fire brigade after two days. The goose weighs 6 kilograms, and the sweep kept a feather. The owner of the house had heard scratching behind the stove and thought of rats, until soot fell on the carpet and a beak came into the light of his lamp.'
    expect(await contradictions(first, { outlet: 'Evening Echo', date: '2026-03-06', text: other })).toEqual([])
  })
})
