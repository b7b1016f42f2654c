import type { Span } from '../model/span.ts'
import { LOWER, UPPER } from './letters.ts'
import { isAbbreviation } from './token-tables.ts'

const SMALL = /^\p{Ll}[^\p{Lu}]*$/u
const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u
const CAPITALISED = /^\p{Lu}[^\p{Lu}]*$/u
const SMALL_INITIALS = /^\p{Ll}(?:\.\p{Ll})+$/u
const INITIALS = /^\p{Lu}(?:\.\p{Lu})*$/u
const CONTINUED = /^[\p{Ll}\d)”"]+$/u

/** A model of sentence ends: a weight for each feature of a place between two pieces of text. */
export interface BoundaryModel {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
}

/** Text between blanks, or between two places in it where a sentence may end without a blank. */
export interface Piece extends Span {
  readonly look: Look
  /** How many blanks follow it: 0, 1, 2 (several). */
  readonly gap: number
}

/** What a piece looks like, wherever it stands. */
export interface Look {
  /** "“('" → what stands before the first letter or digit, marks made one of a kind. */
  readonly lead: string
  readonly core: string
  /** The core in lower case. */
  readonly word: string
  readonly tail: string
  readonly shape: string
}

const LONGEST_PIECE = 2000
const LONGEST_SENTENCE = 300
const JOINT = /[.?!…]["'”’)\]]*(?=["“‘(]?\p{Lu}\p{Ll})/gu

/** The pieces of a paragraph in order. */
export function findPieces(text: string, { start, end }: Span): Piece[] {
  const found: Piece[] = []
  const blank = /\s+/g
  let at = start
  while (at < end) {
    blank.lastIndex = at
    const match = blank.exec(text)
    const stop = match && match.index < end ? match.index : end
    const gap = match && stop < end ? Math.min(match[0].length, 2) : 0
    if (stop > at) cutAtJoints(text, at, stop, gap, found)
    at = match && stop < end ? stop + match[0].length : end
  }
  return found
}

/** "end.Next" may be two sentences; text without any blank is cut anyway. */
function cutAtJoints(text: string, start: number, end: number, gap: number, found: Piece[]): void {
  let from = start
  const chunk = text.slice(start, end)
  for (const joint of jointsIn(chunk)) {
    found.push(piece(text, from, start + joint, 0))
    from = start + joint
  }
  while (end - from > LONGEST_PIECE) {
    const to = from + LONGEST_PIECE - (isLow(text.charCodeAt(from + LONGEST_PIECE)) ? 1 : 0)
    found.push(piece(text, from, to, 0))
    from = to
  }
  found.push(piece(text, from, end, gap))
}

const piece = (text: string, start: number, end: number, gap: number): Piece => ({
  start,
  end,
  look: lookOf(text.slice(start, end)),
  gap,
})

