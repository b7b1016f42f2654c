import type { Analysis, Word } from '../../model/document.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Span } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { LossWords } from './loss-words.ts'

/** A number of people lost, as one sentence gives it. */
export interface Figure {
  readonly quantity: Quantity
  /** killed, wounded, casualties, missing; undefined when the sentence gives no more than a number ("raised its estimate to 2,000"). */
  readonly counted: string | undefined
  /** The word whose clause tells how surely it is put. */
  readonly trigger: Word
  /** The noun that carries it: "toll", "casualties", "estimate". */
  readonly carrier: Word | undefined
  /** "eleven of them": how many of those before */
  readonly ofThem: boolean
  /** The words that say it was so before. */
  readonly earlier: Span | undefined
}

type Found = Omit<Figure, 'ofThem'>

/** Every figure of a sentence that counts people lost, but for those that `isRead` says a typed claim has. */
export function findFigures(
  analysis: Analysis,
  tree: Tree,
  quantities: readonly Quantity[],
  words: LossWords,
  isRead: (quantity: Quantity) => boolean,
): Figure[] {
  const finder = new FigureFinder(tree, words)
  return quantities.flatMap((quantity) => {
    const isCount = quantity.kind === 'count' || quantity.kind === 'number'
    if (!isCount || isRead(quantity) || /\bthe\s/i.test(quantity.text)) return [] // "far above the 2,000 deaths": another's figure
    const own = analysis.words.filter((word) => quantity.start <= word.start && word.end <= quantity.end)
    const number = own.findLast(({ upos }) => upos === 'NUM') ?? own.at(-1)
    return (number && finder.figure(quantity, number)) ?? []
  })
}

class FigureFinder {
  private readonly verbs: ReadonlyMap<string, string>
  private readonly states: ReadonlyMap<string, string>
  private readonly nouns: ReadonlyMap<string, string>

  constructor(
    private readonly tree: Tree,
    private readonly words: LossWords,
  ) {
    const table = (key: 'nouns' | 'verbs' | 'states') =>
      new Map(Object.entries(words.counted).flatMap(([name, lists]) => lists[key].map((word) => [word, name] as const)))
    this.nouns = table('nouns')
    this.verbs = table('verbs')
    this.states = table('states')
  }

  figure(quantity: Quantity, number: Word): Figure | undefined {
    const { tree } = this
    const phrase = isRelation(number, 'nummod') ? (tree.head(number) ?? number) : number
    if (this.isPart(phrase)) return undefined
    const earlier = this.earlierOf(number, phrase)
    const found = this.found(quantity, number, phrase, earlier)
    return found && { ...found, ofThem: tree.childrenBy(phrase, 'nmod').some(({ upos }) => upos === 'PRON') }
  }

  private found(quantity: Quantity, number: Word, phrase: Word, earlier: Span | undefined): Found | undefined {
    const noun = this.nouns.get(phrase.lemma.toLowerCase())
    if (noun && phrase !== number) return { quantity, counted: noun, trigger: phrase, carrier: phrase, earlier }
    const happened = this.happened(phrase)
    if (happened) return { quantity, counted: happened.counted, trigger: happened.word, carrier: undefined, earlier }
    return this.carried(quantity, number, phrase, earlier)
  }

  /** "14 of the dead", "eleven of them" of the dead: no total. */
  private isPart(phrase: Word): boolean {
    return this.tree
      .childrenBy(phrase, 'nmod')
      .some(
        (word) =>
          this.nouns.has(word.lemma.toLowerCase()) &&
          this.tree.childrenBy(word, 'case').some(({ form }) => form === 'of'),
      )
  }

  /** "40 people dead", "300 injured", "2,000 of them had been killed", "killed or wounded" */
  private happened(phrase: Word): { counted: string; word: Word } | undefined {
    const { tree } = this
    const state = tree.childrenBy(phrase, 'amod', 'acl').find((word) => word.index > phrase.index && this.stateOf(word))
    if (state) return { counted: this.stateOf(state)!, word: state }
    const verb = tree.head(phrase)
    if (!verb || !isRelation(phrase, 'nsubj', 'obl:unmarked', 'obj')) return undefined
    const isSuffering = isRelation(phrase, 'nsubj:pass') || (isRelation(phrase, 'nsubj') && verb.xpos !== 'VBG')
    const said = [verb, ...tree.childrenBy(verb, 'xcomp')]
    for (const word of said) {
      const counted = this.stateOf(word) ?? (isSuffering ? this.verbs.get(word.lemma.toLowerCase()) : undefined)
      if (!counted || (isRelation(phrase, 'obj') && word === verb)) continue
      const others = tree
        .childrenBy(word, 'conj')
        .map((one) => this.stateOf(one) ?? this.verbs.get(one.lemma.toLowerCase()))
      return { counted: others.some((other) => other && other !== counted) ? 'casualties' : counted, word }
    }
    return undefined
  }

  private stateOf(word: Word): string | undefined {
    return this.states.get(word.form.toLowerCase())
  }

  /** "put the death toll at 31", "casualties exceeding 6,000", "a previous estimate of 600" */
  private carried(quantity: Quantity, number: Word, phrase: Word, earlier: Span | undefined): Found | undefined {
    const { tree } = this
    const above = tree.ancestors(phrase)
    const at = above.findIndex(({ upos }) => upos === 'VERB')
    const verb = above[at] ?? above.find((word) => tree.child(word, 'cop'))
    const isPut = verb !== undefined && at < MAX_STEPS && this.words.putting.includes(verb.lemma.toLowerCase())
    const near = above.slice(0, at < 0 ? above.length : at).filter(({ upos }) => upos === 'NOUN')
    const beside = isPut
      ? [...tree.childrenBy(verb, 'obj', 'nsubj'), ...(isRelation(verb, 'acl') ? [tree.head(verb)!] : [])].filter(
          (word) => word !== phrase && !near.includes(word),
        )
      : []
    for (const carrier of [...near, ...beside]) {
      const counted = this.countedBy(carrier)
      if (counted && (isPut || near.includes(carrier)))
        return { quantity, counted, trigger: isPut ? verb : carrier, carrier, earlier }
    }
    if (phrase !== number) return undefined
    const bare = [...near, ...beside].find((word) => this.words.carriers.includes(word.lemma.toLowerCase()))
    const isCounting = isPut && isRelation(number, 'obj') && this.words.counting.includes(verb.lemma.toLowerCase())
    if (!bare && !(isCounting && earlier)) return undefined
    return { quantity, counted: undefined, trigger: isPut ? verb : (bare ?? number), carrier: bare, earlier }
  }

  /** "death toll", "casualty estimates", "the number of dead": what a noun counts by itself or by what hangs on it. */
  private countedBy(noun: Word): string | undefined {
    const inner = this.tree.childrenBy(noun, 'compound', 'nmod', 'amod').filter((word) => {
      const mark = this.tree.child(word, 'case')
      return !mark || mark.form.toLowerCase() === 'of'
    })
    const isCarrier = this.words.carriers.includes(noun.lemma.toLowerCase())
    return [...(isCarrier ? inner : []), noun].map((word) => this.nouns.get(word.lemma.toLowerCase())).find(Boolean)
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

/** Between a number and the verb that puts it. */
const MAX_STEPS = 3
