import type { Analysis, Word } from '../model/document.ts'
import type { EntityType, Mention } from '../model/mention.ts'
import type { Quantity, TimeExpression } from '../model/quantity.ts'
import { overlaps, type Span } from '../model/span.ts'
import { isRelation, spanOfWords, type Tree } from '../nlp/tree.ts'
import { phraseOf } from './clauses/phrase.ts'
import { contentHead } from './content-head.ts'
import type { Lexicon } from './typed/lexicon.ts'

/** A phrase for several ("the two firms") with a name of each that it means. */
export interface SeveralNamed {
  readonly head: Word
  readonly members: readonly (Mention & { readonly entity: string })[]
}

/** What a sentence's other layers hold. */
export interface SentenceLayers {
  readonly mentions: readonly Mention[]
  readonly quantities: readonly Quantity[]
  readonly times: readonly TimeExpression[]
  /** Phrases for several that are named elsewhere. */
  readonly several: readonly SeveralNamed[]
  /** The words that say somebody says something. */
  readonly cues: readonly Span[]
  typeOf(entity: string): EntityType | undefined
}

/** What other stages know of the words of one sentence: mentions, amounts, times. */
export class SideMentions {
  private readonly byHead = new Map<number, Mention>()
  private readonly amounts = new Map<Word, Quantity | null>()
  private readonly peoples = new Map<number, Mention>()

  constructor(
    readonly tree: Tree,
    readonly analysis: Analysis,
    readonly layers: SentenceLayers,
    protected readonly text: string,
    protected readonly lexicon: Lexicon,
  ) {
    for (const mention of layers.mentions) {
      const head = this.headOf(mention)
      const known = head && this.byHead.get(head.index)
      const isCountry =
        head !== undefined && mention.kind === 'metonym' && layers.mentions.some((at) => isOneOf(at, mention))
      if (isCountry) this.peoples.set(head.index, mention)
      else if (head && (!known || rank(mention) > rank(known))) this.byHead.set(head.index, mention)
    }
  }

  /** The word of a span whose governor is outside it. */
  headOf(span: Span): Word | undefined {
    const { words } = this.tree
    let first = 0
    while (first < words.length && words[first]!.end <= span.start) first++
    let end = first
    while (end < words.length && words[end]!.start < span.end) end++
    for (let at = first; at < end; at++) if (words[at]!.head <= first || words[at]!.head > end) return words[at]
    return undefined
  }

  mentionOf(word: Word): Mention | undefined {
    const known = this.byHead.get(word.index)
    if (known || word.upos !== 'PROPN') return known && this.isOwnOwner(word, known) ? undefined : known
    return this.layers.mentions.find(
      (mention) => mention.kind === 'name' && mention.start <= word.start && word.end <= mention.end,
    )
  }

  /** Whom a phrase for several means. */
  severalOf(word: Word): SeveralNamed | undefined {
    return this.layers.several.find(({ head }) => head.index === word.index)
  }

  /** The country meant by the noun for one of its people: "a [Dane]", "two [Danes]". */
  peopleOf(word: Word): Mention | undefined {
    const own = this.peoples.get(word.index)
    if (own || word.xpos.endsWith('PS') === false) return own
    const mention = this.byHead.get(word.index)
    return mention?.method === 'demonym.people' ? mention : undefined
  }

  /** "Ida thanked her grandmother": nobody is their own. */
  private isOwnOwner(word: Word, { entity, kind }: Mention): boolean {
    const owner = entity && kind === 'nominal' ? this.tree.child(word, 'nmod:poss') : undefined
    return owner !== undefined && this.byHead.get(owner.index)?.entity === entity
  }

  contentHead(word: Word): Word {
    return contentHead(this.tree, word)
  }

  /** Whether the word is only the first part of a compound: "Panama" in "Panama-flagged". */
  isCutOff(word: Word): boolean {
    const [hyphen, next] = [this.tree.word(word.index + 1), this.tree.word(word.index + 2)]
    const goesOn = hyphen && (this.mentionOf(word)?.end ?? 0) > hyphen.start // "Al-Hilla"
    return hyphen?.form === '-' && hyphen.start === word.end && next?.start === hyphen.end && !goesOn
  }

  /** A name, or a phrase that stands for a known entity. */
  isNamed(word: Word): boolean {
    return word.upos === 'PROPN' || Boolean(this.mentionOf(word)?.entity)
  }

  timeOf(word: Word): TimeExpression | undefined {
    return this.layers.times.find((time) => time.start <= word.start && word.end <= time.end)
  }

  quantityOf(word: Word): Quantity | undefined {
    if (this.layers.quantities.length === 0) return undefined
    let amount = this.amounts.get(word)
    if (amount === undefined) {
      amount = this.findQuantity(word) ?? null
      this.amounts.set(word, amount)
    }
    return amount ?? undefined
  }

  private findQuantity(word: Word): Quantity | undefined {
    const head = this.contentHead(word)
    const span = spanOfWords(phraseOf(this.tree, word, { alone: true }))
    const inside = this.layers.quantities.filter(
      (quantity) => overlaps(quantity, span) && quantity.kind !== 'ordinal' && quantity.kind !== 'age',
    )
    const counted = inside.find(
      (quantity) => quantity.noun && overlaps(quantity.noun, { start: head.start, end: head.end }),
    )
    if (counted) return counted
    return inside.find((quantity) => {
      const at = this.headOf(quantity)
      return at !== undefined && (at === word || at === head || at.head === word.index || at.head === head.index)
    })
  }

  /** Whether an amount counts the noun: "40 miners", "hundreds of miners". */
  isCounted(word: Word): boolean {
    const head = this.contentHead(word)
    return this.layers.quantities.some(({ noun }) => noun !== null && overlaps(noun, head))
  }

  /** "The town saw the opening", "the opening took place": what the clause says of when and where holds for the noun. */
  tellsOf(verb: Word, noun: Word): boolean {
    return isRelation(noun, 'obj', 'nsubj') && this.lexicon.isHolding(verb.lemma.toLowerCase())
  }
}

const rank = (mention: Mention) => (mention.entity ? 1000 : 0) + mention.end - mention.start

/** "a Dane" around "Dane": the person, of whom the inner one says the country. */
const isOneOf = (whole: Mention, inner: Mention): boolean =>
  whole.method === 'noun.nationality' && whole.start <= inner.start && inner.end <= whole.end
