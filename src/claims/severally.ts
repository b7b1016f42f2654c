import { findChains } from '../entities/find-chains.ts'
import { mentionOf } from '../entities/resolve-entities.ts'
import { severalIn } from '../entities/several.ts'
import type { Argument } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import { addTo } from '../model/group-by.ts'
import { covers } from '../model/span.ts'
import type { ClaimKit } from './claim-kit.ts'
import type { Draft } from './drafts/draft.ts'
import { FROM_CONTEXT } from './from-context.ts'
import type { Layers } from './layers.ts'
import type { SeveralNamed } from './side-mentions.ts'
import type { Sides } from './sides.ts'

/** The phrases for several that are entities of the document, by sentence. */
export function severalNamed(
  document: Document,
  layers: Layers,
  kit: ClaimKit,
): ReadonlyMap<string, readonly SeveralNamed[]> {
  const chains = findChains(document, layers, kit)
  const mentions = new Map(layers.mentions.map((mention) => [mention.id, mention]))
  const found = new Map<string, SeveralNamed[]>()
  for (const { sentence, head, members } of severalIn(chains)) {
    const named = members.flatMap((member) => {
      const mention = mentionOf(member, chains, mentions)
      return mention?.entity ? [{ ...mention, entity: mention.entity }] : []
    })
    const isWhole = named.length === members.length && new Set(named.map(({ entity }) => entity)).size === named.length
    if (isWhole) addTo(found, document.sentences[sentence]!.sentence.id, { head, members: named })
  }
  return found
}

/**
 * "Norvik and Talvik deny it. The two firms are based in Oslo.": what is said of several is said of each. What is counted is of all together, and so is what
 * is said in no known way: it stays with the phrase.
 */
export function severally(draft: Draft, sides: Sides): Draft[] {
  const amount = sides.layers.quantities.find(({ id }) => id === draft.quantity)
  for (const side of ['subject', 'object'] as const) {
    const phrase = draft.phrases[side]
    const head = phrase && sides.headOf(phrase)
    const several = head && sides.severalOf(head)
    if (!several) continue
    const isTogether = !draft.type || (amount && !covers(phrase, amount))
    if (isTogether)
      return [
        draft[side]?.kind === 'entity'
          ? { ...draft, [side]: { kind: 'text', start: head.start, end: head.end, text: head.form } }
          : draft,
      ]
    return several.members.map((member) => ({
      ...draft,
      [side]: sideOf(member),
      quantity: null,
      rule: `${draft.rule}.context`,
      confidence: Math.min(draft.confidence, FROM_CONTEXT),
    }))
  }
  return [draft]
}

const sideOf = ({ id, entity, start, end, text }: SeveralNamed['members'][number]): Argument => ({
  kind: 'entity',
  id: entity,
  mention: id,
  start,
  end,
  text,
})
