import type { Word } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Amount, Found } from './figure.ts'
import { ownerOf, subjectOf } from './holders.ts'
import type { MeasureWords } from './measure-words.ts'
import type { NamedMeasures } from './named-measures.ts'

/** What is told of a figure by whoever has it, or by a noun that carries it. */
export class Measured {
  constructor(
    private readonly tree: Tree,
    private readonly words: MeasureWords,
    private readonly measures: NamedMeasures,
  ) {}

  /** "employs 40", "won 38 percent", "won with 38 percent of the vote", "cost 45 million euros", "jailed him for six years" */
  had(quantity: Amount, phrase: Word): Found | undefined {
    const head = this.tree.head(phrase)
    const robbed = head && isRelation(phrase, 'nmod') && isRelation(head, 'obj') ? head : undefined // "defrauded savers of $2m"
    const verb = robbed ? this.tree.head(robbed) : head
    if (verb?.upos !== 'VERB' || !(robbed || isRelation(phrase, 'obj', 'obl', 'ccomp', 'xcomp'))) return undefined
    for (const slot of ['gets', 'pure'] as const)
      for (const measure of this.measures.matches(slot, verb, phrase)) {
        const { nouns, of } = this.words.measures[measure]!
        const isNamed = slot === 'pure' || nouns.length === 0 || of === 'occasion'
        if (isNamed && this.measures.fits(measure, quantity))
          return { measure, trigger: verb, holder: subjectOf(verb, this.tree) }
      }
    const suffered = this.measures
      .matches('suffers', verb, phrase)
      .find((measure) => this.measures.fits(measure, quantity))
    const holder = this.tree.child(verb, 'nsubj:pass') ?? this.tree.child(verb, 'iobj', 'obj')
    return suffered && holder !== phrase ? { measure: suffered, trigger: verb, holder } : undefined
  }

  /** "put the death toll at 31", "casualties exceeding 6,000", "a previous estimate of 600", "turnout was 66 percent" */
  carried(quantity: Amount, number: Word, phrase: Word, earlier: Span | undefined): Found | undefined {
    const { tree } = this
    const above = tree.ancestors(phrase)
    const at = above.findIndex(({ upos }) => upos === 'VERB')
    const copula = tree.child(phrase, 'cop') ? phrase : undefined
    const verb = copula ?? above[at] ?? above.find((word) => tree.child(word, 'cop'))
    const isPut =
      verb !== undefined && at < MAX_STEPS && (copula || this.words.putting.includes(verb.lemma.toLowerCase()))
    const near = copula ? [] : above.slice(0, at < 0 ? above.length : at).filter(({ upos }) => upos === 'NOUN')
    const isGot = (word: Word) => verb !== undefined && isRelation(word, 'obj') && word.head === verb.index
    const beside = isPut
      ? [...tree.childrenBy(verb, 'obj', 'nsubj'), ...(isRelation(verb, 'acl') ? [tree.head(verb)!] : [])].filter(
          (word) => word !== phrase && !near.includes(word),
        )
      : []
    const isDirect = tree
      .children(phrase)
      .some(({ deprel, form }) => deprel === 'case' && form !== 'of' && form !== 'at' && form !== 'to')
    for (const carrier of [...near, ...beside]) {
      const measure = this.measures.measuredBy(carrier).find((name) => this.measures.fits(name, quantity))
      if (!measure || (isDirect && near.includes(carrier))) continue
      if (isPut || near.includes(carrier))
        return {
          measure,
          trigger: isPut ? verb : carrier,
          carrier,
          holder: ownerOf(carrier, tree) ?? (verb && isGot(carrier) ? subjectOf(verb, this.tree) : undefined),
        }
    }
    const isIt = isPut && tree.childrenBy(verb, 'obj', 'nsubj').some(({ form }) => form.toLowerCase() === 'it')
    if (isIt && !isRelation(phrase, 'obj', 'nsubj') && quantity.kind === 'percent')
      return { measure: undefined, trigger: verb }
    if (phrase !== number || (quantity.kind !== 'count' && quantity.kind !== 'number')) return undefined
    const bare = [...near, ...beside].find((word) => this.words.carriers.includes(word.lemma.toLowerCase()))
    const isCounting =
      isPut &&
      this.words.counting.includes(verb.lemma.toLowerCase()) &&
      (isRelation(number, 'obj') ? earlier !== undefined : isRelation(number, 'obl'))
    if (!bare && !isCounting) return undefined
    return { measure: undefined, trigger: isPut ? verb : (bare ?? number), carrier: bare }
  }
}

/** Between a number and the verb that puts it. */
const MAX_STEPS = 3
