import type { Reader } from '../mentions/candidate.ts'
import type { Word } from '../model/document.ts'
import { addTo } from '../model/group-by.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Reference } from './reference.ts'

/** Who does and who suffers what: "does found", "does belong to", "suffers kill", "does painting by". */
export function deedsOf(
  references: readonly Reference[],
  { trees }: Reader,
): ReadonlyMap<string, readonly Reference[]> {
  const found = new Map<string, Reference[]>()
  const add = (key: string, reference: Reference) => addTo(found, key, reference)
  for (const reference of references) {
    const tree = trees[reference.sentence]!
    const { head } = reference
    const verb = tree.head(head)
    if (verb?.upos === 'VERB') for (const key of deedsAt(head, verb, tree)) add(key, reference)
    if (verb?.upos === 'NOUN' && isRelation(head, 'nmod') && tree.child(head, 'case')?.form === 'by')
      add(`does ${verb.lemma.toLowerCase()} by`, reference)
    for (const clause of tree.childrenBy(head, 'acl:relcl')) {
      const subject = tree.child(clause, 'nsubj')
      if (subject && /^(?:who|which|that)$/i.test(subject.form))
        add(`${isRelation(subject, 'nsubj:pass') ? 'suffers' : 'does'} ${clause.lemma.toLowerCase()}`, reference)
    }
  }
  return found
}

/** What somebody does or suffers at a verb: "knocked out", "sold to", "was jailed for [killing]", "bought a painting by". */
function deedsAt(head: Word, verb: Word, tree: Tree): string[] {
  const lemmaOf = (one: Word) =>
    [one, ...tree.childrenBy(one, 'compound:prt')].map((word) => word.lemma.toLowerCase()).join(' ')
  const lemma = lemmaOf(verb)
  if (isRelation(head, 'nsubj:pass', 'obj')) {
    const blamed = tree.childrenBy(verb, 'advcl').filter((clause) => clause.xpos === 'VBG' && isBlamed(clause, tree))
    return [`suffers ${lemma}`, ...blamed.map((clause) => `does ${lemmaOf(clause)}`)]
  }
  if (isRelation(head, 'nsubj', 'obl:agent'))
    return [verb, ...tree.childrenBy(verb, 'xcomp', 'advcl', 'conj')].map((one) => `does ${lemmaOf(one)}`)
  if (isRelation(head, 'iobj')) return [`does ${lemma} to`]
  if (!isRelation(head, 'obl')) return []
  const preposition = tree.child(head, 'case')?.lemma.toLowerCase()
  if (preposition !== 'by') return [`does ${lemma} ${preposition}`]
  if (tree.child(verb, 'nsubj:pass', 'aux:pass')) return [`does ${lemma}`]
  const made = tree.child(verb, 'obj')
  return made?.upos === 'NOUN' ? [`does ${made.lemma.toLowerCase()} by`] : []
}

/** "convicted of killing", "jailed for shooting" */
const isBlamed = (clause: Word, tree: Tree): boolean =>
  tree.childrenBy(clause, 'mark', 'case').some(({ form }) => /^(?:of|for)$/i.test(form))
