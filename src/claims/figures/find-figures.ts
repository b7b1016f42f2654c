import { MULTIPLE } from '../../amounts/parse-multiple.ts'
import type { Analysis, Word } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { Befallen } from './befallen.ts'
import type { Amount, Figure, Found } from './figure.ts'
import type { MeasureWords } from './measure-words.ts'
import { Measured } from './measured.ts'
import { NamedMeasures } from './named-measures.ts'

/**
 * Every figure of a measure in a sentence, but for amounts that `isRead` says a typed claim compares. Measures of some kinds of occasions only count where
 * the article has one, as `hasOccasion` tells.
 */
export function findFigures(
  analysis: Analysis,
  tree: Tree,
  text: string,
  quantities: readonly Amount[],
  words: MeasureWords,
  isRead: (quantity: Amount) => boolean,
  hasOccasion: (kinds: readonly string[]) => boolean,
): Figure[] {
  const finder = new FigureFinder(tree, text, words, new NamedMeasures(tree, words, hasOccasion))
  return quantities.flatMap((given) => {
    const quantity = asNumber(given)
    if (quantity.kind === 'ordinal' || quantity.kind === 'age' || quantity.unit === MULTIPLE || isRead(quantity))
      return []
    if (VAGUE.test(quantity.text) || text[quantity.end] === '-') return [] // "the 150-seat parliament"
    if (!quantity.isSum && /\bthe\s/i.test(quantity.text)) return [] // "far above the 2,000 deaths": another's figure
    const own = analysis.words.filter((word) => quantity.start <= word.start && word.end <= quantity.end)
    const number = own.findLast(({ upos }) => upos === 'NUM') ?? own.at(-1)
    return (number && finder.figure(quantity, number, own)) ?? []
  })
}

class FigureFinder {
  private readonly befallen: Befallen
  private readonly measured: Measured

  constructor(
    private readonly tree: Tree,
    private readonly text: string,
    private readonly words: MeasureWords,
    private readonly measures: NamedMeasures,
  ) {
    this.befallen = new Befallen(tree, words, measures)
    this.measured = new Measured(tree, words, measures)
  }

  figure(quantity: Amount, number: Word, own: readonly Word[]): Figure | undefined {
    const { tree } = this
    const phrase = this.phraseOf(number, own)
    if (this.isPart(phrase)) return undefined
    const verb = tree.ancestors(phrase).find(({ upos }) => upos === 'VERB')
    const earlier = this.earlierOf(number, phrase)
    const isNoun = !own.includes(phrase)
    const found = this.found(quantity, number, phrase, earlier)
    if (!found || this.isSetAgainst(phrase, found, earlier)) return undefined
    if (verb && verb !== found.trigger && this.words.aims.includes(verb.lemma.toLowerCase())) return undefined
    const before = this.text.slice(Math.max(0, quantity.start - 14), quantity.start).toLowerCase()
    const after = this.text.slice(quantity.end, quantity.end + 6).toLowerCase()
    const { more, rising } = this.words
    return {
      quantity,
      carrier: undefined,
      holder: undefined,
      doer: undefined,
      ...found,
      counted: isNoun ? phrase : undefined,
      ofThem: tree.childrenBy(phrase, 'nmod').some(({ upos }) => upos === 'PRON'),
      isMore: more.some((word) => before.endsWith(`${word} `)) || /^\s+more\b/.test(after),
      isRising:
        [found.trigger, ...(verb ? [verb] : [])].some(({ lemma }) => rising.includes(lemma.toLowerCase())) &&
        tree.childrenBy(phrase, 'case').some(({ form }) => form === 'to'),
      earlier,
    }
  }

  /** The noun that a number counts, or the number; "66 percent" and "$3 billion" are one number. */
  private phraseOf(number: Word, own: readonly Word[]): Word {
    const { tree } = this
    let top = number
    for (let head = tree.head(top); head && own.includes(head); head = tree.head(head)) top = head
    return isRelation(top, 'nummod') ? (tree.head(top) ?? top) : top
  }

  private found(quantity: Amount, number: Word, phrase: Word, earlier: Span | undefined): Found | undefined {
    for (const measure in this.words.measures) {
      const { unit } = this.words.measures[measure]!
      if (quantity.unit === unit && unit in this.words.units) return { measure, trigger: phrase }
    }
    return (
      this.befallen.ofNoun(quantity, phrase) ??
      this.befallen.happened(quantity, phrase) ??
      this.measured.had(quantity, phrase) ??
      this.measured.carried(quantity, number, phrase, earlier)
    )
  }

  /** "14 of the dead", "eleven of those infected": no total. */
  private isPart(phrase: Word): boolean {
    return this.tree
      .childrenBy(phrase, 'nmod')
      .some(
        (word) =>
          this.tree.childrenBy(word, 'case').some(({ form }) => form === 'of') &&
          (this.measures.byNoun(word).length > 0 ||
            this.measures.stateOf(word).length > 0 ||
            /^(?:those|these)$/i.test(word.form)),
      )
  }

  /** "up from 240 million a year earlier", "compared with 70 percent": what it was at another time. */
  private isSetAgainst(phrase: Word, { measure }: Found, earlier: Span | undefined): boolean {
    const mark = this.tree
      .childrenBy(phrase, 'case')
      .some(({ form }) => /^(?:from|compared|against|than|versus)$/i.test(form))
    return mark && !(earlier && (measure === undefined || this.words.measures[measure]!.grows === true))
  }

  private isOfTime({ index }: Word): boolean {
    return /^(?:year|month|week|day|quarter|decade)s?$/i.test(this.tree.word(index - 1)?.form ?? '')
  }

  /** "a previous estimate of 600", "had first counted 600", "raised it from 600", "up from 600" */
  private earlierOf(number: Word, phrase: Word): Span | undefined {
    const { tree, words } = this
    const above = [phrase, ...tree.ancestors(phrase).slice(0, 3)]
    for (const word of above) {
      const cue = tree
        .childrenBy(word, 'amod', 'advmod')
        .find((one) => words.earlier.includes(one.form.toLowerCase()) && !this.isOfTime(one)) // not "a year earlier"
      if (cue) return { start: cue.start, end: cue.end }
      if (word.upos === 'VERB') break
    }
    const from = tree.childrenBy(phrase, 'case').find(({ form }) => form.toLowerCase() === 'from')
    const head = tree.head(phrase)
    const isRise =
      head && [head, ...tree.childrenBy(head, 'advmod')].some(({ lemma }) => words.rising.includes(lemma.toLowerCase()))
    return from && isRise && number ? { start: from.start, end: from.end } : undefined
  }
}

/** "the number of dead at 31" may look like an age. */
const asNumber = (quantity: Amount): Amount =>
  quantity.kind === 'age' && /^[\d,]+$/.test(quantity.text) ? { ...quantity, kind: 'number', unit: null } : quantity

/** Too wide to contradict anybody. */
const VAGUE = /\b(?:dozens|scores|hundreds|thousands|millions|billions|several|many|few|some|tens of thousands)$/i
