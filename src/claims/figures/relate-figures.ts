import { byId } from '../../model/by-id.ts'
import type { Argument, Claim } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Quantity, TimeExpression } from '../../model/quantity.ts'
import { covers, type Span } from '../../model/span.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers } from '../layers.ts'
import { type SetApart, timesApart } from './times-apart.ts'

/** Adds to claims how their amounts stand to others: `part`s of a total, its `total`, what is `more` than before; what they are `compared with`, `as of` when. */
export function relateFigures(claims: readonly Claim[], document: Document, layers: Layers, kit: ClaimKit): Claim[] {
  const { text } = document
  const apart = timesApart(layers, text, kit.seeds.claims.measures)
  const { more } = kit.seeds.claims.measures
  return claims.map((given) => {
    const claim = withOwnTime(withDifference(given, layers, text), layers, text)
    return withTimes(withMore(withParts(claim, layers, text), layers, text, more), apart, layers)
  })
}

/** "4,200 cases were recorded, [12 percent] fewer than the week before": not how many there were. */
function withDifference(claim: Claim, { quantities }: Layers, text: string): Claim {
  const own = claim.quantity === null ? undefined : byId(quantities).get(claim.quantity)
  if (!own || !DIFFERENCE.test(text.slice(own.end, own.end + REACH))) return claim
  const told = quantities.find((one) => one !== own && one.kind === 'count' && covers(claim.subject, one))
  return {
    ...claim,
    quantity: told?.id ?? claim.quantity,
    roles: withNew(claim.roles, [{ role: 'difference', value: toArgument(own) }]),
  }
}
const DIFFERENCE = /^\s+(?:\p{L}+\s+)?(?:more|fewer|less|higher|lower|larger|smaller)\s+(?:\p{Ll}+\s+)?than\b/u
/** UTF-16 units behind an amount that are looked at. */
const REACH = 40

/** "arrested 14 people on Saturday and [nine on Sunday]": a time right behind the amount is its own, not that of the amount before. */
function withOwnTime(claim: Claim, { quantities, times }: Layers, text: string): Claim {
  const given = claim.time === null ? undefined : byId(times).get(claim.time)
  const own = claim.quantity !== null ? byId(quantities).get(claim.quantity) : undefined
  if (!given || !own || given.start > own.start) return claim
  const end = Math.max(own.end, own.noun?.end ?? 0)
  const time = times.find(
    ({ sentence, kind, start }) =>
      sentence === own.sentence &&
      start > end &&
      /^(?:date|time)$/.test(kind) &&
      BEFORE_TIME.test(text.slice(end, start)),
  )
  return time ? { ...claim, time: time.id } : claim
}
const BEFORE_TIME = /^\s+(?:on|in|at|during)\s+$/

function withParts(claim: Claim, { sums = [], quantities }: Layers, text: string): Claim {
  const sides = [claim.subject, claim.object].flatMap((side) => (side?.kind === 'text' ? [side] : []))
  const made = sums.find(
    ({ isMade, parts, whole }) =>
      isMade &&
      (claim.quantity === null
        ? sides.some((side) => covers(side, whole) && covers(whole, side)) // "[a teacher and 22 pupils] were treated"
        : parts[0]?.id === claim.quantity && sides.some((side) => covers(side, whole))),
  )
  const quantity = made?.whole.id ?? claim.quantity
  if (quantity === null) return claim
  const own = sums.find(({ whole }) => whole.id === quantity)
  const above = sums.find(({ isMade, parts }) => !isMade && parts.some(({ id }) => id === quantity))?.whole
  const total = above ?? allOf(quantities, quantity, text)
  const roles = [
    ...(own?.parts ?? []).map((part) => ({ role: 'part', value: toArgument(part) })),
    ...(total ? [{ role: 'total', value: toArgument(total) }] : []),
  ]
  return roles.length === 0 ? claim : { ...claim, quantity, roles: withNew(claim.roles, roles) }
}

/** "twelve of the [31] wounded", where no noun tells that they are of one kind. */
function allOf(quantities: readonly Quantity[], id: string, text: string): Quantity | undefined {
  const at = quantities.findIndex((one) => one.id === id)
  const [part, next] = [quantities[at], quantities[at + 1]]
  const isOf = part && next?.noun === null && /^\s+of\s+(?:the\s+)?$/.test(text.slice(part.end, next.start))
  return isOf && part.kind === 'count' && part.unit === next.unit ? next : undefined
}

/** "a further 30 cases", "two more workers" */
function withMore(claim: Claim, { quantities }: Layers, text: string, more: readonly string[]): Claim {
  const quantity = claim.quantity === null ? undefined : byId(quantities).get(claim.quantity)
  if (!quantity || (quantity.kind !== 'count' && quantity.kind !== 'number')) return claim
  const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, quantity.start - 16), quantity.start))
  const behind = /^(\s+)more\b(?!\s+than)/.exec(text.slice(quantity.end, quantity.end + 14))
  const span: Span | undefined =
    before && more.includes(before[1]!.toLowerCase())
      ? { start: quantity.start - before[0].length, end: quantity.start - before[0].length + before[1]!.length }
      : behind
        ? { start: quantity.end + behind[1]!.length, end: quantity.end + behind[0].length }
        : undefined
  if (!span) return claim
  const value: Argument = { kind: 'text', ...span, text: text.slice(span.start, span.end) }
  return { ...claim, roles: withNew(claim.roles, [{ role: 'more', value }]) }
}

/** A time that says when else, or as of when, is no time of the event. */
function withTimes(claim: Claim, apart: ReadonlyMap<string, SetApart>, { times }: Layers): Claim {
  if (apart.size === 0) return claim
  const whole = claim.evidence[0]!
  const own = times.filter((time) => apart.has(time.id) && time.sentence === whole.sentence && covers(whole, time))
  if (own.length === 0) return claim
  const isOwn = (span: Span) => own.some((time) => covers(time, span))
  return {
    ...claim,
    time: claim.time !== null && apart.has(claim.time) ? null : claim.time,
    roles: withNew(
      claim.roles.filter(({ role, value }) => !(role === 'time' && isOwn(value))),
      own.map((time) => ({ role: apart.get(time.id)!, value: toArgument(time) })),
    ),
  }
}

const withNew = (roles: Claim['roles'], added: Claim['roles']): Claim['roles'] => [
  ...roles,
  ...added.filter(({ role, value }) => !roles.some((one) => one.role === role && one.value.start === value.start)),
]

const toArgument = (one: Quantity | TimeExpression): Argument => ({
  kind: 'unit' in one ? 'quantity' : 'time',
  id: one.id,
  start: one.start,
  end: one.end,
  text: one.text,
})
