import type { Span } from '../model/span.ts'
import {
  ADDRESS,
  ALONE,
  AMPERSAND,
  BLANK,
  CLITIC,
  DATE,
  DIGIT,
  DOTTED,
  EMOJI,
  FILE,
  HANDLE,
  ITEM,
  ITS_VERB,
  LETTER,
  NOT,
  NOT_WORDY,
  NUMBER,
  PHONE,
  PLAIN,
  RUN,
  WORD,
} from './token-patterns.ts'
import { tokenTables } from './token-tables.ts'

/** A word before analysis: its place in the text and its form. */
export interface Token extends Span {
  readonly form: string
}

const CAPITAL_OR_DIGIT = /[\p{Lu}\d]/u
const GOES_ON = /[\p{Ll},;:)]/u
const HAS_LETTER = /\p{L}/u
const CAPITAL = /[\p{Lu}\p{Lt}]/u
const INITIAL = /^\p{Lu}$/u

/**
 * The words of a span of the text by Universal Dependencies' conventions for English: "can't" → "ca", "n't"; "Seoul's" → "Seoul", "'s";
 * "state-run" → three words, but "non-lethal" one; "5kg" → "5", "kg"; a full stop stays with its abbreviation. Every character that is not
 * a blank is in exactly one word.
 */
export function tokenize(text: string, span: Span): Token[] {
  const found: Token[] = []
  let at = span.start
  while (at < span.end) {
    if (isBlank(text, at)) {
      at++
      continue
    }
    let end = at + 1
    while (end < span.end && !isBlank(text, end)) end++
    new Chunk(text, at, end, span.end, found).split()
    at = end
  }
  return found
}

const isBlank = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  if (unit > 32 && unit < 128) return false
  return BLANK.test(text[at]!)
}

/** The words between two blanks. */
class Chunk {
  private readonly known = tokenTables()
  private readonly chunk: string
  private readonly mayBeAddress: boolean
  private readonly hasStop: boolean
  private readonly hasAmpersand: boolean

  constructor(
    private readonly text: string,
    private readonly start: number,
    end: number,
    private readonly last: number,
    private readonly found: Token[],
  ) {
    this.chunk = text.slice(start, end)
    this.mayBeAddress = /@|:\/\/|www\./.test(this.chunk)
    this.hasStop = this.chunk.includes('.')
    this.hasAmpersand = this.chunk.includes('&')
  }

  split(): void {
    const { chunk } = this
    if (PLAIN.test(chunk)) this.word(0, chunk.length)
    else if (this.found.length === 0 && this.start + chunk.length < this.last && this.match(ITEM, 0))
      this.push(0, chunk.length)
    else for (let at = 0; at < chunk.length; ) at = this.next(at)
  }

  private push(from: number, to: number): void {
    if (to > from) this.found.push({ start: this.start + from, end: this.start + to, form: this.chunk.slice(from, to) })
  }

