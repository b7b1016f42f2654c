import type { Sentence } from '../model/document.ts'
import type { Span } from '../model/span.ts'

/** What a lexeme is: a number in digits, a whole numeric date ("2016-05-03"), a clock time ("15:30"), a word, or a single mark. */
export type LexemeKind = 'number' | 'date' | 'clock' | 'word' | 'mark'

/** The smallest piece that amounts and times are read from; finer than an engine's words ("$4.1bn" → "$", "4.1", "bn"). */
export interface Lexeme extends Span {
  readonly kind: LexemeKind
  readonly text: string
  /** Lower case, without the dots of "p.m." and "U.S.", with straight apostrophes. */
  readonly lower: string
  /** A blank (or the beginning) stands before it. */
  readonly gap: boolean
  /** Of numbers */
  readonly value: number
}

// Every repetition that can fail after a long match is bounded, so any text costs linear time.
const ADDRESS = String.raw`((?:https?:\/\/|www\.)\S{1,2000}|[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5})`
const INSTANT = String.raw`(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)`
/** Its link is the fourth group of the whole; a named one would cost every match an object of names. */
const DATE = String.raw`(\d{1,4}([-\/.])(?:\d{1,2}|\p{L}{3,9})\4\d{1,4}(?![\d\p{L}]|[-\/.]\d))`
const CLOCK = String.raw`(\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))`
const GROUPED = String.raw`\d{1,3}(?:,\d{3}){1,8}(?!,?\d)(?:\.\d{1,20})?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,6}(?![,.]?\d)`
const NUMBER = String.raw`(${GROUPED}|\d{1,25}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3}(?![\d\p{L}]))?|(?<![\p{L}\d])\.\d{1,20})`
const WORD = String.raw`(\p{L}(?:\.\p{L}){1,6}\.?(?![\p{L}\d])|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?)`
const MARK = String.raw`\S`
/** With and without addresses, which few texts have and which are slow to look for. */
const PATTERN = new RegExp(['()', INSTANT, DATE, CLOCK, NUMBER, WORD, MARK].join('|').replace('()|', '(?!)()|'), 'gu')
const PATTERN_WITH_ADDRESSES = new RegExp([ADDRESS, INSTANT, DATE, CLOCK, NUMBER, WORD, MARK].join('|'), 'gu')

/** A stretch of text as lexemes, in order. Possessive endings stand alone: "year's" → "year", "'s". */
export function toLexemes(text: string, span: Span): Lexeme[] {
  const found: Lexeme[] = []
  const part = text.slice(span.start, span.end)
  const pattern = /@|:\/\/|www\./.test(part) ? PATTERN_WITH_ADDRESSES : PATTERN
  let end = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
    const gap = match.index > end || match.index === 0
    end = match.index + match[0].length
    if (match[1] !== undefined) continue
    const kind = kindOf(match)
    const start = span.start + match.index
    const possessive = kind === 'word' && match[0].length > 2 && POSSESSIVE.test(match[0])
    if (possessive) {
      const base = match[0].slice(0, -2)
      found.push(lexeme('word', base, start, gap), lexeme('word', match[0].slice(-2), start + base.length, false))
    } else found.push(lexeme(kind, match[0], start, gap))
  }
  return found
}

const POSSESSIVE = /['’][sS]$/

function kindOf([, , instant, date, , clock, number, word]: RegExpMatchArray): LexemeKind {
  if (word !== undefined) return 'word'
  if (number !== undefined) return 'number'
  if (clock !== undefined) return 'clock'
  return instant !== undefined || date !== undefined ? 'date' : 'mark'
}

const known = new WeakMap<Sentence, Lexeme[]>()

/** The lexemes of a sentence, made once for all stages. */
export function lexemesOf(text: string, sentence: Sentence): readonly Lexeme[] {
  let made = known.get(sentence)
  if (!made) {
    made = toLexemes(text, sentence)
    known.set(sentence, made)
  }
  return made
}

const lexeme = (kind: LexemeKind, text: string, start: number, gap: boolean): Lexeme => ({
  kind,
  text,
  lower: kind === 'word' ? lowered(text) : text,
  start,
  end: start + text.length,
  gap,
  value: kind === 'number' ? Number(text.replace(/[,\s]/g, '')) : Number.NaN,
})

const lowered = (text: string): string =>
  (/[.’]/.test(text) ? text.replace(/\./g, '').replaceAll('’', "'") : text).toLowerCase()

export const isHyphen = (lexeme: Lexeme | undefined): boolean => lexeme !== undefined && /^[-‐‑–—−]$/.test(lexeme.lower)
