import type { Document, Word } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { type Tree, treeOf } from '../../nlp/tree.ts'
import type { Lexicon } from '../typed/lexicon.ts'
import type { MeasureWords } from './measure-words.ts'

/** A word and the sentence that it stands in. */
export interface Passage {
  readonly at: number
  readonly span: Span
}

/** A noun or verb for a happening, and of which kind. */
export interface Spot extends Passage {
  readonly kind: string
  readonly isVerb: boolean
}

/** The kinds by their nouns and verbs. */
interface OccasionTables {
  readonly nouns: ReadonlyMap<string, string>
  readonly verbs: ReadonlyMap<string, readonly { kind: string; rest: readonly string[] }[]>
}

const tables = new WeakMap<MeasureWords, OccasionTables>()

export function tablesOf(words: MeasureWords): OccasionTables {
  const known = tables.get(words) ?? makeTables(words)
  tables.set(words, known)
  return known
}

function makeTables({ occasions }: MeasureWords): OccasionTables {
  const nouns = new Map<string, string>()
  const verbs = new Map<string, { kind: string; rest: readonly string[] }[]>()
  for (const [kind, { nouns: own, verbs: said }] of Object.entries(occasions)) {
    for (const noun of own) if (!nouns.has(noun)) nouns.set(noun, kind)
    for (const cue of said) {
      const [verb, ...rest] = cue.split(' ')
      verbs.set(verb!, [...(verbs.get(verb!) ?? []), { kind, rest }])
    }
  }
  return { nouns, verbs }
}

/** Every noun and verb for a happening, in reading order, but for those that only sound so ("talks collapsed", "the fire service"). */
export function findSpots({ sentences }: Document, own: MeasureWords, lexicon: Lexicon): Spot[] {
  const { nouns, verbs } = tablesOf(own)
  const { occasions } = own
  return sentences.flatMap(({ sentence, words }, at) => {
    if (sentence.zone === 'boilerplate') return []
    return words.flatMap((word, index): Spot[] => {
      const lemma = word.lemma.toLowerCase()
      const isNoun = word.upos === 'NOUN' || word.upos === 'PROPN'
      if (!isNoun && (word.upos !== 'VERB' || !verbs.has(lemma))) return []
      const before = words[index - 1]
      const two = isNoun && before ? nouns.get(`${before.lemma.toLowerCase()} ${lemma}`) : undefined
      const tree = () => treeOf(words)
      const named = two ?? nouns.get(lemma) ?? nouns.get(word.form.toLowerCase())
      const kinds = isNoun
        ? named
          ? [named]
          : own.mishaps.nouns.includes(lemma)
            ? own.mishaps.kinds
            : []
        : verbs.get(lemma)!.flatMap(({ kind, rest }) => (hasAll(tree(), word, rest) ? [kind] : []))
      const isBare = isNoun && named !== undefined
      const kind = kinds.find((one) => befalls(tree(), word, { isNoun, isBare }, occasions[one]!.of))
      if (!kind || isOfBody(tree(), word, lexicon)) return []
      return [{ kind, at, span: { start: two ? before!.start : word.start, end: word.end }, isVerb: !isNoun }]
    })
  })
}

/** "the fire service", "strike officials": what a body is for has not happened. */
function isOfBody(tree: Tree, word: Word, lexicon: Lexicon): boolean {
  if (word.deprel !== 'compound') return false
  const lemma = tree.head(word)!.lemma.toLowerCase()
  return lexicon.isGroup(lemma) || lexicon.typesOf(lemma).some((type) => BODIES.has(type))
}
const BODIES: ReadonlySet<string> = new Set(['ORGANIZATION', 'GOVERNMENT', 'MILITARY_UNIT', 'FACILITY'])

const hasAll = (tree: Tree, word: Word, lemmas: readonly string[]): boolean =>
  lemmas.every((lemma) =>
    tree
      .children(word)
      .flatMap((one) => [one, ...tree.children(one)])
      .some((one) => one.lemma.toLowerCase() === lemma),
  )

/** "the bridge collapsed", "a plane crash", a bare "the collapse"; not "talks collapsed", "a market crash". */
function befalls(
  tree: Tree,
  word: Word,
  { isNoun, isBare }: { isNoun: boolean; isBare: boolean },
  of: readonly string[] | undefined,
): boolean {
  if (!of) return true
  const told = isNoun
    ? tree.childrenBy(word, 'compound', 'nmod:poss', 'nmod').filter((one) => {
        const mark = tree.child(one, 'case')?.form.toLowerCase()
        return one.deprel === 'compound' || mark === 'of' || (one.deprel === 'nmod:poss' && one.upos === 'NOUN') // not "Monday's"
      })
    : [...tree.childrenBy(word, 'nsubj', 'obj'), ...(word.deprel === 'acl:relcl' ? [tree.head(word)!] : [])]
  return (isBare && told.length === 0) || told.some((one) => of.includes(one.lemma.toLowerCase()))
}
