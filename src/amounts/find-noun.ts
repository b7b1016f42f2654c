import type { Analysis, Word } from '../model/document.ts'
import type { Span } from '../model/span.ts'

/** What an amount counts: the words of the noun phrase after the number, and its head in the singular. */
export interface Counted extends Span {
  readonly unit: string
}

const INNER = new Set(['ADJ', 'NOUN', 'PROPN'])
const OPENERS = new Set(['DET', 'PRON'])

/**
 * The noun phrase that begins at or right after `from` (an offset): "600 of the 4,700 North Korean casualties" → "North Korean casualties".
 * `links` are the words that may stand between ("of"). By adjacency and tags, with the tree to stop at the number's own head.
 */
export function findNoun(
  { words }: Analysis,
  from: number,
  numberAt: number,
  links: ReadonlySet<string>,
): Counted | undefined {
  let at = firstAt(words, from)
  const numeral = words[firstAt(words, numberAt)]
  let linked = false
  if (links.has(words[at]?.form.toLowerCase() ?? '')) {
    at++
    linked = true
  }
  if (linked && /^(?:them|which|whom)$/.test(words[at]?.form ?? '')) return undefined // "half of them tourists"
  while (words[at] && (isOpener(words[at]!, linked) || (linked && words[at]!.upos === 'NUM'))) at++
  let first = at
  let head = -1
  for (; at < words.length && at - first < 10; at++) {
    const word = words[at]!
    if (word.upos === 'NOUN') {
      head = at
      if (
        isPlural(word) &&
        !(words[at + 1]?.upos === 'NOUN' && words[at + 1]!.start === word.end + 1 && governs(words[at + 1]!, word))
      )
        break
      if (numeral && governs(word, numeral) && words[at + 1]?.upos !== 'NOUN') break
    } else if (word.upos === 'PROPN') {
      if (head >= 0 && words[head]!.upos === 'NOUN') break
      head = at
    } else if (word.form === '-' || word.form === '‑' || word.form === '–') {
      if (words[at - 1]?.end !== word.start || words[at + 1]?.start !== word.end) break
      // "18 cut-off villages"
      if (words[at + 1]!.upos === 'ADP') at++
    } else if (word.xpos === 'POS') {
      if (!linked) break
      first = at + 1 // "40 percent of the plant's workers"
      head = -1
    } else if (linked && head < 0 && word.upos === 'NUM') first = at + 1
    else if (isParticiple(word) && head < 0) continue
    else if (word.upos === 'CCONJ' && head < 0 && words[at - 1]?.upos === 'ADJ') continue
    else if (word.form === ',' && words[at - 1]?.upos === 'ADJ' && words[at + 1]?.upos === 'ADJ') continue
    else if (!INNER.has(word.upos)) break
  }
  const last = words[head]
  if (!last || words[first] === undefined) return undefined
  if (last.upos === 'PROPN' && !isPlural(last)) return undefined
  if (last.form === 'others') return undefined // "two others": of what was counted before
  return { start: words[first]!.start, end: last.end, unit: singular(last) }
}

const isOpener = (word: Word, linked: boolean): boolean =>
  linked ? OPENERS.has(word.upos) : /^(?:such|other|more|fewer|less|extra|additional|further)$/i.test(word.form)
const isParticiple = ({ upos, xpos, form }: Word): boolean =>
  upos === 'VERB' && (xpos === 'VBN' || (xpos === 'VBG' && !/^(?:including|excluding|counting)$/.test(form)))
const governs = (head: Word, word: Word): boolean => word.head === head.index
const isPlural = ({ xpos, form }: Word): boolean =>
  xpos === 'NNS' || xpos === 'NNPS' ? true : IRREGULAR.has(form.toLowerCase())

/** The word that covers or follows an offset: words are in order. */
function firstAt(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const IRREGULAR = new Map([
  ['people', 'person'],
  ['persons', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['servicemen', 'serviceman'],
  ['policemen', 'policeman'],
  ['fishermen', 'fisherman'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['lives', 'life'],
  ['police', 'police'],
  ['personnel', 'personnel'],
])

/** Singular in lower case: "troops" → "troop", "people" → "person". */
export function singular({ form, lemma }: Pick<Word, 'form' | 'lemma'>): string {
  const lower = form.toLowerCase()
  const irregular = IRREGULAR.get(lower)
  if (irregular) return irregular
  const known = lemma.toLowerCase()
  if (known && known !== '_' && known !== lower) return known
  if (/(?:ss|us|is)$/.test(lower) || !lower.endsWith('s') || lower.length < 4) return lower
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  if (/(?:ches|shes|xes|sses|zes)$/.test(lower)) return lower.slice(0, -2)
  return lower.slice(0, -1)
}
