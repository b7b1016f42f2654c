import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import type { Frame } from '../ontology.ts'
import type { Event } from './event.ts'
import type { FramePaths } from './frame-paths.ts'
import type { Lexicon, TypedFrame } from './lexicon.ts'

/** What was so, and is told as past, is no state of today. */
export const isOnce = ({ clause }: Event): boolean =>
  clause?.adverbs.some((word) => ONCE.has(word.lemma.toLowerCase())) ?? false
const ONCE = new Set(['previously', 'formerly', 'once', 'originally'])

/** What a frame asks of the event beside words in its places: voice, what carries or governs it, what must not be there. */
export class FrameConditions {
  constructor(
    private readonly event: Event,
    private readonly typed: TypedFrame,
    private readonly paths: FramePaths,
    private readonly tree: Tree,
    private readonly lexicon: Lexicon,
    private readonly clauses: readonly Clause[],
  ) {}

  hold(): boolean {
    const { event } = this
    const { type, frame } = this.typed
    const hasAgent = event.places.has('subj')
    if (frame.passiveOnly && !event.passive) return false
    if (frame.activeOnly && event.passive) return false
    if (frame.agentless && event.passive && hasAgent) return false
    if (frame.agentOnly && !hasAgent) return false
    if (frame.content && this.isAsking()) return false
    if (frame.striven && !this.isStriven(event.trigger)) return false
    if (frame.unlessAt && this.paths.all(frame.unlessAt).length > 0) return false
    if (frame.unlessPlace && event.places.has(frame.unlessPlace)) return false
    if (frame.unless && event.modifiers.some((word) => frame.unless!.includes(word.replace(/-$/, '')))) return false
    if ((frame.whole || frame.part) && this.isOfPart(frame) !== Boolean(frame.part)) return false
    if (frame.told && event.clause?.subjectSource === 'adverbial' && !event.passive) return false
    if (frame.with && !event.modifiers.some((word) => frame.with!.includes(word))) return false
    if (frame.light && event.kind === 'noun' && !this.carrier()) return false
    if (frame.by && !frame.by.includes(this.carrier()?.predicate.lemma.toLowerCase() ?? '')) return false
    if (frame.governor && !frame.governor.includes(this.governor() ?? '')) return false
    if (frame.except?.includes(event.trigger.lemma.toLowerCase())) return false
    if (frame.unlessGovernor?.includes(this.governor() ?? '')) return false
    if (event.kind === 'noun' && !frame.light && this.isAnnulled()) return false
    if (event.kind === 'verb' && event.lemmas.some((lemma) => lemma.includes(' ') && this.lexicon.isAnnulling(lemma)))
      return false // "called off the strike"
    const { mode, past } = type
    if ((mode === 'F' || mode === 'S') && !past && isOnce(event)) return false
    return true
  }

  /** "asked her [whether] she knew" */
  private isAsking(): boolean {
    const content = this.event.clause?.content
    return (
      content !== undefined &&
      this.tree.children(content).some(({ form }) => /^(?:whether|if|who|what|why|how|where|when)$/i.test(form))
    )
  }

  /** "safety director", "competition chief", not "party leader", "chief executive": a common noun before the title that is no body of its own. */
  private isOfPart({ isa }: Frame): boolean {
    const { trigger, lemmas } = this.event
    const title = lemmas.find((lemma) => isa?.includes(lemma)) ?? ''
    const first = trigger.index - title.split(/[ -]/).length + 1
    return this.tree
      .childrenBy(trigger, 'compound')
      .some(
        ({ index, upos, lemma }) => index < first && upos === 'NOUN' && !this.lexicon.isA(lemma.toLowerCase(), 'body'),
      )
  }

  /** "is working [to degrade and defeat]": an infinitive or gerund below another word, or coordinated to one. */
  private isStriven(verb: Word): boolean {
    if (isRelation(verb, 'conj') && verb.xpos === 'VB') {
      const first = this.tree.head(verb)
      return first !== undefined && this.isStriven(first)
    }
    const isOpen = verb.xpos === 'VBG' || this.tree.childrenBy(verb, 'mark').some((mark) => mark.upos === 'PART')
    return isOpen && !this.tree.child(verb, 'aux', 'nsubj') && !isRelation(verb, 'root')
  }

  /** The clause of which the noun is an argument. */
  private carrier(): Clause | undefined {
    const { trigger } = this.event
    return this.clauses.find(
      (clause) =>
        clause.object === trigger ||
        (clause.passive && clause.subject === trigger) ||
        clause.obliques.some((oblique) => oblique.head === trigger),
    )
  }

  private governor(): string | undefined {
    const { trigger, clause } = this.event
    const isAdded =
      trigger.xpos === 'VBG' && isRelation(trigger, 'advcl') && this.tree.child(trigger, 'mark')?.form === 'to'
    if (isAdded) return this.tree.head(trigger)?.lemma.toLowerCase() // "contributed to regaining"
    if (this.event.kind === 'verb') return clause?.governor?.lemma.toLowerCase()
    const above = this.clauses.find((at) => at.subject === trigger || at.object === trigger)
    return above?.predicate.lemma.toLowerCase()
  }

  /** "The merger fell through", "called off the visit". */
  private isAnnulled(): boolean {
    const { trigger } = this.event
    const above = this.clauses.find((clause) => clause.subject === trigger || clause.object === trigger)
    if (!above) return false
    const particles = this.tree
      .childrenBy(above.predicate, 'compound:prt', 'advmod')
      .map((word) => `${above.predicate.lemma} ${word.lemma}`.toLowerCase())
    const next = this.tree.word(above.predicate.index + 1)
    return [
      above.predicate.lemma.toLowerCase(),
      ...particles,
      next ? `${above.predicate.lemma} ${next.lemma}`.toLowerCase() : '',
    ].some((lemma) => this.lexicon.isAnnulling(lemma))
  }
}
