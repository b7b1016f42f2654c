import type { Match } from '../typed/match-frames.ts'
import type { Draft } from './draft.ts'

export function sameSides({ subject, object }: Draft): boolean {
  return (
    object !== null &&
    ((subject.start === object.start && subject.end === object.end) ||
      (subject.kind === 'entity' && object.kind === 'entity' && subject.id === object.id))
  )
}

/** One type between the same two words is one claim, however often it is read ("made an attack on" as verb and as noun). */
export function withoutDoubles(matches: readonly Match[]): Match[] {
  const found = new Map<string, Match[]>() // more than one of an event: one an amount
  const isa = matches.filter(({ event }) => event.kind === 'isa')
  const described = new Set(isa.filter(({ frame }) => !frame.beside).map(({ event }) => event.trigger))
  const told = new Set(isa.map(({ event, type }) => `${type.type} ${event.trigger.index}`))
  for (const match of matches) {
    const { subject, event, type } = match
    const isTold = event.kind !== 'isa' && told.has(`${type.type} ${subject.index}`)
    if (subject === event.trigger && (described.has(subject) || isTold)) continue // "Djibo, a town in …": Djibo's
    const key = `${match.type.type} ${match.subject.index} ${match.object?.index}`
    const known = found.get(key)
    if (known && known[0]!.event === match.event) known.push(match)
    else if (!known || weight(match) > weight(known[0]!)) found.set(key, [match])
  }
  return [...found.values()].flat()
}

/** A verb or a title says more than a name with a preposition. */
const weight = ({ score, event }: Match): number => score - (event.kind === 'name' ? 10 : 0)
