import type { Argument } from '../../model/claim.ts'
import type { Word } from '../../model/document.ts'
import { isRelation, spanOfWords, type Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import { confidenceOf } from '../open/confidence.ts'
import type { OpenClaim, Part } from '../open/open-claim.ts'
import { readFactuality } from '../read-factuality.ts'
import type { Draft } from './draft.ts'
import { Drafter, PLACE_PREPOSITIONS } from './drafter.ts'

/** Open claims in the making: what a clause says, its parts as sides and roles. */
export class OpenDrafter extends Drafter {
  fromOpen(claim: OpenClaim): Draft {
    const { tree } = this
    const { clause } = claim
    const agent = claim.parts.find((part) => part.kind === 'agent')
    const turned = Boolean(clause?.passive && agent)
    const others = claim.parts.filter((part) => part !== agent || !turned).sort(objectFirst)
    const [first, ...rest] = turned ? [undefined, ...others] : others
    const surface = this.named(claim.subject.head, claim.subject.words)
    const subject = turned ? this.sideOf(agent!) : surface
    const object = turned ? surface : first ? this.sideOf(first) : null
    const preposition =
      !turned && first && (first.kind === 'oblique' || first.kind === 'agent') ? first.preposition || '' : ''
    const roles = rest.flatMap((part) => (part ? [{ role: this.roleOf(part), value: this.sideOf(part) }] : []))
    // "fell from 5.5 to 5 percent", "rose by 3 points to 61 percent": what it came to
    const isFrom = first?.kind === 'oblique' && /^(?:from|by)$/.test(first.preposition || '')
    const reached = isFrom
      ? rest.find((part) => part?.preposition === 'to' || part?.words[0]?.form === 'to')
      : undefined
    const isAside = first?.kind === 'oblique' && /^(?:in|on|for|with|across|over|after)$/.test(first.preposition || '') // "12 eggs broke in three shops"
    const counted =
      (reached && this.quantityOf(reached.head)) ??
      (isAside ? this.quantityOf(claim.subject.head) : undefined) ??
      (first && this.quantityOf(first.head)) ??
      this.quantityOf(claim.subject.head)
    roles.push(...this.totals(counted))
    const relation = this.relationOf(claim)
    const verbs = clause
      ? [...(clause.passive && !turned ? ['be'] : []), ...verbLemmas(tree, clause, relation)]
      : [claim.word ?? '']
    const subjectSpan = spanOfWords(turned ? agent!.words : claim.subject.words)
    const objectSpan = turned ? spanOfWords(claim.subject.words) : first ? spanOfWords(first.words) : null
    return {
      type: undefined,
      open: claim,
      predicate: predicateOf([...verbs, preposition]),
      relation: relation.length > 0 ? relation : [claim.trigger],
      trigger: claim.trigger,
      subject,
      object,
      phrases: { subject: subjectSpan, object: objectSpan },
      roles,
      quantity: counted?.id ?? null,
      time: this.reading.timeOf(claim.trigger, clause),
      factuality: undefined,
      presupposed: clause === undefined,
      rule: claim.rule,
      confidence: confidenceOf(claim, tree, this.reading.kit.seeds.openClaims),
      whole: this.wholeOf(clause, claim.trigger, [
        subjectSpan,
        ...(objectSpan ? [objectSpan] : []),
        subject,
        ...(object ? [object] : []),
      ]),
    }
  }

  /** "failed to pay" is "pay", denied: verbs above that polarity and factuality speak for are no part of what is claimed. */
  private relationOf({ clause, relation, trigger }: OpenClaim): readonly Word[] {
    if (!clause?.governor) return relation
    const own = relation.filter((word) => clause.group.includes(word) || word.index > trigger.index)
    if (own.length === relation.length) return relation
    const [above, here] = [clause.governor, trigger].map((word) => readFactuality(this.tree, word, this.reading.kit))
    return above!.polarity === here!.polarity && above!.factuality === here!.factuality ? relation : own
  }

  /** "Dana Cole is [a farmer from Porto]": what somebody is said to be is words, also where these words mean her. */
  private sideOf(part: Part): Argument {
    const isWords = part.kind === 'content' || part.kind === 'purpose'
    return isWords || (part.kind === 'complement' && this.sides.mentionOf(part.head)?.kind !== 'name')
      ? { kind: 'text', ...this.textOf(spanOfWords(part.words)) }
      : this.named(part.head, part.words)
  }

  /** The phrase, by the name in it: "the architect [Luigi Manara]". */
  private named(head: Word, words: readonly Word[]): Argument {
    const name = this.sides.nameFor(head)
    const isOne = words.includes(name) && !this.tree.child(name, 'conj')
    return this.sides.argument(isOne ? name : head, words)
  }

  private roleOf(part: Part): string {
    if (part.kind === 'agent') return 'agent'
    if (part.kind !== 'oblique') return part.kind === 'indirect' ? 'recipient' : part.kind
    if (this.sides.timeOf(part.head)) return 'time'
    const type = this.sides.mentionOf(part.head)?.type
    if (PLACE_PREPOSITIONS.has(part.preposition) && (type === 'PLACE' || type === 'COUNTRY' || type === 'FACILITY'))
      return 'location'
    return part.preposition || 'manner'
  }
}

/** "lent [him] the office": the office is lent, to him. */
const objectFirst = (a: Part, b: Part): number =>
  a.kind === 'indirect' && b.kind === 'object' ? 1 : a.kind === 'object' && b.kind === 'indirect' ? -1 : 0

const predicateOf = (words: readonly string[]) => words.filter(Boolean).join(' ')

function verbLemmas(tree: Tree, clause: Clause, relation: readonly Word[]): string[] {
  if (clause.kind === 'copula')
    return [
      'be',
      ...tree
        .childrenBy(clause.predicate, 'case')
        .filter((word) => word.index < clause.predicate.index && word.xpos !== 'POS')
        .map((word) => word.form.toLowerCase()),
    ]
  const verbs = relation.filter(
    (word) =>
      word.upos === 'VERB' || word.upos === 'ADJ' || isRelation(word, 'compound:prt') || word === clause.predicate,
  )
  return verbs.map((word) => word.lemma.toLowerCase())
}
