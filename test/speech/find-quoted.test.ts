import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sentence } from '../../src/model/document.ts'
import { textOf } from '../../src/model/span.ts'
import { findQuoted } from '../../src/speech/find-quoted.ts'
import { marked } from '../support/marked.ts'

/** Paragraphs are lines; sentences end with a stop and any closing marks. */
function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = []
  let paragraph = 0
  for (const line of text.matchAll(/[^\n]+/g)) {
    for (const match of line[0].matchAll(/\S(?:[^.!?]|[.!?](?![\s”"’»']|$))*(?:[.!?]+[”"’»')]*|$)/g)) {
      const start = line.index + match.index
      const index = found.length
      found.push({ id: `s${index}`, index, paragraph, start, end: start + match[0].length, zone: 'body' })
    }
    paragraph++
  }
  return found
}

const spansIn = (text: string) => findQuoted(text, sentencesOf(text)).map(({ start, end }) => ({ start, end }))

describe('finds what is quoted', () => {
  test.each([
    '“[We will act,]” she said.',
    '"[We will act,]" she said. "[And soon.]"',
    '«[On part demain]», a dit Marie.',
    '„[Wir gehen]“, sagte er.',
    "She said: '[We won't act until the dogs' owners pay.]'",
    '‘[It’s over,]’ said O’Neil.',
    'He said "[she told me \'[go]\' and left]".',
    '“[He told us ‘[never again]’ twice,]” said Ana.',
    '“[It is late. It is cold. Go home,]” she said.',
    'The so-called “[grey zone]” grew.',
    '[The years will go on,]” Lim said.',
    'He sat down. [Nobody will stop us,]” Lim said. “[Nobody.]”',
    '“[This is the first part.\n“[It goes on here.\n“[It ends here.]”',
    '“[It never closes.]\nAnother paragraph.',
    'Lim said “[it never closes.] The next sentence is mine.',
    "``[Old marks]'' are read too.",
    '“[Is it true?]” “[No.]”',
  ])('%s', (source) => {
    const open = source.replace(/\.\n“\[/g, '.]\n“[')
    const { text, spans } = marked(open)
    expect(spansIn(text)).toEqual(spans)
  })
})

describe('finds no quotation', () => {
  test.each([
    "The '90s were the band's best years.",
    "Rock 'n' roll is the workers' music.",
    'A 5" disk and a 6\'2" guard.',
    'The dogs’ owners and the cats’ owners met.',
    'Nothing here.',
    '”',
    '"',
  ])('%s', (text) => expect(spansIn(text)).toEqual([]))
})

test('the next paragraph of a speech goes on with it', () => {
  const text = '“One part.\n“Another part.”\n“A new one.”'
  expect(findQuoted(text, sentencesOf(text)).map(({ continues }) => continues)).toEqual([false, true, false])
})

test('places are in order and hold no marks at their edges, whatever the text', () => {
  const noise = fc.string({
    unit: fc.constantFrom(
      '“',
      '”',
      '"',
      '‘',
      '’',
      "'",
      '«',
      '»',
      ' ',
      '.',
      ',',
      '\n',
      'a',
      'Be',
      'x1',
      '😀',
      '`',
      '\r',
      '\u2028',
    ),
    maxLength: 80,
  })
  fc.assert(
    fc.property(noise, (text) => {
      const found = findQuoted(text, sentencesOf(text))
      for (const [at, quote] of found.entries()) {
        expect(quote.start).toBeLessThan(quote.end)
        expect(quote.outer.start).toBeLessThanOrEqual(quote.start)
        expect(quote.outer.end).toBeGreaterThanOrEqual(quote.end)
        expect(textOf(text, quote)).toBe(textOf(text, quote).trim())
        if (at > 0) expect(found[at - 1]!.start).toBeLessThanOrEqual(quote.start)
      }
    }),
    { numRuns: 500 },
  )
})