/** Where a new sentence may begin in a text without blanks. */
function jointsIn(chunk: string): number[] {
  if (chunk.length <= 4 || !STOP_INSIDE.test(chunk) || chunk.includes('@') || chunk.includes('://')) return NONE
  const found: number[] = []
  for (const match of chunk.matchAll(JOINT)) {
    const to = match.index + match[0].length
    const before = chunk.slice(Math.max(0, match.index - 2), match.index)
    if (to < chunk.length && before.length === 2 && CONTINUED.test(before)) found.push(to)
  }
  return found
}
const STOP_INSIDE = /[.?!…]./
const NONE: number[] = []

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
const EDGE = /[\p{L}\p{N}\p{M}$€£%&@#+°_]/u

const looks = new Map<string, Look>()
const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 40

/** Most pieces are words that were seen before. */
function lookOf(piece: string): Look {
  const known = looks.get(piece)
  if (known) return known
  const look = lookAt(piece)
  if (looks.size >= MOST_REMEMBERED) looks.clear()
  if (piece.length <= LONGEST_REMEMBERED) looks.set(piece, look)
  return look
}

function lookAt(piece: string): Look {
  let from = 0
  let to = piece.length
  while (from < to && !EDGE.test(piece[from]!)) from++
  while (to > from && !EDGE.test(piece[to - 1]!)) to--
  const whole = piece.slice(from, to)
  const core = whole.length > 24 ? '<long>' : whole
  return {
    lead: whole === '' ? '' : marks(piece.slice(0, from), true),
    core,
    word: core.toLowerCase(),
    tail: marks(whole === '' ? piece : piece.slice(to), false),
    shape: shapeOf(whole),
  }
}

/** Marks without their variety: curly as straight, runs as one with "+". */
function marks(text: string, leading: boolean): string {
  if (text.length === 0) return ''
  const short = text.length > 12 ? text.slice(-12) : text
  return short
    .replace(/[“”„«»]|''|``/g, '"')
    .replace(/[‘’`´]/g, "'")
    .replace(/…/g, '...')
    .replace(/[—–]/g, '--')
    .replace(/\.{3,}/g, '…')
    .replace(/([!?.\-*=_~#>])\1+/g, '$1+')
    .replace(/[?!]{2,}/g, '?!')
    .replace(/[^"'….!?\-+,;:()[\]<>*=~|/&#_]+/gu, leading ? '' : '¤')
}

function shapeOf(core: string): string {
  if (core === '') return '-'
  if (INITIALS.test(core)) return core.length === 1 ? 'I' : 'A.'
  if (SMALL_INITIALS.test(core)) return 'a.'
  if (CAPITALISED.test(core)) return 'Aa'
  if (CAPITALS.test(core)) return 'AA'
  if (UPPER.test(core)) return 'AaA'
  if (SMALL.test(core)) return 'a'
  if (LOWER.test(core)) return 'aA'
  if (/^[\d.,:/-]+$/.test(core)) return core.length < 3 ? '9' : '99'
  return /^\d/.test(core) ? '9a' : 'x'
}

/** What is known of the sentence that is being read, at the place after a piece. */
export interface State {
  words: number
  quotes: number
  brackets: number
}

export const freshState = (): State => ({ words: 0, quotes: 0, brackets: 0 })

/** Reads one more piece into the state. */
export function advance(state: State, { look: { lead, tail } }: Piece): void {
  state.words++
  if (lead === '' && tail === '') return
  for (const mark of lead + tail) {
    if (mark === '"') state.quotes ^= 1
    else if (mark === '(' || mark === '[') state.brackets++
    else if ((mark === ')' || mark === ']') && state.brackets > 0) state.brackets--
  }
}

/** True where a sentence can possibly end. */
export const isCandidate = ({ look: before, gap }: Piece, { look: after }: Piece): boolean =>
  before.tail !== '' ||
  after.lead !== '' ||
  gap !== 1 ||
  !(after.shape === 'a' || after.shape === 'aA' || after.shape === 'a.')

const bucket = (count: number): string =>
  count < 4 ? `${count}` : count < 8 ? '4' : count < 16 ? '8' : count < 32 ? '16' : '32'

/** The features of the place between pieces `at` and `at + 1`. */
export function featuresAt(pieces: readonly Piece[], at: number, state: State): string[] {
  const { look: before, gap } = pieces[at]!
  const { look: after } = pieces[at + 1]!
  const earlier = pieces[at - 1]?.look
  const later = pieces[at + 2]?.look
  const { word, tail } = before
  const next = after.word
  const open = `${state.quotes}${state.brackets ? 1 : 0}`
  const left = pieces.length - at - 1
  return [
    `t ${tail}`,
    `s ${before.shape}`,
    `n ${after.shape}`,
    `l ${after.lead}`,
    `w ${word}`,
    ...(tail.startsWith('.') && isAbbreviation(before.core) ? [`a ${tail} ${after.shape}`, `al ${after.lead}`] : []),
    `x ${next}`,
    `ts ${tail} ${before.shape}`,
    `tn ${tail} ${after.shape}`,
    `tl ${tail} ${after.lead}`,
    `tnl ${tail} ${after.shape} ${after.lead}`,
    `sn ${tail} ${before.shape} ${after.shape}`,
    `tw ${tail} ${word}`,
    `tx ${tail} ${next}`,
    `tu ${tail} ${after.tail}`,
    `g ${gap} ${tail}`,
    `gn ${gap} ${after.shape} ${tail === ''}`,
    `o ${open} ${tail}`,
    `on ${open} ${tail} ${after.shape}`,
    `c ${tail} ${bucket(state.words)}`,
    `cn ${tail} ${bucket(state.words)} ${after.shape}`,
    `r ${tail} ${bucket(left)}`,
    `e ${tail} ${earlier ? earlier.shape : '^'} ${before.shape} ${after.shape}`,
    `f ${tail} ${after.shape} ${later ? later.shape : '$'}`,
    `fx ${tail} ${next} ${later ? later.shape : '$'}`,
    `et ${earlier ? earlier.tail : '^'} ${tail} ${after.shape}`,
    `k ${tail} ${Math.min(before.core.length, 6)} ${after.shape}`,
    `pw ${tail} ${earlier ? earlier.word : '^'}`,
  ]
}

/** Where the sentences of a paragraph end: spans from the first piece's start to the last piece's end. Linear in the text. */
export function cutSentences(text: string, paragraph: Span, model: BoundaryModel): Span[] {
  const pieces = findPieces(text, paragraph)
  const found: Span[] = []
  let state = freshState()
  let first = 0
  pieces.forEach((piece, at) => {
    advance(state, piece)
    const after = pieces[at + 1]
    if (after && !endsHere(pieces, at, state, model)) return
    found.push({ start: pieces[first]!.start, end: piece.end })
    first = at + 1
    state = freshState()
  })
  return found
}

function endsHere(pieces: readonly Piece[], at: number, state: State, model: BoundaryModel): boolean {
  const before = pieces[at]!
  if (before.end - before.start >= LONGEST_PIECE - 1 && before.gap === 0) return true
  if (state.words >= LONGEST_SENTENCE && (before.look.tail !== '' || state.words >= LONGEST_SENTENCE + 50)) return true
  if (!isCandidate(before, pieces[at + 1]!) || isWithinClause(before, pieces[at + 1]!)) return false
  return scoreAt(pieces, at, state, model) > 0
}

/** "…: it is", "…; nevertheless": a small letter after such a mark goes on with the sentence, whatever web writers do. */
const isWithinClause = (before: Piece, after: Piece): boolean =>
  /^[:;,]$|^--$/.test(before.look.tail) && after.look.shape.startsWith('a')

export function scoreAt(pieces: readonly Piece[], at: number, state: State, model: BoundaryModel): number {
  let score = model.bias
  for (const feature of featuresAt(pieces, at, state)) score += model.weights.get(feature) ?? 0
  return score
}
