import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'

/** "its revenue", "Brazil's exports", "the revenue of Halden", "inflation in Brazil" */
export function ownerOf(noun: Word, tree: Tree): Word | undefined {
  return (
    tree.child(noun, 'nmod:poss') ??
    tree
      .childrenBy(noun, 'nmod')
      .find((word) => /^(?:of|in)$/.test(tree.child(word, 'case')?.form ?? '') && word.upos === 'PROPN')
  )
}

/** The subject of a verb, or of the verbs above that share it; what a relative clause hangs on. */
export function subjectOf(verb: Word, tree: Tree): Word | undefined {
  for (let at: Word | undefined = verb; at; at = isRelation(at, 'conj', 'xcomp', 'advcl') ? tree.head(at) : undefined) {
    const subject = tree.child(at, 'nsubj')
    const isOfHead = isRelation(at, 'acl:relcl') && (!subject || /^W[DP]/.test(subject.xpos)) // "Halden, which had sales of"
    if (isOfHead) return tree.head(at)
    if (subject) return subject
  }
  return undefined
}
