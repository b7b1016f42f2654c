import { expect, test } from 'vitest'
import { read } from './read-text.ts'

/** What is denied, and by whom, of claims that a denial only points to. */
async function denied(text: string): Promise<string[]> {
  const { claims, entities } = await read(text)
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  return claims
    .filter(({ rule }) => rule.endsWith('.refuted'))
    .map(
      ({ name, polarity, attribution: [by] }) =>
        `${name} | ${polarity} | ${names.get(by!.entity ?? '') ?? 'nobody'} (${by!.kind})`,
    )
}

test.each([
  [
    'Frank Tolliver said that the city had lost 400 ballots. Denise Okafor denied that.',
    ['the city (denied) had lost 400 ballots | denied | Denise Okafor (denied)'],
  ],
  [
    'Prosecutors said Elena Moretti had taken 40,000 euros from a builder, which she denies.',
    ['Elena Moretti (denied) had taken 40,000 euros from a builder | denied | Elena Moretti (denied)'],
  ],
  [
    'The prosecutor accused Karim Saadi of hiding the painting. He rejected the accusation.',
    ['Karim Saadi (denied) hid the painting | denied | Karim Saadi (denied)'],
  ],
  [
    'Peter Vance said Tarnbury Metals had broken the law, a claim the company rejected.',
    ['Tarnbury Metals (denied) had broken the law | denied | Tarnbury Metals (denied)'],
  ],
  [
    'Ivo Lang said Norwick Council had sold the ships. “That is untrue,” Harriet Swale, the mayor, said.',
    ['Norwick Council (denied) had sold the ships | denied | Harriet Swale (denied)'],
  ],
  [
    'Ivo Lang said Norwick Council had sold the ships. “It is simply not true,” Harriet Swale, the mayor, said.',
    ['Norwick Council (denied) had sold the ships | denied | Harriet Swale (denied)'],
  ],
  [
    'Elena Moretti said Karim Saadi had hidden the painting. She said he had burned the frame. Saadi rejected the account.',
    [
      'Karim Saadi (denied) had hidden the painting | denied | Karim Saadi (denied)',
      'Karim Saadi (denied) had burned the frame | denied | Karim Saadi (denied)',
    ],
  ],
  [
    'Elena Moretti said Karim Saadi had hidden the painting. She said he had burned the frame. Saadi denied that.',
    ['Karim Saadi (denied) had burned the frame | denied | Karim Saadi (denied)'],
  ],
  [
    'Ivo Lang said nobody had counted the ballots. Denise Okafor disputed that.',
    ['nobody (denied) had counted the ballots | affirmed | Denise Okafor (denied)'],
  ],
])('%s', async (text, expected) => {
  expect(await denied(text)).toEqual(expected)
})

test.each([
  'The court sold the ship. The bank denied that it had known.',
  'Ivo Lang said the ministry had sold the ships. Harriet Swale rejected the offer.',
  'Ivo Lang said the ministry had sold the ships. He denied that anybody had objected.',
  'The ministry sold the ships. “That is wonderful,” Harriet Swale said.',
  'Ivo Lang was charged with fraud, which he denies.',
])('nothing that somebody else said is denied: %s', async (text) => {
  expect(await denied(text)).toEqual([])
})

test('who has denied “that” has denied the statement, and no thing called “that”', async () => {
  const { claims } = await read('Frank Tolliver said that the city had lost 400 ballots. Denise Okafor denied that.')
  expect(claims.map(({ predicate }) => predicate)).not.toContain('deny')
})

test('who denied that, and says so in a quotation behind it, denies the one and says the other', async () => {
  const { claims } = await read(
    'Frank Tolliver said the city had lost 400 ballots. Denise Okafor denied that: “Every ballot has been counted twice.”',
  )
  const shown = claims.filter(({ type }) => type === 'STATES').map(({ name, polarity }) => `${name} | ${polarity}`)
  expect(shown).toEqual(
    expect.arrayContaining([
      'the city (denied) had lost 400 ballots | denied',
      'Every ballot has been counted twice | affirmed',
    ]),
  )
})
