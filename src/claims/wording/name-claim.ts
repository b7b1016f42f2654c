import type { Argument, Claim } from '../../model/claim.ts'
import { overlaps } from '../../model/span.ts'
import type { Draft } from '../drafts/draft.ts'
import type { Layers } from '../layers.ts'
import type { Stance } from '../read-factuality.ts'
import { nameOpenClaim } from './name-open-claim.ts'
import { Phrases } from './phrases.ts'
import { markOf, type Wording } from './wording.ts'

/**
 * A short sentence that says what the claim says: "Norvik Systems (planned) acquired Belcor", "Belcor was sold by Norvik Systems". Names stand in place of
 * pronouns; verbs agree with their subject; what is no plain assertion says so, by its own words or by a mark in brackets.
 */
export function nameClaim(draft: Draft, stance: Stance, factuality: Claim['factuality'], wording: Wording): string {
  const { open, type } = draft
  const parts =
    open && !type
      ? nameOpenClaim(open, { ...stance, factuality }, wording)
      : nameTyped(draft, { ...stance, factuality }, wording)
  return parts.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim()
}

function nameTyped(draft: Draft, { polarity, factuality }: Stance, wording: Wording): string[] {
  const phrases = new Phrases(wording)
  const head = wording.sides.headOf(draft.phrases.subject)
  const marks = [...(polarity === 'denied' ? [polarity] : []), ...(factuality === 'asserted' ? [] : [factuality])]
  const many =
    draft.subject.kind !== 'entity' && head !== undefined && phrases.isMany(head, wording.sides.tree.subtree(head))
  return [
    phrases.side(draft.subject, 'first'),
    markOf(marks),
    agreeing(labelOf(draft), many),
    draft.object ? phrases.side(draft.object, 'later') : '',
    ...moved(draft, wording.layers),
  ]
}

/** "is located in" of many: "are located in". */
function agreeing(label: string, many: boolean): string {
  if (!many) return label
  const [first, ...rest] = label.split(' ')
  const plural = PLURALS[first!] ?? (/[^s]s$/.test(first!) ? first!.replace(/(?<=ch|sh|ss|x)es$|s$/, '') : first!)
  return [plural, ...rest].join(' ')
}
const PLURALS: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have' }

/** "suffered losses in" when the place is told. */
function labelOf({ type, object, label: own }: Draft): string {
  if (own) return own
  const { label, objectOptional, range } = type!
  if (!objectOptional) return label
  if (!object) return label.replace(/ (to|from|in)$/, '')
  return range.includes('TEXT') || / (to|from|in)$/.test(label) ? label : `${label} in`
}

/** The counted part of a typed claim: "(more than 10,000 troops)"; what its object says already is not said again. */
function moved(draft: Draft, layers: Layers): string[] {
  const amount = draft.type && layers.quantities.find(({ id }) => id === draft.quantity)
  if (!amount || [draft.subject, draft.object].some((side: Argument | null) => side && overlaps(side, amount)))
    return []
  const counted = draft.roles.find(({ value }) => overlaps(value, amount))
  if (!counted) return [`(${amount.text})`]
  return [`(${LEADS_IN[counted.role] ?? `${counted.role}: `}${counted.value.text})`]
}

/** Roles that need no name: "(10,000 troops)", "(of 4,700)". */
const LEADS_IN: Readonly<Record<string, string>> = { force: '', item: '', total: 'of ' }
