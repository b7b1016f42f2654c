import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Article, givenArticle } from '../../src/model/article.ts'
import { splitSentences } from '../../src/text/split-sentences.ts'

const article = (text: string, zones: Article['zones'] = []): Article => givenArticle(text, 'test', { zones })
const sentences = (text: string) => splitSentences(article(text)).map(({ start, end }) => text.slice(start, end))

describe('sentence ends, marked with |', () => {
  test.each([
    'The talks failed.| Nobody knows why.',
    'Mr. Osei met Gen. Ruiz in St. Louis.| They agreed.',
    'The firm, Delta Corp., sold 3.5 million shares.| Prices rose.',
    '“We are ready,” she said.| “Nothing will stop us.”',
    '“We left at dawn.| We will not return,” he told reporters.',
    'He asked, “Why now?” and left.| No one answered.',
    '"It is over." | The minister smiled.',
    'Officials in the U.S. Senate declined to comment.| The vote is on Friday.',
    'The convoy reached the U.S.| It stopped there.',
    'Police said (the chief was absent) that two men fled.| A third was held.',
    'Sales reached $4.5 million vs. $3 million a year earlier.| Costs fell.',
    'It was late...| Then the lights went out.',
    'Was it true?| Yes!| It was.',
    'Dr. Amara N. Diallo spoke at 5 p.m. on Sunday.| The hall was full.',
    'The ship — built in 1998 — sank.| All 12 crew members survived.',
  ])('%s', (marked) => {
    const text = marked.replaceAll('|', '')
    expect(sentences(text)).toEqual(marked.split('|').map((part) => part.trim()))
  })
})

describe('lines', () => {
  test('a line is a paragraph, with or without a full stop', () => {
    const text = 'Rebels Seize Port City\n\nAhmed Nour, Aden\r\nFighters took the port.\rThey met no resistance.'
    expect(
      splitSentences(article(text)).map(({ paragraph, start, end }) => [paragraph, text.slice(start, end)]),
    ).toEqual([
      [0, 'Rebels Seize Port City'],
      [1, 'Ahmed Nour, Aden'],
      [2, 'Fighters took the port.'],
      [3, 'They met no resistance.'],
    ])
  })

  test('lines broken to a width belong together', () => {
    const text =
      'The commission published its report on the accident at the northern\ndam on Monday, eleven months after the gates had failed to open during\nthe worst flood of the century. It blames nobody by name.\n\nA second report will follow.'
    expect(sentences(text)).toEqual([
      'The commission published its report on the accident at the northern\ndam on Monday, eleven months after the gates had failed to open during\nthe worst flood of the century.',
      'It blames nobody by name.',
      'A second report will follow.',
    ])
  })

  test('a sentence never crosses a zone', () => {
    const text = 'Port reopens Ships return to Aden.'
    const found = splitSentences(article(text, [{ start: 0, end: 12, zone: 'title' }]))
    expect(found.map(({ start, end, zone }) => [text.slice(start, end), zone])).toEqual([
      ['Port reopens', 'title'],
      ['Ships return to Aden.', 'body'],
    ])
  })
})

const parts = [
  'Word',
  'two',
  '. ',
  '.',
  '? ',
  '“',
  '”',
  '\n',
  '\r\n',
  '\n\n',
  ' ',
  '\u2028',
  '\u00a0',
  '\u200f',
  '😀',
  '\ud83d',
  '\ude00',
  'Mr. ',
  '(',
  ')',
  '5',
  '\ufeff',
  '\u0085',
]
const messy = fc
  .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 80 })
  .map((found) => found.join(''))

test('sentences are trimmed, in order, and hold every character that is no blank', () => {
  fc.assert(
    fc.property(messy, fc.nat(40), fc.nat(40), (text, from, length) => {
      const zone = {
        start: Math.min(from, text.length),
        end: Math.min(from + length, text.length),
        zone: 'caption' as const,
      }
      const found = splitSentences(article(text, zone.start < zone.end ? [zone] : []))
      let covered = ''
      let last = 0
      found.forEach(({ start, end, index }, at) => {
        expect(index).toBe(at)
        expect(start).toBeGreaterThanOrEqual(last)
        const sentence = text.slice(start, end)
        expect(sentence).toBe(sentence.trim())
        expect(sentence).not.toBe('')
        covered += sentence
        last = end
      })
      expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
    { numRuns: 1000 },
  )
})

test.each(['a... ', 'a', 'a.B', 'A. ', '\n', '“a ', 'a\u2028', '.)'])(
  'takes linear time for %j repeated, and no sentence is monstrous',
  (part) => {
    let longest = 0
    const time = (length: number) => {
      const text = part.repeat(length / part.length)
      const start = performance.now()
      longest = splitSentences(article(text)).reduce(
        (most, { start: from, end }) => Math.max(most, end - from),
        longest,
      )
      return performance.now() - start
    }
    time(20_000)
    expect(time(320_000)).toBeLessThan(120 * Math.max(time(20_000), 8))
    expect(longest).toBeLessThanOrEqual(2400)
  },
)
