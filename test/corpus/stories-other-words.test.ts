import { describe, expect, test } from 'vitest'
import { contradictions, type Print } from '../support/contradictions.ts'

const MILL = 'The old mill of Karlsund on the river Aune was in the news on Wednesday.'

/** Two outlets of one day about one thing; what each adds to what both say. */
const two = (one: string, other: string): Print[] => [
  { outlet: 'Morning Post', date: '2026-03-05', text: `${MILL} ${one}` },
  { outlet: 'Evening Echo', date: '2026-03-05', text: `${MILL} ${other}` },
]

const shown = async (prints: readonly Print[]) =>
  (await contradictions(...prints)).map(
    ({ kind, members }) => `${kind}: ${[...new Set(members.map(({ value }) => value))].sort().join(' / ')}`,
  )

describe('articles of one story contradict each other in words that they do not share', () => {
  test.each([
    [
      'a word of the same family',
      two('The miller has apologised to Ida Holm.', 'There was no apology, Ida Holm said.'),
      'polarity: affirmed / denied',
    ],
    [
      'nobody to whom it was done',
      two('The council has not dismissed anybody.', 'Two guards were dismissed, the union said.'),
      'polarity: affirmed / denied',
    ],
    [
      'the first to see it',
      two('A diver, Jon Vik, discovered the crack.', 'Greta Lund was the first to notice the crack, she said.'),
      'object: A diver, Jon Vik / Greta Lund',
    ],
    [
      'whose work it is',
      two('The wheel was built by Lars Moe.', 'The wheel is the work of a choir from Oslo.'),
      'object: Lars Moe / a choir',
    ],
    [
      'where it was made',
      two('The bell of the mill was cast in Velmar.', 'The bell of the mill was cast in Ostrand.'),
      'object: Ostrand / Velmar',
    ],
    [
      'what is to blame',
      two('A storm caused the collapse.', 'Rust is to blame for the collapse, a welder said.'),
      'object: A storm / Rust',
    ],
    [
      'why somebody left',
      two('Ida Holm has resigned for health reasons.', 'Ida Holm was forced out over the accounts, a clerk said.'),
      'object: health reasons / the accounts',
    ],
    [
      'two plans',
      two('The mill will be torn down.', 'The mill will reopen, the mayor said.'),
      'polarity: The mill will reopen / will be torn down',
    ],
    [
      'for and against',
      two('The union welcomed the sale.', 'The union is against the deal, a clerk said.'),
      'polarity: The union is against the deal / The union welcomed the sale',
    ],
    [
      'empty, and somebody in it',
      two('The mill was empty.', 'Three children were inside the mill, a teacher said.'),
      'polarity: Three children were inside the mill / was empty',
    ],
    [
      'everybody and one',
      two('All residents were unhurt.', 'The baker was injured, his wife said.'),
      'polarity: The baker was injured / were unhurt',
    ],
    [
      'a warning that nobody gave',
      two('Visitors had been warned of the ice.', 'No warning was given to anybody, a guest said.'),
      'polarity: affirmed / denied',
    ],
    [
      'what has not begun, and is going on',
      two('The police have not opened an inquiry.', 'An inquiry is under way, a clerk said.'),
      'polarity: affirmed / denied',
    ],
    [
      'a plan, and what is told of a day to come',
      two('The shop of the mill will stay open.', 'The shop of the mill closes at Christmas, a baker said.'),
      'polarity: closes at Christmas / will stay open',
    ],
    [
      'who pays',
      two('The county finances the repairs.', 'The money for the repairs comes from a merchant in Velmar.'),
      'object: The county / a merchant in Velmar',
    ],
    [
      'two names given with what it is called',
      two('The cat, a male by the name of Orm, is well.', 'Our cat is called Bris.'),
      'name: Bris / Orm',
    ],
  ])('%s', async (_, prints, expected) => {
    expect(await shown(prints)).toContain(expected)
  })

  test.each([
    [
      'a place in the one that the other knows too',
      two('The bell was cast in Velmar.', 'The bell was cast in Ostrand, near Velmar.'),
    ],
    ['winners of two classes', two('Jon Vik won the race.', 'Greta Lund won the women’s race.')],
    ['a plan and what is so', two('The mill will reopen.', 'The mill was closed.')],
    ['another who apologised', two('Jon Vik apologised to Ida Holm.', 'Lars Moe did not apologise.')],
    ['a name that a verb is like', two('The mill will feature old wheels.', 'The Hall of Feats is no mere museum.')],
    ['another whom nobody killed', two('A hunter shot the wolf.', 'A crash killed two people.')],
    ['somebody who was born', two('A brewer paid for the score.', 'The composer, Jon Vik, was born in Velmar.')],
  ])('but not %s', async (_, prints) => {
    expect(await shown(prints)).toEqual([])
  })
})
