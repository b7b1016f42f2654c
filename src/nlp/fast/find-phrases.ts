import type { Arcs } from './arcs.ts'
import type { FastLexicon } from './fast-lexicon.ts'
import type { Tagged } from './tag-words.ts'

const WRITTEN = /\p{L}|\p{N}/u

/** A stretch of words that belong together; `head` is where the others hang. Places count from 0. */
export interface Phrase {
  readonly kind:
    | 'noun'
    | 'verb'
    | 'adjective'
    | 'adverb'
    | 'preposition'
    | 'particle'
    | 'mark'
    | 'relative'
    | 'and'
    | 'punct'
    | 'other'
  readonly first: number
  readonly last: number
  readonly head: number
}

/** A verb group: its main verb, or its last auxiliary when it has none. */
export interface VerbPhrase extends Phrase {
  readonly kind: 'verb'
  readonly finite: boolean
  readonly infinitive: boolean
  readonly passive: boolean
  /** Only a form of be: what follows is the predicate. */
  readonly copula: boolean
}

/** Cuts a sentence into phrases, and hangs the words of each on its head. */
export function findPhrases(words: readonly Tagged[], arcs: Arcs, lexicon: FastLexicon): (Phrase | VerbPhrase)[] {
  const found: (Phrase | VerbPhrase)[] = []
  for (let at = 0; at < words.length; ) {
    const phrase = nounPhrase(words, at, arcs, lexicon) ?? verbPhrase(words, at, arcs, lexicon) ?? single(words, at)
    found.push(phrase)
    at = phrase.last + 1
  }
  return found
}

const isModifier = ({ upos, xpos }: Tagged): boolean =>
  /^(DET|ADJ|NUM|NOUN|PROPN)$/.test(upos) || xpos === 'PRP$' || xpos === '$'
const isNominal = ({ upos, xpos }: Tagged): boolean => /^(NOUN|PROPN|NUM)$/.test(upos) || xpos === '$' || xpos === 'NN'

function nounPhrase(words: readonly Tagged[], first: number, arcs: Arcs, lexicon: FastLexicon): Phrase | undefined {
  const start = words[first]!
  if (start.upos === 'PRON' && /^(PRP|DT|NN|EX)$/.test(start.xpos))
    return { kind: 'noun', first, last: first, head: first }
  if (!isModifier(start)) return undefined
  let last = first
  while (last + 1 < words.length && continues(words, first, last)) last++
  while (last > first && /^(HYPH|POS|``)$/.test(words[last]!.xpos)) last--
  let segment = first
  let possessor = -1
  for (let at = first; at <= last + 1; at++) {
    const possessive = words[at]?.xpos === 'POS'
    if (at <= last && !possessive) continue
    const head = hangSegment(words, segment, at - 1, arcs, lexicon)
    if (possessor >= 0) arcs.set(possessor, head, 'nmod:poss')
    if (at > last)
      return { kind: isNominal(words[head]!) || words[head]!.upos === 'DET' ? 'noun' : 'adjective', first, last, head }
    arcs.set(at, head, 'case')
    possessor = head
    segment = at + 1
  }
  return undefined
}

/** Whether the word after `last` goes on with the noun phrase. */
function continues(words: readonly Tagged[], first: number, last: number): boolean {
  const now = words[last]!
  const next = words[last + 1]!
  const after = words[last + 2]
  const follows = after !== undefined && isModifier(after) && after.upos !== 'DET'
  if (next.xpos === 'POS') return isNominal(now)
  if (next.xpos === 'HYPH') return after !== undefined && WRITTEN.test(after.form)
  if (now.xpos === 'HYPH' || now.xpos === '``') return true
  if (next.xpos === '``') return follows && now.upos !== 'NUM'
  if (/^VB[NG]$/.test(next.xpos) && next.upos === 'VERB') return /^(DET|ADJ|NUM)$/.test(now.upos) && follows
  if (next.upos === 'DET' || next.xpos === 'PRP$')
    return now.upos === 'DET' && first === last && /^(all|both|half|such)$/.test(now.lower)
  if (isNominal(now) && next.upos === 'ADJ') return now.upos === 'NUM' || now.upos === 'PROPN'
  return isModifier(next)
}

