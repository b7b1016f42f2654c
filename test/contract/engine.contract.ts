import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../src/model/article.ts'
import { isTree } from '../../src/nlp/encoder/decode-tree.ts'
import type { Engine, Reading, Tokens } from '../../src/nlp/engine.ts'
import { Tree } from '../../src/nlp/tree.ts'
import { splitSentences } from '../../src/text/split-sentences.ts'
import { tokenize } from '../../src/text/tokenize.ts'

const STORY = `Minister Quits Over Harbour Deal

LAGOS — Transport Minister Adaeze Obi resigned on Tuesday after the port authority's auditors couldn't account for $40 million. “I have done nothing wrong,” she told reporters.
Her deputy, Tunde Bello, has taken over. The harbour, which was built in 1974, will be sold to Meridian Lines by March; the union isn’t happy about it.
- Obi denied the charges. 🚢
WHO IS NEXT?`

/** What every engine must do with sentences that are already split into words. */
export function engineContract(name: string, create: () => Promise<Engine>): void {
  describe(`${name} keeps the engine contract`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await create()
    })
    afterAll(() => engine.close())

    const read = async (text: string) => {
      const tokens = tokensOf(text)
      return { tokens, readings: await engine.read(tokens) }
    }

    test('has an id that says what it is', () => {
      expect(engine.id.length).toBeGreaterThan(5)
    })

    test('gives one reading a sentence and one word a token, at the same places', async () => {
      const { tokens, readings } = await read(STORY)
      expect(readings.length).toBe(tokens.length)
      readings.forEach((reading, at) => {
        expect(reading.words.map(({ start, end, form }) => ({ start, end, form }))).toEqual(tokens[at]!.tokens)
        expectSound(reading, STORY)
      })
    })

    test('sees the plain things', async () => {
      const { readings } = await read('The minister resigned on Tuesday.')
      const tree = new Tree(readings[0]!.words)
      expect(tree.root?.form).toBe('resigned')
      expect(tree.child(tree.root!, 'nsubj')?.form).toBe('minister')
      expect(readings[0]!.words.map(({ upos }) => upos)).toEqual(['DET', 'NOUN', 'VERB', 'ADP', 'PROPN', 'PUNCT'])
      expect(tree.root!.lemma).toBe('resign')
    })

    test('finds a name', async () => {
      const text = 'Officials met President Adaeze Obi in Berlin.'
      const { readings } = await read(text)
      const names = readings[0]!.names.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)
      expect(names).toContain('PER Adaeze Obi')
      expect(names).toContain('LOC Berlin')
    })

    test('reads the same twice, and each sentence as it reads it alone', async () => {
      const { tokens, readings } = await read(STORY)
      expect(await engine.read(tokens)).toEqual(readings)
      for (const [at, sentence] of tokens.entries()) {
        const [alone] = await engine.read([sentence])
        expect(alone!.words).toEqual(readings[at]!.words)
      }
    })

    test('reads in any order, at once, with the same outcome', async () => {
      const { tokens, readings } = await read(STORY)
      const [first, turned] = await Promise.all([engine.read(tokens), engine.read([...tokens].reverse())])
      expect(first).toEqual(readings)
      expect(turned!.map(({ words }) => words).reverse()).toEqual(readings.map(({ words }) => words))
    })

    test.each([
      ['nothing', ''],
      ['one mark', '.'],
      ['emoji, RTL marks and lone surrogates', '😀 \u200fשלום\u200e said \ud83d Kim \ude00 and 👨‍👩‍👧.'],
      ['CRLF', 'One line.\r\nAnother one.\r\n'],
      ['no letters', '12 34 — 56 % ... !!! (7)'],
      ['a word without end', 'x'.repeat(5000)],
      ['marks without end', '.'.repeat(3000)],
      ['one endless sentence', `the ${'very '.repeat(1500)}old ship sank`],
      ['stutter', 'a... '.repeat(3000)],
    ])('survives %s', async (_, text) => {
      const { tokens, readings } = await read(text)
      readings.forEach((reading, at) => {
        expect(reading.words.length).toBe(tokens[at]!.tokens.length)
        expectSound(reading, text)
      })
    })
  })
}

/** Places, tree and names that hold together. */
function expectSound({ words, names }: Reading, text: string): void {
  expect(isTree([0, ...words.map(({ head }) => head)])).toBe(true)
  words.forEach((word, at) => {
    expect(word.index).toBe(at + 1)
    expect(word.form).toBe(text.slice(word.start, word.end))
    expect(word.deprel === 'root').toBe(word.head === 0)
    expect(word.deprel).toMatch(/^[a-z]+(:[a-z]+)?$/)
    expect(word.upos).toMatch(/^(ADJ|ADP|ADV|AUX|CCONJ|DET|INTJ|NOUN|NUM|PART|PRON|PROPN|PUNCT|SCONJ|SYM|VERB|X)$/)
    expect(word.lemma).not.toBe('')
  })
  let last = 0
  for (const { first, last: end, start, end: stop, score } of names) {
    expect(first).toBeGreaterThan(last)
    expect(end).toBeGreaterThanOrEqual(first)
    expect([start, stop]).toEqual([words[first - 1]!.start, words[end - 1]!.end])
    expect(score).toBeGreaterThan(0)
    expect(score).toBeLessThanOrEqual(1)
    last = end
  }
}

export function tokensOf(text: string): Tokens[] {
  const article = { id: 'article:test', text, zones: [] as Article['zones'] } as Article
  return splitSentences(article).map((sentence) => ({ sentence, tokens: tokenize(text, sentence) }))
}
