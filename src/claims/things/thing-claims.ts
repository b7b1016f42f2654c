import type { Argument, Claim, Evidence } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import { contentId } from '../../model/id.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers } from '../layers.ts'
import { speakerChain } from '../speaker-chain.ts'
import { findThings } from './find-things.ts'
import type { Thing } from './thing.ts'
import { kindOfNoun } from './thing-words.ts'

const WORDS = /[\p{L}\p{N}]+/gu
const SMALL = /^\p{Ll}/u

/**
 * The claims with what they say of one thing put so that articles can be compared: what it is called ("the museum in Pyongyang is called …"), and
 * how far it has come ("… was opened"). Both point to a proposition of the thing itself, whatever its name; the name and the stage are its values.
 */
export function thingClaims(claims: readonly Claim[], document: Document, layers: Layers, kit: ClaimKit): Claim[] {
  const added = findThings(claims, document, layers, kit).flatMap((thing) => {
    const writer = new ThingWriter(thing, claims, document, layers, kit)
    return [...writer.stages(), ...writer.names()]
  })
  if (added.length === 0) return [...claims]
  const replaced = new Map(added.map((claim) => [claim.id, claim]))
  const kept = claims.filter(({ id }) => !replaced.has(id))
  return [...kept, ...replaced.values()].sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
}

/** How sure a claim is that is put together from several passages. */
const PUT_TOGETHER = 0.8

class ThingWriter {
  private readonly description: string

  constructor(
    private readonly thing: Thing,
    private readonly claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
    private readonly kit: ClaimKit,
  ) {
    const { kind, place } = thing
    const names = new Map(layers.entities.map(({ id, name }) => [id, name]))
    const where =
      place &&
      !kit.seeds.claims.things.kinds[kind]!.moves &&
      (place.kind === 'entity' ? (names.get(place.id) ?? place.text) : place.text)
    this.description = `the ${kind}${where ? ` in ${where}` : ''}`
  }

  /** One for each passage that tells a stage. */
  stages(): Claim[] {
    const { kinds, stages } = this.kit.seeds.claims.things
    if (kinds[this.thing.kind]!.life === 'storm') return [] // where it struck is a claim already
    return this.thing.events.map(({ claim, stage, side, actor, occasion }) => {
      const object = actor ?? this.thing.actor ?? null
      const names = new Map(this.layers.entities.map(({ id, name }) => [id, name]))
      const isDirect = claim.type === STAGE
      return {
        ...claim,
        id: isDirect ? claim.id : contentId('claim', claim.id, STAGE),
        name: [
          side.kind === 'entity' ? (names.get(side.id) ?? side.text) : side.text,
          claim.polarity === 'denied' ? '(denied)' : '',
          stages[stage]!.name,
          object ? `by ${object.kind === 'entity' ? (names.get(object.id) ?? object.text) : object.text}` : '',
        ]
          .filter(Boolean)
          .join(' '),
        type: STAGE,
        predicate: stage,
        subject: side,
        object,
        roles: this.roles(side),
        quantity: null,
        ...this.timed(claim, stage, occasion),
        rule: isDirect ? claim.rule : `${claim.rule}.stage`,
        confidence: Math.min(claim.confidence, isDirect ? 1 : PUT_TOGETHER),
        proposition: contentId('prop', STAGE, this.thing.key),
      }
    })
  }

  /** Its time, that of its occasion, or the one that the article gives of the same stage elsewhere. */
  private timed(claim: Claim, stage: string, occasion: Claim | undefined): Pick<Claim, 'time' | 'evidence'> {
    const { time, evidence } = claim
    if (time) return { time, evidence }
    const others = this.thing.events.filter((event) => event.stage === stage)
    const told = [occasion, ...others.flatMap((event) => [event.claim, event.occasion])].find((one) => one?.time)
    return told ? { time: told.time, evidence: [...evidence, ...timeEvidence(told)] } : { time, evidence }
  }

