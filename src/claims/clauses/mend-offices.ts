import type { Word } from '../../model/document.ts'
import type { Mention } from '../../model/mention.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Change, Nouns } from './mend.ts'

/** Verbs that give somebody an office: "elected Ana Ruiz president". */
const NAMING = /^(?:appoint|choose|crown|declare|elect|make|name|nominate|pick|re-elect|reelect|select)$/

/** "elected [Ana Ruiz] president", "names [Ana Ruiz] artistic director", read as one phrase: the name is the object, the office what she becomes. */
export function officesBehindNames(tree: Tree, mentions: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const noun of tree.words) {
    if (
      noun.xpos !== 'NN' ||
      !/^\p{Ll}/u.test(noun.form) ||
      !nouns.typesOf(noun.lemma.toLowerCase()).includes('PERSON')
    )
      continue
    const above = tree.head(noun)
    const name = isRelation(noun, 'flat')
      ? above
      : tree.childrenBy(noun, 'compound').find(({ upos }) => upos === 'PROPN')
    const verb = name && tree.head(name === above ? name : noun)
    if (
      !name ||
      verb?.upos !== 'VERB' ||
      name.upos !== 'PROPN' ||
      name.index > noun.index ||
      !NAMING.test(verb.lemma.toLowerCase())
    )
      continue
    const isObject = isRelation(name === above ? name : noun, 'obj', 'appos') && verb.index < name.index
    if (!isObject || !isPerson(name, mentions) || tree.child(noun, 'det', 'nmod:poss')) continue
    changes.set(name, { head: verb.index, deprel: 'obj' })
    changes.set(noun, { head: verb.index, deprel: 'xcomp' })
  }
  return changes
}

const isPerson = ({ start, end }: Word, mentions: readonly Mention[]): boolean =>
  mentions.some(
    (mention) => mention.kind === 'name' && mention.type === 'PERSON' && mention.start <= start && end <= mention.end,
  )

/** "Obi [is to] read law", whose subject the parser hangs outside: it is the verb's, and "is" its auxiliary. */
export function subjectsOfDuties(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const outer of tree.related('nsubj:outer')) {
    const verb = tree.head(outer)
    const subject = verb?.xpos === 'VB' ? tree.child(verb, 'nsubj:outer') : undefined
    const be = subject && tree.childrenBy(verb!, 'cop').find(({ lemma }) => lemma === 'be')
    if (!be || !tree.childrenBy(verb!, 'mark').some(({ form }) => form === 'to')) continue
    changes.set(subject, { deprel: 'nsubj' })
    changes.set(be, { deprel: 'aux' })
  }
  return changes
}