/** Hangs the words of a phrase without possessives on its head, which is returned. */
function hangSegment(words: readonly Tagged[], first: number, last: number, arcs: Arcs, lexicon: FastLexicon): number {
  let head = last
  while (head > first && !isNominal(words[head]!)) head--
  if (!isNominal(words[head]!)) head = last
  if (words[head]!.upos === 'NUM' && words[head - 1]?.xpos === '$' && head > first) head--
  const name = nameStart(words, first, head, lexicon)
  if (name < head) {
    for (let at = name + 1; at <= head; at++) arcs.set(at, name, 'flat')
    head = name
  }
  for (let at = first; at <= last; at++)
    if (at !== head && !arcs.has(at)) arcs.set(at, head, relationTo(words[at]!, words[head]!, at < head))
  return head
}

/** Where a person's name of several words begins that ends at `last`; `last` when there is none. */
function nameStart(words: readonly Tagged[], first: number, last: number, lexicon: FastLexicon): number {
  let at = last
  const isName = (word: Tagged) => word.xpos === 'NNP' && !lexicon.personTitles.has(word.lower)
  if (!isName(words[last]!)) return last
  while (at > first && isName(words[at - 1]!)) at--
  for (let word = at; word <= last; word++) if (words[word]!.terms.has('Person')) return at
  return last
}

function relationTo({ upos, xpos }: Tagged, head: Tagged, before: boolean): string {
  if (upos === 'PUNCT') return 'punct'
  if (upos === 'DET') return 'det'
  if (xpos === 'PRP$') return 'nmod:poss'
  if (upos === 'NUM') return head.upos === 'NUM' ? 'compound' : 'nummod'
  if (upos === 'ADJ' || upos === 'VERB') return 'amod'
  if (upos === 'NOUN' || upos === 'PROPN')
    return before ? (head.upos === 'PROPN' && upos === 'NOUN' ? 'nmod:desc' : 'compound') : 'appos'
  return before ? 'dep' : 'advmod'
}

function verbPhrase(words: readonly Tagged[], first: number, arcs: Arcs, lexicon: FastLexicon): VerbPhrase | undefined {
  const start = words[first]!
  const infinitive = start.xpos === 'TO'
  if (!infinitive && start.upos !== 'AUX' && start.upos !== 'VERB') return undefined
  let last = first
  let main = infinitive ? -1 : first
  while (words[main]?.upos !== 'VERB' && last + 1 < words.length) {
    const next = words[last + 1]!
    if (
      next.upos !== 'AUX' &&
      next.upos !== 'VERB' &&
      !(next.upos === 'ADV' && next.xpos === 'RB') &&
      next.lower !== 'not' &&
      next.lower !== "n't"
    )
      break
    last++
    if (next.upos === 'AUX' || next.upos === 'VERB') main = last
  }
  if (main < 0) return undefined
  last = Math.max(main, words[last]!.upos === 'PART' ? last : main)
  const verb = words[main]!
  const passive = verb.xpos === 'VBN' && hasBe(words, first, main, lexicon)
  for (let at = first; at <= last; at++) {
    if (at === main) continue
    const { upos, xpos, lower } = words[at]!
    if (xpos === 'TO') arcs.set(at, main, 'mark')
    else if (upos === 'AUX')
      arcs.set(
        at,
        main,
        passive && lexicon.be.has(lower) && !laterBe(words, at + 1, main, lexicon) ? 'aux:pass' : 'aux',
      )
    else arcs.set(at, main, 'advmod')
  }
  const finite = !infinitive && (start.upos === 'AUX' ? !/^VB[NG]$/.test(start.xpos) : !/^VB[NG]$/.test(verb.xpos))
  return {
    kind: 'verb',
    first,
    last,
    head: main,
    finite,
    infinitive,
    passive,
    copula: verb.upos === 'AUX' && lexicon.be.has(verb.lower),
  }
}

const hasBe = (words: readonly Tagged[], first: number, main: number, lexicon: FastLexicon): boolean =>
  words.slice(first, main).some(({ lower }) => lexicon.be.has(lower))
const laterBe = (words: readonly Tagged[], from: number, main: number, lexicon: FastLexicon): boolean =>
  hasBe(words, from, main, lexicon)

function single(words: readonly Tagged[], at: number): Phrase {
  const { upos, xpos } = words[at]!
  const kind =
    upos === 'ADP'
      ? xpos === 'RP'
        ? 'particle'
        : 'preposition'
      : upos === 'SCONJ'
        ? 'mark'
        : upos === 'CCONJ'
          ? 'and'
          : /^W/.test(xpos)
            ? 'relative'
            : upos === 'PUNCT'
              ? 'punct'
              : upos === 'ADV' || upos === 'PART' || upos === 'INTJ'
                ? 'adverb'
                : 'other'
  return { kind, first: at, last: at, head: at }
}
