import type { Claim, Speaker } from '../model/claim.ts'
import type { Analysis, Document, Word } from '../model/document.ts'
import { covers, type Span } from '../model/span.ts'
import { isRelation, type Tree, treeOf } from '../nlp/tree.ts'

/** Somebody denies what was said before a place. */
export interface Denial {
  readonly sentence: string
  /** its words, and the one that denies */
  readonly whole: Span
  readonly trigger: Span
  readonly entity: string | null
  readonly chain: readonly Speaker[]
  /** the claim that would say no more than that somebody denied "that" */
  readonly instead: string | undefined
  /** only statements of this clause are meant: the verb that "which" looks back on */
  readonly clause: Word | undefined
  /** it is of all that the same people have just said: "rejected the account" */
  readonly isOfAll: boolean
}

/** How many sentences before a denial its statement may stand, the nearest first. */
const BACK = [1, 2, 3]

/** What people said, by sentence: the claims at the top of their words. */
export class Statements {
  private readonly at = new Map<string, number>()
  private readonly bySentence = new Map<string, { claim: Claim; trigger: Word }[]>()

  constructor(
    claims: readonly Claim[],
    readonly document: Document,
  ) {
    document.sentences.forEach(({ sentence }, index) => {
      this.at.set(sentence.id, index)
    })
    for (const claim of claims) {
      const { sentence } = claim.evidence[0]!
      const found = this.triggerOf(claim)
      if (
        !found ||
        isRelation(found.word, 'acl:relcl') ||
        (found.word.upos !== 'VERB' && !found.tree.child(found.word, 'cop'))
      )
        continue
      if (!isSaid(claim) || BESIDE.has(claim.type)) continue
      const own = this.bySentence.get(sentence) ?? []
      this.bySentence.set(sentence, [...own, { claim, trigger: found.word }])
    }
  }

  /** The word that a claim is read from. */
  triggerOf({ evidence }: Claim): { word: Word; tree: Tree } | undefined {
    const trigger = evidence.find(({ role }) => role === 'trigger') ?? evidence[0]!
    const analysis = this.analysisOf(trigger.sentence)
    const word =
      analysis?.words.find((one) => one.end === trigger.end) ??
      analysis?.words.find((one) => one.start === trigger.start)
    return word && analysis && { word, tree: treeOf(analysis.words) }
  }

  wordAt(sentence: string, span: Span): { word: Word; tree: Tree } | undefined {
    const analysis = this.analysisOf(sentence)
    const word = analysis?.words.find(({ start }) => start === span.start)
    return word && analysis && { word, tree: treeOf(analysis.words) }
  }

  /** The head of a stretch of words. */
  rootOf(sentence: string, piece: Span): { word: Word; tree: Tree } | undefined {
    const analysis = this.analysisOf(sentence)
    if (!analysis) return undefined
    const tree = treeOf(analysis.words)
    const word = analysis.words.find((one) => {
      const above = tree.head(one)
      return covers(piece, one) && one.upos !== 'PUNCT' && (!above || !covers(piece, above))
    })
    return word && { word, tree }
  }

  /** The statements that a denial means: said by others, and not within one another. `answers`: sentences that deny as well, so that one looks past them. */
  before({ sentence, whole, trigger, entity, clause, isOfAll }: Denial, answers: ReadonlySet<string>): Claim[] {
    const index = this.at.get(sentence)!
    const own = (this.bySentence.get(sentence) ?? []).filter(
      (one) => one.trigger.end <= trigger.start && (clause ? one.trigger === clause : one.trigger.end <= whole.start),
    )
    const sentences =
      own.length > 0 || clause ? [sentence] : BACK.map((by) => this.document.sentences[index - by]?.sentence.id)
    const found: Claim[] = []
    for (const one of sentences) {
      const all = own.length > 0 || clause ? own : (this.bySentence.get(one ?? '') ?? [])
      const others = all.filter(({ claim }) => entity === null || claim.attribution[0]!.entity !== entity)
      const tree = this.treeOfSentence(one)
      const top = others.filter(
        ({ trigger: under }) => !others.some(({ trigger: over }) => over !== under && tree?.dominates(over, under)),
      )
      const meant = top.map(({ claim }) => claim)
      if (!isOfAll && meant.length > 0) return meant
      if (found.length > 0) {
        const more = meant.filter((claim) => isByOneOf(claim, found))
        if (more.length === 0) return found
        found.unshift(...more)
        continue
      }
      found.push(...meant)
      if (found.length > 0) continue
      if (one !== sentence && !answers.has(one ?? '')) return []
    }
    return found
  }

  private treeOfSentence(sentence: string | undefined): Tree | undefined {
    const analysis = sentence === undefined ? undefined : this.analysisOf(sentence)
    return analysis && treeOf(analysis.words)
  }

  private analysisOf(sentence: string): Analysis | undefined {
    return this.document.sentences[this.at.get(sentence) ?? -1]
  }
}

/** Said by somebody known who said one of the others too. */
const isByOneOf = ({ attribution: [by] }: Claim, others: readonly Claim[]): boolean =>
  by!.entity !== null && others.some(({ attribution: [one] }) => one!.entity === by!.entity)

/** What a sentence says beside what it states: "closed the plant in Wigton" is not denied the place. */
const BESIDE: ReadonlySet<string> = new Set(['LOCATED_IN', 'HAS_TITLE', 'IS_CALLED'])

/** Somebody's word, not the outlet's own; nor what somebody denies. */
const isSaid = ({ factuality, attribution }: Claim): boolean =>
  attribution[0]!.kind !== 'denied' &&
  (factuality === 'alleged' ||
    (attribution[0]!.class !== 'outlet' && ['asserted', 'estimated', 'planned'].includes(factuality)))
