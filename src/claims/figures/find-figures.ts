import type { Analysis, Word } from '../../model/document.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Span } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { type Cue, type MeasureIndex, type MeasureWords, measureIndex, type Slot } from './measure-words.ts'

/** An amount, or how long something is: a time expression of its id. */
export type Amount = Omit<Quantity, 'kind'> & { readonly kind: Quantity['kind'] | 'duration' }

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
  const finder = new FigureFinder(tree, text, words, hasOccasion)
  return quantities.flatMap((given) => {
    const quantity = asNumber(given)
    if (quantity.kind === 'ordinal' || quantity.kind === 'age' || isRead(quantity)) return []
    if (VAGUE.test(quantity.text) || text[quantity.end] === '-') return [] // "the 150-seat parliament"
    if (/\bthe\s/i.test(quantity.text)) return [] // "far above the 2,000 deaths": another's figure
    const own = analysis.words.filter((word) => quantity.start <= word.start && word.end <= quantity.end)
    const number = own.findLast(({ upos }) => upos === 'NUM') ?? own.at(-1)
    return (number && finder.figure(quantity, number, own)) ?? []
  })
}

class FigureFinder {
  private readonly index: MeasureIndex

  constructor(
    private readonly tree: Tree,
    private readonly text: string,
    private readonly words: MeasureWords,
    private readonly hasOccasion: (kinds: readonly string[]) => boolean,
  ) {
    this.index = measureIndex(words)
  }

  figure(quantity: Amount, number: Word, own: readonly Word[]): Figure | undefined {
    const { tree } = this
    const phrase = this.phraseOf(number, own)
    if (this.isPart(phrase)) return undefined
    const verb = tree.ancestors(phrase).find(({ upos }) => upos === 'VERB')
    if (verb && this.words.aims.includes(verb.lemma.toLowerCase())) return undefined
    const earlier = this.earlierOf(number, phrase)
    const isNoun = !own.includes(phrase)
    const found = this.found(quantity, number, phrase, earlier)
    if (!found || this.isSetAgainst(phrase, found, earlier)) return undefined
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
    const unit = Object.entries(this.words.measures).find(
      ([, { unit }]) => quantity.unit === unit && unit in this.words.units,
    )
    if (unit) return { measure: unit[0], trigger: phrase }
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
    for (const measure of this.byNoun(phrase)) {
      if (!this.fits(measure, quantity)) continue
      if (this.words.measures[measure]!.of === 'occasion') return { measure, trigger: phrase, carrier: phrase }
      const verb = this.tree.head(phrase)
      if (verb && isRelation(phrase, 'obj') && this.matches('gets', verb, phrase).includes(measure))
        return { measure, trigger: verb, carrier: phrase, holder: this.subjectOf(verb) }
    }
    return undefined
  }

  /** "40 people dead", "300 injured", "2,000 of them had been killed", "killed or wounded", "left 900 homeless" */
  private happened(quantity: Amount, phrase: Word): Found | undefined {
    const { tree } = this
    const firstOf = (names: readonly string[]) => names.find((name) => this.fits(name, quantity))
    const hanging = tree
      .childrenBy(phrase, 'amod', 'acl', 'advmod', 'nmod', 'appos', 'dep')
      .filter((word) => word.index > phrase.index)
    const beside = (isRelation(phrase, 'nmod') ? tree.ancestors(phrase).slice(0, 2) : [])
      .flatMap((word) => tree.children(word))
      .filter(({ index }) => index > phrase.index && index < phrase.index + 4)
    for (const word of [...hanging, ...beside]) {
      const measure = firstOf([...this.stateOf(word), ...(word.xpos === 'VBN' ? this.matches('undergoes', word) : [])])
      if (measure) return { measure, trigger: word }
    }
    const verb = tree.head(phrase)
    if (!verb || !isRelation(phrase, 'nsubj', 'obl:unmarked', 'obj')) {
      const own = firstOf(this.stateOf(phrase))
      return own && phrase.upos !== 'NUM' ? { measure: own, trigger: phrase } : undefined
    }
    const isObject = isRelation(phrase, 'obj')
    const left = [
      ...tree.childrenBy(verb, 'xcomp', 'obl', 'advmod', 'advcl', 'amod').filter((word) => !tree.child(word, 'nsubj')),
      ...(isObject ? [] : [verb]),
    ]
    for (const word of left) {
      const measure = firstOf(this.stateOf(word))
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
      const measure = firstOf(this.matches(slot, word, phrase))
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
    const isBoth = others.some((one) => [...this.stateOf(one), ...this.matches('undergoes', one)].includes('wounded'))
    return measure === 'killed' && isOr && isBoth ? 'casualties' : measure
  }

  /** "employs 40", "won 38 percent", "won with 38 percent of the vote", "cost 45 million euros", "jailed him for six years" */
  private had(quantity: Amount, phrase: Word): Found | undefined {
    const verb = this.tree.head(phrase)
    if (verb?.upos !== 'VERB' || !isRelation(phrase, 'obj', 'obl', 'ccomp', 'xcomp')) return undefined
    for (const slot of ['gets', 'pure'] as const)
      for (const measure of this.matches(slot, verb, phrase)) {
        const { nouns, of } = this.words.measures[measure]!
        const isNamed = slot === 'pure' || nouns.length === 0 || of === 'occasion'
        if (isNamed && this.fits(measure, quantity)) return { measure, trigger: verb, holder: this.subjectOf(verb) }
      }
    const suffered = this.matches('suffers', verb, phrase).find((measure) => this.fits(measure, quantity))
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
      const measure = this.measuredBy(carrier).find((name) => this.fits(name, quantity))
      if (!measure || (isDirect && near.includes(carrier))) continue
      if (isPut || near.includes(carrier))
        return {
          measure,
          trigger: isPut ? verb : carrier,
          carrier,
          holder: this.ownerOf(carrier) ?? (verb && isGot(carrier) ? this.subjectOf(verb) : undefined),
        }
    }
    if (phrase !== number || (quantity.kind !== 'count' && quantity.kind !== 'number')) return undefined
    const bare = [...near, ...beside].find((word) => this.words.carriers.includes(word.lemma.toLowerCase()))
    const isCounting =
      isPut &&
      this.words.counting.includes(verb.lemma.toLowerCase()) &&
      (isRelation(number, 'obj') ? earlier !== undefined : isRelation(number, 'obl'))
    if (!bare && !isCounting) return undefined
    return { measure: undefined, trigger: isPut ? verb : (bare ?? number), carrier: bare }
  }

