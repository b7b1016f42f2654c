import type { Reader } from '../mentions/candidate.ts'
import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { mayAgree } from './agreement.ts'
import type { Reference } from './reference.ts'

/**
 * Whom "he" or "she" means in a clause that says of somebody who did what: "the nurse, who wept as [she] read", "Roth, who broke [his] wrist". Nobody else does
 * anything in between.
 */
export function whoDid(pronoun: Reference, references: readonly Reference[], { trees }: Reader): Reference | undefined {
  const { head, sentence, gender, kind, role } = pronoun
  if (kind !== 'pronoun' || (gender !== 'm' && gender !== 'f')) return undefined
  const tree = trees[sentence]!
  let above: Word = head
  for (let verb = tree.head(head); verb; verb = tree.head(verb)) {
    const subject = tree.child(verb, 'nsubj')
    if (isRelation(verb, 'acl') && subject?.form.toLowerCase() === 'who') {
      if (above === head && role !== 'possessor') return undefined // "who [him] …": another
      return personBefore(subject, tree.head(verb)!, pronoun, references, tree)
    }
    if (subject && subject !== head && !tree.dominates(subject, head)) return undefined
    if (subject && tree.dominates(subject, head) && subject !== head) return undefined
    above = verb
  }
  return undefined
}

function personBefore(
  who: Word,
  noun: Word,
  pronoun: Reference,
  references: readonly Reference[],
  tree: Tree,
): Reference | undefined {
  const isPerson = (one: Reference) =>
    one.sentence === pronoun.sentence &&
    one.at < pronoun.at &&
    (one.kind === 'name' || one.kind === 'nominal') &&
    one.type === 'PERSON' &&
    mayAgree(pronoun, one)
  const before = tree.word(who.index - 1)?.form === ',' ? who.index - 2 : who.index - 1
  return (
    references.findLast((one) => isPerson(one) && one.core.last === before) ??
    references.findLast((one) => isPerson(one) && one.head === noun)
  )
}
