import type { Reader } from '../mentions/candidate.ts'
import type { Word } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Clusters } from './clusters.ts'
import type { Reference } from './reference.ts'

/** Joins what a text says are two names of one thing: "the 11th Corps, also called the Storm Corps". */
export function joinOthers(
  names: readonly Reference[],
  clusters: Clusters,
  { sentences, trees, knowledge }: Reader,
): void {
  for (const [sentence, own] of groupBy(names, ({ sentence }) => sentence)) {
    const tree = trees[sentence]!
    const nameOf = (index: number) => own.find(({ core }) => core.first <= index && index <= core.last)
    for (const verb of sentences[sentence]!.words) {
      if (verb.xpos !== 'VBN' || !knowledge.nameWords.has('naming', verb.lemma)) continue
      const other = own.find(({ core }) => core.first > verb.index && isRightBehind(verb, core.first, tree))
      const first = own.findLast(({ core }) => core.last < verb.index && isRightBefore(core.last, verb, tree))
      const above = [verb, ...tree.ancestors(verb)].find((word) => !isRelation(word, 'acl', 'appos', 'conj'))
      const named = first ?? nameOf((above ?? verb).index)
      if (other && named && named.core.last < verb.index && isOfOneKind(named, other)) clusters.join(named.at, other.at)
    }
  }
}
/** "…, also known as", "… that is called": nothing but small words between. */
function isRightBefore(last: number, verb: Word, tree: Tree): boolean {
  return tree.words.slice(last, verb.index - 1).every(({ upos }) => /^(PUNCT|ADV|AUX|PRON|SCONJ)$/.test(upos))
}

/** "known as the elite …", not "called by …". */
const isRightBehind = (verb: Word, first: number, tree: Tree): boolean =>
  tree.words.slice(verb.index, first - 1).every(({ upos, form }) => form === 'as' || /^(PUNCT|ADV|DET|ADJ)$/.test(upos))

const BODIES: ReadonlySet<string | null> = new Set(['ORGANIZATION', 'MILITARY_UNIT', 'GOVERNMENT'])
const isOfOneKind = (a: Reference, b: Reference) =>
  a.type === b.type || b.type === 'WORK' || (BODIES.has(a.type) && BODIES.has(b.type))