  /** "death toll", "casualty estimates", "the number of dead": what a noun carries by itself or by what hangs on it. */
  private measuredBy(noun: Word): readonly string[] {
    const inner = this.tree.childrenBy(noun, 'compound', 'nmod', 'amod').filter((word) => {
      const mark = this.tree.child(word, 'case')
      return !mark || mark.form.toLowerCase() === 'of'
    })
    const isCarrier = this.words.carriers.includes(noun.lemma.toLowerCase())
    const head = this.tree.head(noun)
    const behind = (head ? this.tree.childrenBy(head, 'obl') : []).filter(
      ({ index }) => index > noun.index && index < noun.index + 6,
    )
    for (const word of [...(isCarrier ? [...inner, ...behind] : []), noun]) {
      const states = word === noun ? [] : [word, ...this.tree.childrenBy(word, 'nmod', 'amod', 'acl')]
      const found = [...this.byNoun(word), ...states.flatMap((one) => this.stateOf(one))]
      if (found.length > 0) return found
    }
    return []
  }

  /** "net profit" before "profit" */
  private byNoun(noun: Word): readonly string[] {
    const lemma = noun.lemma.toLowerCase()
    for (const before of this.tree.childrenBy(noun, 'compound', 'amod')) {
      const found = this.index.byNoun(`${before.form.toLowerCase()} ${lemma}`)
      if (found.length > 0) return found
    }
    return this.index.byNoun(lemma)
  }

  private stateOf(word: Word): string[] {
    const around = () => this.tree.children(word).map(({ form }) => form.toLowerCase())
    return this.fitting(this.index.byState(word.form.toLowerCase()), around)
  }

  /** The measures of a verb; an amount that hangs on it by a preposition needs that preposition. */
  private matches(slot: Slot, verb: Word, phrase?: Word): string[] {
    const { tree } = this
    const below = () =>
      tree
        .children(verb)
        .flatMap((word) => [word, ...tree.children(word)])
        .map(({ lemma }) => lemma.toLowerCase())
    const mark = phrase && isRelation(phrase, 'obl') ? tree.child(phrase, 'case')?.lemma.toLowerCase() : undefined
    const cues = this.index.byVerb(slot, verb.lemma.toLowerCase())
    return this.fitting(mark ? cues.filter(({ rest }) => rest.includes(mark)) : cues, below)
  }

  private fitting(cues: readonly Cue[], around: () => readonly string[]): string[] {
    if (cues.length === 0) return []
    const there = cues.some(({ rest }) => rest.length > 0) ? around() : []
    return cues.filter(({ rest }) => rest.every((word) => there.includes(word))).map(({ name }) => name)
  }

  private fits(measure: string, { kind, unit, noun }: Amount): boolean {
    const { unit: units, kinds, during } = this.words.measures[measure]!
    const where = kinds ?? during
    if (where && !this.hasOccasion(where)) return false
    return units.split(' ').some((name) => {
      if (name === 'people' || name === 'count')
        return kind === 'number' || (kind === 'count' && !(name === 'people' && this.isThing(unit)))
      if (name === 'homes')
        return kind === 'number' || (kind === 'count' && this.words.units.homes!.includes(unit ?? ''))
      if (name === 'percent' || name === 'money' || name === 'duration') return kind === name
      const known = this.words.units[name]?.includes(unit ?? '') ?? false
      return known || (name === 'magnitude' && kind === 'number' && noun === null)
    })
  }

  /** A counted noun that is a class of its own. */
  private isThing(unit: string | null): boolean {
    return unit !== null && Object.values(this.words.units).some((nouns) => nouns.includes(unit))
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
      if (subject) return subject
      if (isRelation(at, 'acl:relcl')) return this.tree.head(at)
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
          (this.byNoun(word).length > 0 || this.stateOf(word).length > 0 || /^(?:those|these)$/i.test(word.form)),
      )
  }

  /** "up from 240 million a year earlier", "compared with 70 percent": what it was at another time. */
  private isSetAgainst(phrase: Word, { measure }: Found, earlier: Span | undefined): boolean {
    const mark = this.tree
      .childrenBy(phrase, 'case')
      .some(({ form }) => /^(?:from|compared|against|than|versus)$/i.test(form))
    return mark && !(earlier && (measure === undefined || this.words.measures[measure]!.grows === true))
  }

  /** "a previous estimate of 600", "had first counted 600", "raised it from 600", "up from 600" */
  private earlierOf(number: Word, phrase: Word): Span | undefined {
    const { tree, words } = this
    const above = [phrase, ...tree.ancestors(phrase).slice(0, 3)]
    for (const word of above) {
      const cue = tree.childrenBy(word, 'amod', 'advmod').find(({ form }) => words.earlier.includes(form.toLowerCase()))
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