  /** One for each name, at the passage that has it first. */
  names(): Claim[] {
    return this.thing.names.flatMap(({ mention, span }) => {
      const analysis = this.document.sentences.find(({ sentence }) => sentence.id === mention.sentence)
      if (!analysis || span.end > analysis.sentence.end) return []
      const subject = this.describedBefore(span)
      const name = this.document.text.slice(span.start, span.end)
      if (this.isElsewhere(mention)) return []
      if (SMALL.test(this.kindWord(span)?.text ?? '')) return [] // "the new Lodz museum": a description
      const passage = (role: Evidence['role'], at: Span): Evidence => ({
        sentence: analysis.sentence.id,
        start: at.start,
        end: at.end,
        quote: this.document.text.slice(at.start, at.end),
        role,
      })
      const said = this.claims.find(({ type, object }) => type === NAME && object?.start === span.start)
      const dated = this.thing.events.map(({ claim, occasion }) => claim.time ?? occasion?.time ?? null)
      const proposition = contentId('prop', NAME, this.thing.key)
      if (said) return [{ ...said, roles: this.roles(said.subject), proposition }]
      return [
        {
          id: contentId('claim', this.document.article.id, NAME, span.start, span.end),
          name: `${this.description} is called ${name}`,
          type: NAME,
          predicate: 'be called',
          predicateSpans: [],
          subject,
          object: { kind: 'text', ...span, text: name },
          roles: this.roles(subject),
          polarity: 'affirmed',
          factuality: 'asserted',
          time: dated.find((time) => time !== null) ?? null,
          quantity: null,
          evidence: [passage('whole', analysis.sentence), passage('object', span)],
          attribution: speakerChain(span, this.document, this.layers),
          rule: 'things.name',
          confidence: PUT_TOGETHER,
          proposition,
        } satisfies Claim,
      ]
    })
  }

  /** "the National Museum in Dublin" is no name for the museum in Cork. */
  private isElsewhere({ entity }: Mention): boolean {
    const { place } = this.thing
    return this.claims.some(
      ({ type, subject, object }) =>
        type === 'LOCATED_IN' &&
        subject.kind === 'entity' &&
        subject.id === entity &&
        object?.kind === 'entity' &&
        place?.kind === 'entity' &&
        object.id !== place.id,
    )
  }

  private roles(side: Span): Claim['roles'] {
    const { place } = this.thing
    const kind = [side, this.describedBefore(side)].map((one) => this.kindWord(one)).find((word) => word !== undefined)
    return [...(kind ? [{ role: 'kind', value: kind }] : []), ...(place ? [{ role: 'place', value: place }] : [])]
  }

  /** "the museum": what the text says before it gives the name, else the noun in the name. */
  private describedBefore(name: Span): Argument {
    const words = this.kit.seeds.claims.things
    const isKind = (noun: string) => kindOfNoun(noun, words) === this.thing.kind
    const nominal = this.layers.mentions.findLast(
      (at) => at.kind === 'nominal' && at.start < name.start && isKind(lastWord(at)) && at.text.split(' ').length < 6,
    )
    if (nominal) return { kind: 'text', start: nominal.start, end: nominal.end, text: nominal.text }
    const text = this.document.text.slice(name.start, name.end)
    return this.kindWord(name) ?? { kind: 'text', start: name.start, end: name.end, text }
  }

  /** The noun in a phrase or name that tells the kind. */
  private kindWord({ start, end }: Span): Argument | undefined {
    const text = this.document.text.slice(start, end)
    const own = text.split(/\s(?:of|for|in|to|on|at)\s/)[0]!
    const found = [...own.matchAll(WORDS)].findLast(
      ([word]) => kindOfNoun(word, this.kit.seeds.claims.things) === this.thing.kind,
    )
    if (!found) return undefined
    const at = start + found.index
    return { kind: 'text', start: at, end: at + found[0].length, text: found[0] }
  }
}

const STAGE = 'REACHED_STAGE'
const NAME = 'IS_CALLED'

const lastWord = ({ text }: Mention): string => text.split(/\s+/).at(-1)!

const timeEvidence = ({ evidence }: Claim): Evidence[] => evidence.filter(({ role }) => role === 'time')