  /** Where the pattern's match at this place ends; 0 when there is none. */
  private match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at
    return pattern.test(this.chunk) ? pattern.lastIndex : 0
  }

  private whole(from: number, to: number): number {
    this.push(from, to)
    return to
  }

  /** Takes one word, or a few that belong together, from here. Returns where it stopped. */
  private next(at: number): number {
    const { chunk, known } = this
    const first = chunk[at]!
    const fixed =
      this.address(at, first) || this.handle(at, first) || (NOT_WORDY.test(first) && this.match(known.emoticon, at))
    if (fixed) return this.whole(at, fixed)
    if (DIGIT.test(first) || (/[+.]/.test(first) && at === 0 && DIGIT.test(chunk[at + 1] ?? ''))) return this.number(at)
    const clitic = (first === "'" || first === '’') && this.match(ALONE, at)
    if (clitic) return this.whole(at, clitic)
    if (LETTER.test(first) || isPair(chunk, at)) {
      const abbreviation = this.hasStop && this.match(DOTTED, at)
      if (abbreviation) return this.whole(at, this.dotted(at, abbreviation))
      const pair = this.hasAmpersand && this.match(AMPERSAND, at)
      if (pair) return this.whole(at, pair)
      const letters = this.match(WORD, at)
      if (letters) return this.hyphened(at, letters)
    }
    return this.whole(
      at,
      this.match(EMOJI, at) || this.match(RUN, at) || this.match(WORD, at) || at + (isPair(chunk, at) ? 2 : 1),
    )
  }

  private address(at: number, first: string): number {
    const to = this.mayBeAddress ? this.match(ADDRESS, at) : 0
    if (to) return untrailed(this.chunk, at, to)
    const named =
      this.hasStop && this.chunk.length < 120 && (at === 0 || /[(<["“]/.test(this.chunk[at - 1]!))
        ? this.match(FILE, at)
        : 0
    if (named) return named
    return this.hasStop && LETTER.test(first) && !LETTER.test(this.chunk[at - 1] ?? '')
      ? this.match(this.known.site, at)
      : 0
  }

  private handle(at: number, first: string): number {
    return (first === '@' || first === '#') && (at === 0 || this.chunk[at - 1] === '(') ? this.match(HANDLE, at) : 0
  }

  /** "6.5%", "1980s", "17th", "5kg", "2003-04". */
  private number(from: number): number {
    const fixed = this.match(PHONE, from) || this.match(DATE, from)
    if (fixed) return this.whole(from, fixed)
    const to = this.match(NUMBER, from)
    if (!to) return this.whole(from, from + 1)
    const tail = this.match(WORD, to)
    if (!tail) return this.whole(from, to)
    const letters = this.chunk.slice(to, tail)
    if (!this.known.units.has(letters)) return this.hyphened(from, tail)
    this.push(from, to)
    return this.chunk[tail] === '.' && /^[ap]$/i.test(letters) ? to : this.whole(to, tail)
  }

  /** A word and what hangs on it by hyphens: apart, unless the first part is a prefix. */
  private hyphened(from: number, to: number): number {
    const rest = this.chunk[to] === '/' ? this.match(WORD, to + 1) : 0
    if (rest && this.known.slashed.has(this.chunk.slice(from, rest).toLowerCase())) return this.whole(from, rest)
    if (this.chunk[to] === '/' && this.known.slashed.has(this.chunk.slice(from, to + 1).toLowerCase())) {
      return this.whole(from, to + 1)
    }
    if (this.chunk[to] !== '-' && this.chunk[to] !== '‑') return this.stopped(from, to)
    const next = this.match(WORD, to + 1)
    if (!next) return this.stopped(from, to)
    const head = this.chunk.slice(from, to).toLowerCase()
    const tail = this.chunk.slice(to + 1, next).toLowerCase()
    if (
      this.known.prefixes.has(head) &&
      (from === 0 || !/[-‑]/.test(this.chunk[from - 1]!)) &&
      !(DIGIT.test(tail) && head.length < 3)
    )
      return this.stopped(from, next)
    if (this.known.suffixes.has(tail)) return this.stopped(from, next)
    this.word(from, to)
    return to
  }

  /** A word with the full stop that belongs to it, if one does. */
  private stopped(from: number, to: number): number {
    if (this.chunk[to] !== '.' || this.chunk[to + 1] === '.') {
      this.word(from, to)
      return to
    }
    if (this.keepsStop(this.chunk.slice(from, to), from, to + 1)) {
      this.push(from, to + 1)
      return to + 1
    }
    this.word(from, to)
    return to
  }

  /** Where "p.m." or "e.g." ends: with its last stop, except for a time of day that ends the sentence. */
  private dotted(from: number, to: number): number {
    const form = this.chunk.slice(from, to)
    if (/^ph\.d$/i.test(form) && this.chunk[to] === '.') return to + 1
    return /^[ap]\.m\.$/i.test(form) && nextChar(this.text, this.start + to, this.last) === '' ? to - 1 : to
  }

  private keepsStop(form: string, from: number, to: number): boolean {
    const next = nextChar(this.text, this.start + to, this.last)
    const ends =
      next === '' ||
      (to === this.chunk.length && this.start + to >= this.last) ||
      /^["'”’)\]]+$/.test(this.text.slice(this.start + to, this.last).slice(0, 3))
    if (INITIAL.test(form)) return !ends && (from > 0 || CAPITAL.test(next))
    const key = this.known.abbreviations.has(form)
      ? form
      : this.known.abbreviations.has(form.toLowerCase())
        ? form.toLowerCase()
        : undefined
    const titled =
      key ?? (this.known.abbreviations.has(capital(form)) && form === form.toUpperCase() ? capital(form) : undefined)
    if (!titled)
      return !ends && this.chunk[to] === ',' && form.length <= 4 && HAS_LETTER.test(form) && !/[aeiou]/i.test(form)
    if (
      ends &&
      (this.known.inside.has(titled) || this.known.beforeNumber.has(titled) || this.known.beforeName.has(titled))
    )
      return false
    const lower = GOES_ON.test(next)
    if (lower && !this.known.beforeNumber.has(titled)) return true
    if (this.known.beforeNumber.has(titled)) return DIGIT.test(next)
    if (this.known.afterNumber.has(titled))
      return lower || DIGIT.test(this.text[Math.max(0, this.start + from - 2)] ?? '')
    if (this.known.beforeName.has(titled)) return CAPITAL_OR_DIGIT.test(next)
    return true
  }

  /** "its a shame" */
  private isItIs(form: string, after: number): boolean {
    return /^its$/i.test(form) && ITS_VERB.test(this.text.slice(after, Math.min(after + 12, this.last)))
  }

  /** One written word as its syntactic words: "I’d’ve" has three. */
  private word(from: number, to: number): void {
    const form = this.chunk.slice(from, to)
    const cut = this.isItIs(form, this.start + to) ? 2 : cutOf(form, this.known.contractions)
    if (cut > 0 && cut < form.length && /['’`´ʼ]/.test(form.slice(0, cut))) this.word(from, from + cut)
    else this.push(from, from + cut)
    this.push(from + cut, to)
  }
}

/** Where the second syntactic word begins; the length where there is only one. */
function cutOf(form: string, contractions: ReadonlyMap<string, number>): number {
  const fixed = contractions.get(form.toLowerCase())
  if (fixed !== undefined) return fixed
  if (form.length > 64) return form.length
  const not = NOT.exec(form)
  if (not) return not[1]!.length
  const clitic = CLITIC.exec(form)
  if (clitic && !/^[od]$/i.test(clitic[1]!)) return clitic[1]!.length
  return form.length
}

/** An address without the punctuation that follows it in the sentence. */
function untrailed(chunk: string, from: number, to: number): number {
  while (to > from + 1 && /[.,;:!?'’)\]}*]/.test(chunk[to - 1]!)) {
    if (chunk[to - 1] === ')' && chunk.slice(from, to - 1).includes('(')) break
    to--
  }
  return to
}

const capital = (form: string): string => form.slice(0, 1).toUpperCase() + form.slice(1).toLowerCase()

/** The first character after blanks, '' at the end. */
function nextChar(text: string, at: number, end: number): string {
  while (at < end && isBlank(text, at)) at++
  return at < end ? text[at]! : ''
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at)
  const low = text.charCodeAt(at + 1)
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}
