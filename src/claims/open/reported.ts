import type { Word } from '../../model/document.ts'
import { overlaps, type Span } from '../../model/span.ts'
import { isRelation } from '../../nlp/tree.ts'
import { phraseOf } from '../clauses/phrase.ts'
import type { Sides } from '../sides.ts'
import type { OpenClaim } from './open-claim.ts'

/** The word of saying whose content a clause is: "[said] sprinklers had failed". */
export function reportingVerb({ clause, trigger }: OpenClaim, sides: Sides, cues: readonly Span[]): Word | undefined {
  const { tree } = sides
  let predicate: Word | undefined = clause?.predicate ?? trigger
  while (predicate && isRelation(predicate, 'xcomp')) predicate = tree.head(predicate) // "denied that it [planned] to shut"
  const head = predicate && isRelation(predicate, 'ccomp') ? tree.head(predicate) : undefined
  return head && cues.some((cue) => overlaps(cue, head)) ? head : undefined
}

/** "The weather service said [it] had warned the town": who speaks, where nobody else is meant. */
export function withSpeaker(claim: OpenClaim, sides: Sides, cues: readonly Span[]): OpenClaim {
  const { head } = claim.subject
  if (!/^(?:it|they)$/i.test(head.form) || sides.isNamed(head)) return claim
  const verb = reportingVerb(claim, sides, cues)
  const speaker = verb && sides.tree.child(verb, 'nsubj')
  if (speaker?.upos !== 'NOUN' || isQuoted(head, speaker, sides)) return claim
  const isPlural = speaker.xpos === 'NNS'
  return isPlural === /^they$/i.test(head.form)
    ? { ...claim, subject: { head: speaker, words: phraseOf(sides.tree, speaker, { alone: true }) } }
    : claim
}

/** "It hurts," the director said: whoever is quoted does not call themselves so. */
const isQuoted = (pronoun: Word, speaker: Word, { tree }: Sides): boolean =>
  tree.words
    .slice(Math.min(pronoun.index, speaker.index), Math.max(pronoun.index, speaker.index) - 1)
    .some(({ form }) => /^["“”«»]|''$/.test(form))
