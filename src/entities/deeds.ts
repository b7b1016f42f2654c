import type { Reader } from '../mentions/candidate.ts'
import { addTo } from '../model/group-by.ts'
import { isRelation } from '../nlp/tree.ts'
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
    if (verb?.upos === 'VERB') {
      const lemma = verb.lemma.toLowerCase()
      if (isRelation(head, 'nsubj:pass', 'obj')) add(`suffers ${lemma}`, reference)
      else if (isRelation(head, 'nsubj', 'obl:agent'))
        for (const { lemma } of [verb, ...tree.childrenBy(verb, 'xcomp', 'advcl', 'conj')])
          add(`does ${lemma.toLowerCase()}`, reference)
      else if (isRelation(head, 'iobj')) add(`does ${lemma} to`, reference)
      else if (isRelation(head, 'obl')) {
        const preposition = tree.child(head, 'case')?.lemma.toLowerCase()
        const isAgent = preposition === 'by' && tree.child(verb, 'nsubj:pass', 'aux:pass') !== undefined
        add(isAgent ? `does ${lemma}` : `does ${lemma} ${preposition}`, reference)
        const made = preposition === 'by' && !isAgent ? tree.child(verb, 'obj') : undefined // "bought a painting by Lea Moss"
        if (made?.upos === 'NOUN') add(`does ${made.lemma.toLowerCase()} by`, reference)
      }
    }
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
