import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenArticle } from '../../../src/model/article.ts'
import { createEngine } from '../../../src/nlp/create-engine.ts'
import type { Engine } from '../../../src/nlp/engine.ts'
import { toDocument } from '../../../src/nlp/to-document.ts'
import { isTree } from '../../../src/nlp/tree.ts'

let engine: Engine
beforeAll(async () => {
  engine = await createEngine()
})
afterAll(() => engine.close())

/** "dependent relation governor" for every word of the text. */
async function treeOf(text: string): Promise<string[]> {
  const [sentence] = (await toDocument(givenArticle(text, 'text'), engine)).sentences
  const words = sentence!.words
  return words.map(({ form, deprel, head }) => `${form} ${deprel} ${head === 0 ? '–' : words[head - 1]!.form}`)
}

test.each([
  ['The dealer faces up to 12 years in prison.', ['up advmod years', 'to fixed up', 'years obj faces']],
  ['The hall can hold up to 300 people.', ['up advmod people', 'to fixed up', 'people obj hold']],
  ['They hope to raise up to $40 million.', ['up advmod $', 'to fixed up']],
])('an amount and its bound stay together: %s', async (text, arcs) => {
  expect(await treeOf(text)).toEqual(expect.arrayContaining(arcs))
})

test.each(['Prices went up to 40 dollars.'])('what goes up gets no object: %s', async (text) => {
  expect(await treeOf(text)).not.toContain('dollars obj went')
})

test.each([
  ['NATO Secretary General Ana Torres spoke.', 'Secretary compound General'],
  ['They met Attorney General Paul Mori.', 'Attorney compound General'],
  ['Prosecutor General Rosa Moreau announced it.', 'Prosecutor compound General'],
])('two words of one title are one description: %s', async (text, arc) => {
  expect(await treeOf(text)).toContain(arc)
})

test.each([
  ['Thousands of fans celebrated in the square.', 'Thousands nsubj celebrated'],
  ['Output halved in 2024.', 'Output nsubj halved'],
  [
    'He conceded defeat, two days after an election won by the economist Ana Ruiz with 55 percent of the vote, final results showed.',
    'Ana obl:agent won',
  ],
  ['Lamb called the find "remarkable" but left.', 'find obj called'],
])('without "be" a past tense is no passive: %s', async (text, arc) => {
  expect(await treeOf(text)).toContain(arc)
})

test.each([
  ['Nora Cebal of the website Verdad published an interview.', ['Nora nsubj published', 'Verdad appos website']],
  [
    'Natalia Cebal of the website Verdad published an interview with a 19-year-old donor in January.',
    ['Natalia nsubj published', 'Verdad appos website'],
  ],
  ['The song the Beatles wrote won a prize.', ['Beatles nsubj wrote', 'song nsubj won']],
])('a name behind the noun that it calls does nothing itself: %s', async (text, arcs) => {
  expect(await treeOf(text)).toEqual(expect.arrayContaining(arcs))
})

test.each([
  ['Six workers killed in mine blast', 'Six workers'],
  ['A house built by hand in 1920.', 'A house'],
])('what stays a description: %s', async (text) => {
  expect((await treeOf(text)).join()).not.toMatch(/(?:workers|house) nsubj /)
})

test.each([
  ['Ann Rowan, whose two children attend Hartley High, urged both sides to return to talks.', 'High flat Hartley'],
  [
    'Observers saw no irregularities, said the head of their mission, Finnish lawmaker Kaisa Toivonen.',
    'lawmaker nmod:desc Kaisa',
  ],
])('the tree agrees with the names: %s', async (text, arc) => {
  expect(await treeOf(text)).toContain(arc)
})

test.each([
  'Between 2000 and 2001 the Victoria and Albert Museum, which owns many of the posters, mounted a show.',
  'She lived in Paris and was seen on shows, including WABC-TV Evening News and Hard Talk.',
])('what is put right stays a tree: %s', async (text) => {
  const [sentence] = (await toDocument(givenArticle(text, 'text'), engine)).sentences
  expect(isTree(sentence!.words)).toBe(true)
})

test.each([
  ['Sales fell to 3 million euros, the company said on Thursday.', 'Thursday obl said'],
  ['Two of the boys were in a bad state, a nurse at the clinic told Danish radio.', 'nurse nsubj told'],
])('what stands behind a report is of its verb: %s', async (text, arc) => {
  expect(await treeOf(text)).toContain(arc)
})

test.each([
  ['The tenor refused to sing and called a friend.', 'called conj refused'],
  ['Inspectors said the hall had been cleaned but noted that mice ate the curtain.', 'noted conj said'],
])('a later verb hangs on the verb that its form fits: %s', async (text, arc) => {
  expect(await treeOf(text)).toContain(arc)
})

test.each([
  ['The bridge will cost twice as much as planned.', 'twice advmod much'],
  ['Divers found lead at nine times the legal limit.', 'times nmod:unmarked limit'],
  ['Nurses earn four times as much money as cooks.', 'times nmod:unmarked much'],
])('how many times is said of what follows: %s', async (text, arc) => {
  expect(await treeOf(text)).toContain(arc)
})

test.each([
  ['They were a Polish woman and her pupil, a Danish boy of nine.', 'boy appos pupil'],
  ['The mayor dismissed a report that the zoo would close as nonsense.', 'nonsense obl dismissed'],
  ['It is not the second time that the bank has made such mistakes.', 'mistakes obj made'],
])('%s', async (text, arc) => {
  expect(await treeOf(text)).toContain(arc)
})
