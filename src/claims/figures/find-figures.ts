import { MULTIPLE } from '../../amounts/parse-multiple.ts'
import type { Analysis, Word } from '../../model/document.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Span } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { MeasureWords } from './measure-words.ts'
import { NamedMeasures } from './named-measures.ts'

/** An amount, or how long something is: a time expression of its id. */
export type Amount = Omit<Quantity, 'kind'> & {
  readonly kind: Quantity['kind'] | 'duration'
  /** "three men and two women" */
  readonly isSum?: boolean
}

/** A figure of a measure, as one sentence gives it. */
export interface Figure {
  readonly quantity: Amount
  /** a key of `measures`; undefined when the sentence gives no more than a number ("raised its estimate to 2,000") */
  readonly measure: string | undefined
  /** The word whose clause tells how surely it is put. */
  readonly trigger: Word
  /** The noun that carries it: "toll", "casualties", "estimate". */
  readonly carrier: Word | undefined
  /** Who has it: the subject of "employs", of "reported a profit of". */
  readonly holder: Word | undefined
  /** Who brings it about: the subject of "killed 14 people". */
  readonly doer: Word | undefined
  /** The head of what is counted, when it is more than a number. */
  readonly counted: Word | undefined
  /** "eleven of them": how many of those before */
  readonly ofThem: boolean
  /** "a further 40" */
  readonly isMore: boolean
  /** "climbs to 44" */
  readonly isRising: boolean
  /** The words that say it was so before. */
  readonly earlier: Span | undefined
}

/** What the words around a number say it is. */
interface Found {
  readonly measure: string | undefined
  readonly trigger: Word
  readonly carrier?: Word | undefined
  readonly holder?: Word | undefined
  readonly doer?: Word | undefined
}

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
  constructor(
    private readonly tree: Tree,
    private readonly text: string,
    private readonly words: MeasureWords,
    private readonly measures: NamedMeasures,
  ) {}

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
      this.ofNoun(quantity, phrase) ??
      this.happened(quantity, phrase) ??
      this.had(quantity, phrase) ??
      this.carried(quantity, number, phrase, earlier)
    )
  }

  /** "31 deaths", "61 seats", "1,400 employees" */
  private ofNoun(quantity: Amount, phrase: Word): Found | undefined {
    if (phrase.upos !== 'NOUN' && phrase.upos !== 'ADJ') return undefined
    const fitting = this.measures.byNoun(phrase).filter((measure) => this.measures.fits(measure, quantity))
    const verb = this.tree.head(phrase)
    const gets = verb && isRelation(phrase, 'obj') ? this.measures.matches('gets', verb, phrase) : []
    const held = fitting.find((measure) => gets.includes(measure) && this.words.measures[measure]!.of === 'holder')
    const happens = fitting.find(
      (measure) => this.words.measures[measure]!.of === 'occasion' && !this.isPartBy(phrase, measure),
    )
    const holder = held && this.subjectOf(verb!)
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
  private happened(quantity: Amount, phrase: Word): Found | undefined {
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
          doer: isObject ? this.subjectOf(verb) : undefined,
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
        doer: isObject ? this.subjectOf(verb) : tree.child(word, 'obl:agent'),
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

  /** "employs 40", "won 38 percent", "won with 38 percent of the vote", "cost 45 million euros", "jailed him for six years" */
  private had(quantity: Amount, phrase: Word): Found | undefined {
    const head = this.tree.head(phrase)
    const robbed = head && isRelation(phrase, 'nmod') && isRelation(head, 'obj') ? head : undefined // "defrauded savers of $2m"
    const verb = robbed ? this.tree.head(robbed) : head
    if (verb?.upos !== 'VERB' || !(robbed || isRelation(phrase, 'obj', 'obl', 'ccomp', 'xcomp'))) return undefined
    for (const slot of ['gets', 'pure'] as const)
      for (const measure of this.measures.matches(slot, verb, phrase)) {
        const { nouns, of } = this.words.measures[measure]!
        const isNamed = slot === 'pure' || nouns.length === 0 || of === 'occasion'
        if (isNamed && this.measures.fits(measure, quantity))
          return { measure, trigger: verb, holder: this.subjectOf(verb) }
      }
    const suffered = this.measures
      .matches('suffers', verb, phrase)
      .find((measure) => this.measures.fits(measure, quantity))
    const holder = this.tree.child(verb, 'nsubj:pass') ?? this.tree.child(verb, 'iobj', 'obj')
    return suffered && holder !== phrase ? { measure: suffered, trigger: verb, holder } : undefined
  }

  /** "put the death toll at 31", "casualties exceeding 6,000", "a previous estimate of 600", "turnout was 66 percent" */
  private carried(quantity: Amount, number: Word, phrase: Word, earlier: Span | undefined): Found | undefined {
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
          holder: this.ownerOf(carrier) ?? (verb && isGot(carrier) ? this.subjectOf(verb) : undefined),
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

  /** "its revenue", "Brazil's exports", "the revenue of Halden", "inflation in Brazil" */
  private ownerOf(noun: Word): Word | undefined {
    const { tree } = this
    return (
      tree.child(noun, 'nmod:poss') ??
      tree
        .childrenBy(noun, 'nmod')
        .find((word) => /^(?:of|in)$/.test(tree.child(word, 'case')?.form ?? '') && word.upos === 'PROPN')
    )
  }

  private subjectOf(verb: Word): Word | undefined {
    for (
      let at: Word | undefined = verb;
      at;
      at = isRelation(at, 'conj', 'xcomp', 'advcl') ? this.tree.head(at) : undefined
    ) {
      const subject = this.tree.child(at, 'nsubj')
      const isOfHead = isRelation(at, 'acl:relcl') && (!subject || /^W[DP]/.test(subject.xpos)) // "Halden, which had sales of"
      if (isOfHead) return this.tree.head(at)
      if (subject) return subject
    }
    return undefined
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
/** Between a number and the verb that puts it. */
const MAX_STEPS = 3
