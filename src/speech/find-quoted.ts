import type { Sentence } from '../model/document.ts'
import { type Span, trimmed } from '../model/span.ts'

const CLOSED = /[^\s][’'](?![\p{L}\p{N}])/u
const CLOSED_BEHIND_MARK = /[.,!?…][’'](?![\p{L}\p{N}])/u
const GOES_ON = /^ \p{Ll}/u
const OPENS = /[\p{L}\p{N}[(…]/u

/** Words between quotation marks, the marks left out. */
export interface Quoted extends Span {
  /** Where the opening and closing marks are; the ends themselves where a mark was lost. */
  readonly outer: Span
  /** It goes on with the quotation before it: the next paragraph of a speech opens its marks again. */
  readonly continues: boolean
  /** A mark was missing. */
  readonly repaired: boolean
}

type Side = 'open' | 'close'
interface Mark extends Span {
  readonly kind: 'double' | 'single'
  readonly side: Side
}
interface Open {
  readonly mark: Mark
  readonly paragraph: Paragraph
  readonly continues: boolean
}
interface Paragraph extends Span {
  readonly sentences: readonly Sentence[]
}

const MARKS = /[“”"„‟«»＂「」『』]|``|''|[‘’‚‛'`]/g
const LETTER = /[\p{L}\p{N}]/u
const BLANK = /\s/

/**
 * What stands between quotation marks: curly, straight, low, angled and single ones, nested, over sentences and over paragraphs
 * that each open anew. A mark that was lost is put back at the sentence's edge. In order of their starts.
 */
export function findQuoted(text: string, sentences: readonly Sentence[]): Quoted[] {
  const found: Quoted[] = []
  let open: Open[] = []
  const close = (at: Open, end: Span, repaired: boolean) => {
    const inner = trimmed(text, { start: at.mark.end, end: Math.max(end.start, at.mark.end) })
    if (inner.start < inner.end) {
      found.push({ ...inner, outer: { start: at.mark.start, end: end.end }, continues: at.continues, repaired })
    }
  }
  const paragraphs = paragraphsOf(sentences)
  paragraphs.forEach((paragraph, number) => {
    let continues = open.length > 0
    open = []
    const marks = marksOf(text, paragraph)
    marks.forEach((mark, at) => {
      const inside = open.findLastIndex((one) => one.mark.kind === mark.kind)
      if (mark.side === 'open') {
        const first = at === 0 && text.slice(paragraph.start, mark.start).trim() === ''
        if (inside >= 0 && !closesTwice(marks, at)) {
          const lost = open[inside]!
          close(lost, endOfSentence(paragraph, lost.mark.start, mark.start), true)
          open.length = inside
        }
        open.push({ mark, paragraph, continues: continues && first })
        continues = false
      } else if (inside >= 0) {
        close(open[inside]!, mark, false)
        open.length = inside
      } else if (mark.kind === 'double') {
        const start = startOfSentence(paragraph, mark.start, found.at(-1)?.outer.end ?? 0)
        close({ mark: { ...start, kind: 'double', side: 'open' }, paragraph, continues }, mark, true)
        continues = false
      }
    })
    const next = paragraphs[number + 1]
    open = open.filter(({ mark }) => mark.kind === 'double').slice(0, 1)
    for (const one of open) {
      const goesOn = next !== undefined && startsQuoted(text, next)
      const whole = goesOn || text.slice(paragraph.start, one.mark.start).trim() === ''
      close(
        one,
        whole ? { start: paragraph.end, end: paragraph.end } : endOfSentence(paragraph, one.mark.start, paragraph.end),
        !goesOn,
      )
      if (!goesOn) open = []
    }
  })
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

function paragraphsOf(sentences: readonly Sentence[]): Paragraph[] {
  const found: { start: number; end: number; sentences: Sentence[]; number: number }[] = []
  for (const sentence of sentences) {
    const last = found.at(-1)
    if (last && last.number === sentence.paragraph) {
      last.sentences.push(sentence)
      last.end = sentence.end
    } else {
      found.push({ start: sentence.start, end: sentence.end, sentences: [sentence], number: sentence.paragraph })
    }
  }
  return found
}

/** The marks of a paragraph with the side each is on. Apostrophes, feet and inches are none. */
function marksOf(text: string, { start, end }: Span): Mark[] {
  const found: Mark[] = []
  let doubles = false
  let singles = 0
  for (const match of text.slice(start, end).matchAll(MARKS)) {
    const span = { start: start + match.index, end: start + match.index + match[0].length }
    const before = text[span.start - 1] ?? ' '
    const after = text[span.end] ?? ' '
    if (/^[‘’‚‛'`]$/.test(match[0])) {
      if (singles > 0 && isPlural(text, span, end)) continue
      const side = isAnd(text, span) ? undefined : sideOfSingle(match[0], before, after, singles > 0)
      if (side === undefined) continue
      if (side === 'open' && !closesLater(text.slice(span.end, Math.min(end, span.end + 2000)))) continue
      singles += side === 'open' ? 1 : -1
      found.push({ ...span, kind: 'single', side })
      continue
    }
    const side = sideOfDouble(match[0], span.start === start ? ' ' : before, span.end === end ? ' ' : after, doubles)
    if (side === undefined) continue
    doubles = side === 'open'
    if (side === 'open') singles = 0
    found.push({ ...span, kind: 'double', side })
  }
  return found
}

function sideOfDouble(mark: string, before: string, after: string, open: boolean): Side | undefined {
  if ('“„‟«「『'.includes(mark) || mark === '``')
    return mark === '“' && open && !BLANK.test(before) && !LETTER.test(after) ? 'close' : 'open'
  if ('”»」』'.includes(mark)) return !open && mark === '”' && opens(before, after) ? 'open' : 'close'
  if (mark === "''") return open ? 'close' : undefined
  if (open) return opens(before, after) && !BLANK.test(after) && BLANK.test(before) ? 'open' : 'close'
  if (/\d/.test(before)) return undefined
  return opens(before, after) || BLANK.test(before) ? 'open' : 'close'
}

const opens = (before: string, after: string): boolean => !BLANK.test(after) && /[\s([{—–\-:/“‘'"]/.test(before)

function sideOfSingle(mark: string, before: string, after: string, open: boolean): Side | undefined {
  if (LETTER.test(before) && LETTER.test(after)) return undefined
  if (open && !BLANK.test(before) && !LETTER.test(after)) return 'close'
  if (mark === '’' || BLANK.test(after) || LETTER.test(before)) return undefined
  return /[\s([{—–\-:"“]/.test(before) && OPENS.test(after) ? 'open' : undefined
}

/** "rock 'n' roll" */
const isAnd = (text: string, { start, end }: Span): boolean =>
  /^n[’']/i.test(text.slice(end, end + 2)) || /[‘’']n$/i.test(text.slice(start - 2, start))

/** "the dogs' owners" within single marks that close later, behind a stop. */
const isPlural = (text: string, { start, end }: Span, limit: number): boolean =>
  text[start - 1] === 's' &&
  GOES_ON.test(text.slice(end, end + 2)) &&
  CLOSED_BEHIND_MARK.test(text.slice(end, Math.min(limit, end + 2000)))

/** A single mark opens only when one that can close it follows: "'90s" and "'em" do not. */
const closesLater = (rest: string): boolean => CLOSED.test(rest)

/** An opening mark within an open quotation is nested when two closing marks follow it before the next opening one. */
function closesTwice(marks: readonly Mark[], at: number): boolean {
  const rest = marks.slice(at + 1, at + 3).filter(({ kind }) => kind === marks[at]!.kind)
  return rest.length === 2 && rest.every(({ side }) => side === 'close')
}

const startsQuoted = (text: string, { start }: Span): boolean => /^[“"„«‟「『]|^``/.test(text.slice(start, start + 2))

function endOfSentence({ sentences, end }: Paragraph, from: number, limit: number): Span {
  const at = Math.min(sentences.find((sentence) => sentence.end > from)?.end ?? end, limit)
  return { start: at, end: at }
}

function startOfSentence({ sentences, start }: Paragraph, before: number, limit: number): Span {
  const at = Math.max(sentences.findLast((sentence) => sentence.start < before)?.start ?? start, limit)
  return { start: at, end: at }
}
