import type { ClaimFacts } from '../facts.ts'
import { type Filler, filledBy, phraseAt, thingOf } from './fillers.ts'
import { isTold } from './slots.ts'
import type { StoryWords } from './words.ts'

/** What a sentence tells in the passive where no claim of it was read: "They were put up by Karlberg". The claims are those of the sentence. */
export function passivesIn(claims: readonly ClaimFacts[], words: StoryWords): Filler[] {
  const { sentence } = claims[0]!
  return [...sentence.matchAll(PASSIVE)].flatMap((match) => {
    const [whole, subject, verb, rest] = match
    const agent = phraseAt(sentence.slice(match.index + whole.length))
    const claim = claims.find(({ quote }) => quote.includes(whole.trim())) ?? claims[0]!
    if (!agent || !isTold(claim) || (agent.name === null && !/^(?:an?|the)\s/i.test(agent.phrase))) return []
    const stem = words.ownStem(verb!.toLowerCase())
    return words.slots.slots.flatMap((slot) => {
      const isOne = slot.verbs.some((own) => {
        const [first, ...particles] = own.split(' ')
        return (
          words.ownStem(first!) === stem && `${rest!.trim()} `.startsWith(particles.map((one) => `${one} `).join(''))
        )
      })
      if (!slot.once || !isOne) return []
      return [
        {
          claim: filledBy(claim, agent),
          slot: slot.slot,
          thing: thingOf(subject!, null, words),
          title: `who ${slot.reason}`,
          reason: `are given for who ${slot.reason}`,
          mayChange: false,
        },
      ]
    })
  })
}
const PASSIVE =
  /(?<=^|[,;:—–]\s|\b(?:that|and|but)\s)((?:[Tt]hey|[Ii]t|(?:[Tt]he|[Ii]ts|[Tt]heir)(?:\s\p{L}+){1,3}?))\s(?:was|were|had\sbeen|has\sbeen|have\sbeen)\s(?:\p{Ll}+ly\s)?(\p{Ll}+)((?:\s\p{Ll}+){0,5}?)\sby\s/gu
