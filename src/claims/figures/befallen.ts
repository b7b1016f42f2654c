import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Amount, Found } from './figure.ts'
import { subjectOf } from './holders.ts'
import type { MeasureWords } from './measure-words.ts'
import type { NamedMeasures } from './named-measures.ts'

/** What is counted by what befell it, or by its own noun. */
export class Befallen {
  constructor(
    private readonly tree: Tree,
    private readonly words: MeasureWords,
    private readonly measures: NamedMeasures,
  ) {}

  /** "31 deaths", "61 seats", "1,400 employees" */
  ofNoun(quantity: Amount, phrase: Word): Found | undefined {
    if (phrase.upos !== 'NOUN' && phrase.upos !== 'ADJ') return undefined
    const fitting = this.measures.byNoun(phrase).filter((measure) => this.measures.fits(measure, quantity))
    const verb = this.tree.head(phrase)
    const gets = verb && isRelation(phrase, 'obj') ? this.measures.matches('gets', verb, phrase) : []
    const held = fitting.find((measure) => gets.includes(measure) && this.words.measures[measure]!.of === 'holder')
    const happens = fitting.find(
      (measure) => this.words.measures[measure]!.of === 'occasion' && !this.isPartBy(phrase, measure),
    )
    const holder = held && subjectOf(verb!, this.tree)
    // "the show drew 400,000 visitors", but "the gallery had 2 million"
    if (holder && !(happens && (holder.upos === 'PRON' || this.measures.isOccasion(holder))))
      return { measure: held, trigger: verb!, carrier: phrase, holder }
    return happens ? { measure: happens, trigger: phrase, carrier: phrase } : undefined
  }

  /** "twelve fans were treated", "arrested nine protesters": what happened to some of them is no count of all. */
  private isPartBy(phrase: Word, measure: string): boolean {
    const verb = this.tree.head(phrase)
    if (!this.words.measures[measure]!.persons || verb?.upos !== 'VERB') return false
    const isCounted = [...this.words.putting, ...this.words.counting].includes(verb.lemma.toLowerCase())
    if (isRelation(phrase, 'nsubj:pass')) return !isCounted
    return isRelation(phrase, 'obj') && !isCounted && !this.measures.matches('gets', verb, phrase).includes(measure)
  }

  /** "40 people dead", "300 injured", "2,000 of them had been killed", "killed or wounded", "left 900 homeless" */
  happened(quantity: Amount, phrase: Word): Found | undefined {
    const { tree } = this
    const firstOf = (names: readonly string[]) => names.find((name) => this.measures.fits(name, quantity))
    const hanging = tree
      .childrenBy(phrase, 'amod', 'acl', 'advmod', 'nmod', 'appos', 'dep')
      .filter((word) => word.index > phrase.index)
    const beside = (isRelation(phrase, 'nmod') ? tree.ancestors(phrase).slice(0, 2) : [])
      .flatMap((word) => tree.children(word))
      .filter(({ index }) => index > phrase.index && index < phrase.index + 4)
    for (const word of [...hanging, ...beside]) {
      const measure = firstOf([
        ...this.measures.stateOf(word),
        ...(word.xpos === 'VBN' ? this.measures.matches('undergoes', word) : []),
      ])
      if (measure) return { measure, trigger: word }
    }
    const verb = tree.head(phrase)
    if (!verb || !isRelation(phrase, 'nsubj', 'obl:unmarked', 'obj')) {
      const own = firstOf(this.measures.stateOf(phrase))
      return own && phrase.upos !== 'NUM' ? { measure: own, trigger: phrase } : undefined
    }
    const isObject = isRelation(phrase, 'obj')
    const left = [
      ...tree.childrenBy(verb, 'xcomp', 'obl', 'advmod', 'advcl', 'amod').filter((word) => !tree.child(word, 'nsubj')),
      ...(isObject ? [] : [verb]),
    ]
    for (const word of left) {
      const measure = firstOf(this.measures.stateOf(word))
      if (measure)
        return {
          measure: this.together(measure, word),
          trigger: verb,
          doer: isObject ? subjectOf(verb, this.tree) : undefined,
        }
    }
    for (const word of [verb, ...tree.childrenBy(verb, 'xcomp')]) {
      const isPassive = word === verb ? isRelation(phrase, 'nsubj:pass') : tree.child(word, 'aux:pass') !== undefined
      const slot = isObject || isPassive ? 'undergoes' : 'does'
      if (slot === 'does' && word.xpos === 'VBG' && word === verb && !tree.child(word, 'aux')) continue
      const measure = firstOf(this.measures.matches(slot, word, phrase))
      if (!measure) continue
      return {
        measure: this.together(measure, word),
        trigger: word,
        doer: isObject ? subjectOf(verb, this.tree) : tree.child(word, 'obl:agent'),
      }
    }
    return undefined
  }

  /** "killed or wounded" is neither. */
  private together(measure: string, word: Word): string {
    const { tree } = this
    const others = tree.childrenBy(word, 'conj')
    const isOr = [word, ...others].some((one) => tree.childrenBy(one, 'cc').some(({ form }) => form === 'or'))
    const isBoth = others.some((one) =>
      [...this.measures.stateOf(one), ...this.measures.matches('undergoes', one)].includes('wounded'),
    )
    return measure === 'killed' && isOr && isBoth ? 'casualties' : measure
  }
}
