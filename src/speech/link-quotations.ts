import type { Document, Word } from '../model/document.ts'
import { covers, lengthOf, overlaps, type Span } from '../model/span.ts'
import type { Quoted } from './find-quoted.ts'
import { nounPhraseOf } from './noun-phrase.ts'
import type { Draft, Scene } from './scene.ts'
import { actorOf } from './source-of.ts'

const LOWER_WORD = /(?<![\p{L}\p{N}])(?!(?:of|the|and|for|in|on|to|a)(?!\p{L}))\p{Ll}/u

/** A quotation that is speech, and the draft (by its place in the list) that says whose. */
export interface Link {
  readonly quote: Quoted
  readonly draft: number | undefined
}

/**
 * Gives quotations their speakers: by the reporting clause around or beside them ("He added." is a sentence of its own), or by
 * the quotation before them. A draft's content gets the quoted words on both sides of its cue up to where their marks close; what
 * goes on in new marks is told by the quotation with the same cue. Titles and other words that are only marked are left out.
 */
export function linkQuotations(
  document: Document,
  scenes: readonly Scene[],
  quoted: readonly Quoted[],
  found: readonly Draft[],
): { drafts: Draft[]; links: Link[] } {
  const drafts = [...found]
  const owners = ownersAmong(drafts)
  for (const { draft, quote } of quotesBeside(document, scenes, quoted, drafts, owners)) {
    if (quote) owners.set(quote, drafts.length)
    drafts.push(draft)
  }
  carryOn(document, scenes, quoted, owners)
  const said = new Map<number, Span[]>()
  for (const [quote, draft] of owners) {
    const { sentence } = drafts[draft]!.scene.analysis
    if (!overlaps(sentence, quote.outer)) continue
    const known = said.get(draft)
    if (known) known.push(quote.outer)
    else said.set(draft, [quote.outer])
  }
  const links = quoted
    .map((quote) => ({ quote, draft: owners.get(quote) }))
    .filter(({ quote, draft }) => isSpeech(document.text.slice(quote.start, quote.end), draft !== undefined))
  const whole = drafts.map((draft, at) => {
    const more = said.get(at)
    return more ? { ...draft, content: [...draft.content, ...more] } : draft
  })
  return { drafts: whole, links }
}

/** The drafts whose content meets a quotation they stand outside of: the one that shares most, then the one that says least. */
function ownersAmong(drafts: readonly Draft[]): Map<Quoted, number> {
  const owners = new Map<Quoted, number>()
  const scores = new Map<Quoted, readonly [number, number]>()
  drafts.forEach((draft, at) => {
    const size = draft.content.reduce((sum, piece) => sum + lengthOf(piece), 0)
    for (const quote of draft.scene.quoted) {
      if (draft.cue.some((word) => overlaps(word, quote.outer)) || overlaps(draft.head, quote.outer)) continue
      const shared = draft.content.reduce(
        (sum, piece) => sum + Math.max(0, Math.min(piece.end, quote.end) - Math.max(piece.start, quote.start)),
        0,
      )
      const best = scores.get(quote)
      if (shared === 0 || (best && (best[0] > shared || (best[0] === shared && best[1] <= size)))) continue
      scores.set(quote, [shared, size])
      owners.set(quote, at)
    }
  })
  return owners
}

/** Reporting clauses that are a sentence of their own: before a quotation or a paragraph, with a colon, or behind a quotation. */
function quotesBeside(
  document: Document,
  scenes: readonly Scene[],
  quoted: readonly Quoted[],
  drafts: readonly Draft[],
  owners: ReadonlyMap<Quoted, number>,
): { draft: Draft; quote: Quoted | undefined }[] {
  const taken = new Set(drafts.flatMap(({ cue }) => cue))
  const starts = new Set(document.sentences.map(({ sentence }) => sentence.start))
  const { text } = document
  const blank = (start: number, end: number) => start <= end && end - start < 40 && text.slice(start, end).trim() === ''
  const found: { draft: Draft; quote: Quoted | undefined }[] = []
  let next = 0
  for (const scene of scenes) {
    const { start, end } = scene.analysis.sentence
    while (next < quoted.length && quoted[next]!.start < end) next++
    const cue =
      scene.tree.root && isTelling(scene, scene.tree.root) && !taken.has(scene.tree.root) ? scene.tree.root : undefined
    const head = cue && actorOf(scene.tree, cue)
    if (!cue || !head || scene.quoted.some((quote) => overlaps(quote.outer, cue))) continue
    const before = quoted
      .slice(Math.max(0, next - 4), next)
      .find((quote) => starts.has(quote.outer.start) && quote.outer.start < start && blank(quote.outer.end, start))
    const after = quoted[next]
    const quote =
      before && !owners.has(before)
        ? before
        : after && !owners.has(after) && text[end - 1] === ':' && blank(end, after.outer.start)
          ? after
          : undefined
    const content = quote?.outer ?? (text[end - 1] === ':' ? blockAfter(document, scene) : undefined)
    if (!content) continue
    const draft: Draft = {
      scene,
      rule: 'speech.beside',
      head,
      source: nounPhraseOf(scene.tree, head, cue),
      cue: [cue],
      content: [content],
      kind: 'said',
    }
    found.push({ draft, quote })
  }
  return found
}

/** What follows a colon without marks: the next paragraph, or the next sentence of the same one. */
function blockAfter({ sentences }: Document, { analysis }: Scene): Span | undefined {
  const { index, paragraph } = analysis.sentence
  const next = sentences[index + 1]?.sentence
  if (!next) return undefined
  let last = next
  for (let at = index + 2; next.paragraph !== paragraph && sentences[at]?.sentence.paragraph === next.paragraph; at++) {
    last = sentences[at]!.sentence
  }
  return { start: next.start, end: last.end }
}

/** "He added.": a verb of saying with nothing else that it could be saying. */
const isTelling = ({ saying, tree }: Scene, word: Word): boolean =>
  word.upos === 'VERB' &&
  tree.child(word, 'ccomp', 'xcomp') === undefined &&
  saying.verbs.get(word.lemma.toLowerCase())?.takes.includes('quote') === true

/** Quotations without a cue of their own go on with the one before: the next paragraph of a speech, or the next sentence beside it. */
function carryOn(
  document: Document,
  scenes: readonly Scene[],
  quoted: readonly Quoted[],
  owners: Map<Quoted, number>,
): void {
  const starts = new Set(document.sentences.map(({ sentence }) => sentence.start))
  const paragraphs = new Map<Quoted, number>()
  for (const scene of scenes) {
    for (const quote of scene.quoted)
      if (!paragraphs.has(quote)) paragraphs.set(quote, scene.analysis.sentence.paragraph)
  }
  let previous: Quoted | undefined
  for (const quote of quoted) {
    if (previous && covers(previous.outer, quote.outer)) continue
    const owner = previous && owners.get(previous)
    if (owner !== undefined && !owners.has(quote)) {
      const beside = paragraphs.get(quote) === paragraphs.get(previous!) && starts.has(quote.outer.start)
      if (quote.continues || beside) owners.set(quote, owner)
    }
    previous = quote
  }
}

/** Words with a speaker, or a whole sentence; not a title, a nickname or a word held at arm's length. */
function isSpeech(words: string, spoken: boolean): boolean {
  const count = words.split(/\s+/).length
  const name = count <= 5 && !LOWER_WORD.test(words) && !/[.!?…,]$/.test(words)
  if (spoken) return count >= 2 && !name
  return !name && (count >= 7 || (count >= 3 && /[.!?…,]$/.test(words)))
}
