import type { Span } from '../model/span.ts'
import type { Token } from './engine.ts'
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
    splitChunk(text, at, end, span.end, found)
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
function splitChunk(text: string, start: number, end: number, last: number, found: Token[]): void {
  const known = tokenTables()
  const chunk = text.slice(start, end)
  const push = (from: number, to: number) => {
    if (to > from) found.push({ start: start + from, end: start + to, form: chunk.slice(from, to) })
  }
  /** Where the pattern's match at this place ends; 0 when there is none. */
  const match = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at
    return pattern.test(chunk) ? pattern.lastIndex : 0
  }
  const whole = (from: number, to: number): number => {
    push(from, to)
    return to
  }
  if (PLAIN.test(chunk)) {
    word(0, chunk.length)
    return
  }
  if (found.length === 0 && end < last && match(ITEM, 0)) {
    whole(0, chunk.length)
    return
  }
  const mayBeAddress = /@|:\/\/|www\./.test(chunk)
  const mayBeSite = chunk.includes('.')
  for (let at = 0; at < chunk.length; ) at = next(at)

  /** Takes one word, or a few that belong together, from here. Returns where it stopped. */
  function next(at: number): number {
    const first = chunk[at]!
    const fixed = address(at, first) || handle(at, first) || (NOT_WORDY.test(first) && match(known.emoticon, at))
    if (fixed) return whole(at, fixed)
    if (DIGIT.test(first) || (/[+.]/.test(first) && at === 0 && DIGIT.test(chunk[at + 1] ?? ''))) return number(at)
    const clitic = (first === "'" || first === '’') && match(ALONE, at)
    if (clitic) return whole(at, clitic)
    if (LETTER.test(first) || isPair(chunk, at)) {
      const abbreviation = match(DOTTED, at)
      if (abbreviation) return whole(at, dotted(at, abbreviation))
      const pair = match(AMPERSAND, at)
      if (pair) return whole(at, pair)
      const letters = match(WORD, at)
      if (letters) return hyphened(at, letters)
    }
    return whole(at, match(EMOJI, at) || match(RUN, at) || match(WORD, at) || at + (isPair(chunk, at) ? 2 : 1))
  }

  function address(at: number, first: string): number {
    const to = mayBeAddress ? match(ADDRESS, at) : 0
    if (to) return untrailed(chunk, at, to)
    const named = mayBeSite && chunk.length < 120 && (at === 0 || /[(<["“]/.test(chunk[at - 1]!)) ? match(FILE, at) : 0
    if (named) return named
    return mayBeSite && LETTER.test(first) && !LETTER.test(chunk[at - 1] ?? '') ? match(known.site, at) : 0
  }

  function handle(at: number, first: string): number {
    return (first === '@' || first === '#') && (at === 0 || chunk[at - 1] === '(') ? match(HANDLE, at) : 0
  }

  /** "6.5%", "1980s", "17th", "5kg", "2003-04". */
  function number(from: number): number {
    const fixed = match(PHONE, from) || match(DATE, from)
    if (fixed) return whole(from, fixed)
    const to = match(NUMBER, from)
    if (!to) return whole(from, from + 1)
    const tail = match(WORD, to)
    if (!tail) return whole(from, to)
    const letters = chunk.slice(to, tail)
    if (!known.units.has(letters)) return hyphened(from, tail)
    push(from, to)
    return chunk[tail] === '.' && /^[ap]$/i.test(letters) ? to : whole(to, tail)
  }

  /** A word and what hangs on it by hyphens: apart, unless the first part is a prefix. */
  function hyphened(from: number, to: number): number {
    const rest = chunk[to] === '/' ? match(WORD, to + 1) : 0
    if (rest && known.slashed.has(chunk.slice(from, rest).toLowerCase())) return whole(from, rest)
    if (chunk[to] === '/' && known.slashed.has(chunk.slice(from, to + 1).toLowerCase())) {
      return whole(from, to + 1)
    }
    if (chunk[to] !== '-' && chunk[to] !== '‑') return stopped(from, to)
    const next = match(WORD, to + 1)
    if (!next) return stopped(from, to)
    const head = chunk.slice(from, to).toLowerCase()
    const tail = chunk.slice(to + 1, next).toLowerCase()
    if (
      known.prefixes.has(head) &&
      (from === 0 || !/[-‑]/.test(chunk[from - 1]!)) &&
      !(DIGIT.test(tail) && head.length < 3)
    )
      return stopped(from, next)
    if (known.suffixes.has(tail)) return stopped(from, next)
    word(from, to)
    return to
  }

  /** A word with the full stop that belongs to it, if one does. */
  function stopped(from: number, to: number): number {
    if (chunk[to] !== '.' || chunk[to + 1] === '.') {
      word(from, to)
      return to
    }
    if (keepsStop(chunk.slice(from, to), from, to + 1)) {
      push(from, to + 1)
      return to + 1
    }
    word(from, to)
    return to
  }

  /** Where "p.m." or "e.g." ends: with its last stop, except for a time of day that ends the sentence. */
  function dotted(from: number, to: number): number {
    const form = chunk.slice(from, to)
    if (/^ph\.d$/i.test(form) && chunk[to] === '.') return to + 1
    return /^[ap]\.m\.$/i.test(form) && nextChar(text, start + to, last) === '' ? to - 1 : to
  }

  function keepsStop(form: string, from: number, to: number): boolean {
    const next = nextChar(text, start + to, last)
    const ends =
      next === '' ||
      (to === chunk.length && start + to >= last) ||
      /^["'”’)\]]+$/.test(text.slice(start + to, last).slice(0, 3))
    if (/^\p{Lu}$/u.test(form)) return !ends && (from > 0 || /[\p{Lu}\p{Lt}]/u.test(next))
    const key = known.abbreviations.has(form)
      ? form
      : known.abbreviations.has(form.toLowerCase())
        ? form.toLowerCase()
        : undefined
    const titled =
      key ?? (known.abbreviations.has(capital(form)) && form === form.toUpperCase() ? capital(form) : undefined)
    if (!titled) return !ends && chunk[to] === ',' && form.length <= 4 && /\p{L}/u.test(form) && !/[aeiou]/i.test(form)
    if (ends && (known.inside.has(titled) || known.beforeNumber.has(titled) || known.beforeName.has(titled)))
      return false
    const lower = /[\p{Ll},;:)]/u.test(next)
    if (lower && !known.beforeNumber.has(titled)) return true
    if (known.beforeNumber.has(titled)) return DIGIT.test(next)
    if (known.afterNumber.has(titled)) return lower || DIGIT.test(text[Math.max(0, start + from - 2)] ?? '')
    if (known.beforeName.has(titled)) return /[\p{Lu}\d]/u.test(next)
    return true
  }

  /** "its a shame" */
  function isItIs(form: string, after: number): boolean {
    return /^its$/i.test(form) && ITS_VERB.test(text.slice(after, Math.min(after + 12, last)))
  }

  /** One written word as its syntactic words: "I’d’ve" has three. */
  function word(from: number, to: number): void {
    const form = chunk.slice(from, to)
    const cut = isItIs(form, start + to) ? 2 : cutOf(form, known.contractions)
    if (cut > 0 && cut < form.length && /['’`´ʼ]/.test(form.slice(0, cut))) word(from, from + cut)
    else push(from, from + cut)
    push(from + cut, to)
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
