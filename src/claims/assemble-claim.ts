import { byId } from '../model/by-id.ts'
import type { Argument, Claim, Evidence } from '../model/claim.ts'
import type { Document, Word } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import { contentId } from '../model/id.ts'
import type { Mention } from '../model/mention.ts'
import type { Quantity } from '../model/quantity.ts'
import { around, type Span } from '../model/span.ts'
import { spanOfWords } from '../nlp/tree.ts'
import type { ClaimKit } from './claim-kit.ts'
import type { Draft } from './drafts/draft.ts'
import type { Layers } from './layers.ts'
import { propositionId } from './propositions.ts'
import { readFactuality } from './read-factuality.ts'
import type { Sides } from './sides.ts'
import { speakerChain } from './speaker-chain.ts'
import { nameClaim } from './wording/name-claim.ts'

const TAKEN_AS_SO = { polarity: 'affirmed', factuality: 'asserted', negation: null } as const

/** The finished claim: stance, speakers, evidence, ids. */
export function assembleClaim(
  draft: Draft,
  sides: Sides,
  document: Document,
  layers: Layers,
  kit: ClaimKit,
  names: ReadonlyMap<string, string>,
): Claim {
  const stance = draft.presupposed ? TAKEN_AS_SO : readFactuality(sides.tree, draft.stance ?? draft.trigger, kit)
  const predicateSpans = spansOf(draft.relation)
  const quantity = draft.quantity ? byId(layers.quantities).get(draft.quantity) : undefined
  const { subject, object } = draft
  const evidence = evidenceOf(draft, quantity, predicateSpans, stance.negation, sides, document, layers)
  const type = draft.type?.type ?? 'STATES'
  const attribution = speakerChain({ start: draft.trigger.start, end: draft.trigger.end }, document, layers)
  const factuality = stance.factuality === 'asserted' && draft.factuality ? draft.factuality : stance.factuality
  const base = { type, predicate: draft.predicate, subject, object, roles: [...draft.roles] }
  return {
    id: contentId(
      'claim',
      document.article.id,
      type,
      draft.predicate,
      subject.start,
      subject.end,
      object?.start,
      object?.end,
      draft.trigger.start,
      draft.rule,
      draft.quantity,
    ),
    name: nameClaim(draft, stance, factuality, { sides, layers, text: document.text, kit, names, attribution }),
    ...base,
    predicateSpans,
    polarity: stance.polarity,
    factuality,
    time: draft.time,
    quantity: draft.quantity,
    evidence,
    attribution,
    rule: draft.rule,
    confidence: draft.confidence,
    proposition: propositionId(base, draft.type, quantity),
  }
}

/** Neighbouring words as one span. */
export function spansOf(words: readonly Word[]): Span[] {
  const spans: { start: number; end: number; last: number }[] = []
  for (const word of [...words].sort((a, b) => a.index - b.index)) {
    const open = spans.at(-1)
    if (open && open.last + 1 === word.index) Object.assign(open, { end: word.end, last: word.index })
    else spans.push({ start: word.start, end: word.end, last: word.index })
  }
  return spans.map(({ start, end }) => ({ start, end }))
}

function evidenceOf(
  draft: Draft,
  quantity: Quantity | undefined,
  triggers: readonly Span[],
  negation: Span | null,
  sides: Sides,
  document: Document,
  layers: Layers,
): Evidence[] {
  const sentence = sides.analysis.sentence
  const passage = (role: Evidence['role'], span: Span): Evidence => {
    const start = Math.max(span.start, sentence.start)
    const end = Math.min(span.end, sentence.end)
    return { sentence: sentence.id, start, end, quote: document.text.slice(start, end), role }
  }
  const time = draft.time ? byId(layers.times).get(draft.time) : undefined
  return [
    passage('whole', draft.whole),
    ...triggers.map((span) => passage('trigger', span)),
    passage('subject', draft.phrases.subject),
    ...(draft.phrases.object ? [passage('object', draft.phrases.object)] : []),
    ...(quantity ? [passage('quantity', quantity)] : []),
    ...(time ? [passage('time', time)] : []),
    ...(negation ? [passage('negation', negation)] : []),
    ...antecedents([draft.subject, draft.object], sentence.id, document, layers),
  ].filter((at) => at.end > at.start)
}

/** For a pronoun the nearest name before it that means the same; for one of several whom a phrase means, its name. */
function antecedents(
  args: readonly (Argument | null)[],
  sentence: string,
  document: Document,
  layers: Layers,
): Evidence[] {
  return args.flatMap((side): Evidence[] => {
    if (side?.kind !== 'entity') return []
    const mention = byId(layers.mentions).get(side.mention)
    if (!mention) return []
    const isName = mention.kind === 'name' || mention.kind === 'metonym'
    if (isName && mention.sentence === sentence) return []
    const names = namesOf(layers).get(side.id) ?? []
    const name = isName ? mention : (names.findLast((at) => at.start < mention.start) ?? names[0])
    return name
      ? [
          {
            sentence: name.sentence,
            start: name.start,
            end: name.end,
            quote: document.text.slice(name.start, name.end),
            role: 'antecedent',
          },
        ]
      : []
  })
}

const byEntity = new WeakMap<readonly Mention[], ReadonlyMap<string, Mention[]>>()
function namesOf(layers: Layers): ReadonlyMap<string, Mention[]> {
  const known = byEntity.get(layers.mentions)
  if (known) return known
  const names = layers.mentions.filter(({ kind, entity }) => kind === 'name' && entity)
  const table = groupBy(names, ({ entity }) => entity!)
  byEntity.set(layers.mentions, table)
  return table
}

export const wholeSpan = (words: readonly Word[], extra: readonly Span[]): Span =>
  around([...(words.length > 0 ? [spanOfWords(words)] : []), ...extra])
