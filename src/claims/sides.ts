import type { Argument } from '../model/claim.ts'
import type { Analysis, Word } from '../model/document.ts'
import { EntityType, isUnnamed, type Mention } from '../model/mention.ts'
import type { Quantity, TimeExpression } from '../model/quantity.ts'
import { overlaps, type Span } from '../model/span.ts'
import { isRelation, spanOfWords, type Tree } from '../nlp/tree.ts'
import { phraseOf } from './clauses/phrase.ts'
import { contentHead, isInPreposition } from './content-head.ts'
import type { Lexicon } from './typed/lexicon.ts'
import { compound, hyphenated, isDoer, isLaurel } from './word-forms.ts'

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

/** "any": nothing known speaks against any type. */
export type Types = readonly EntityType[] | 'any'

const PERSONS = new Set([
  'he',
  'she',
  'who',
  'i',
  'him',
  'her',
  'whom',
  'himself',
  'herself',
  'me',
  'his',
  'my',
  'you',
  'hers',
])
const YEARS_OLD = /(?:^|-)year-olds?$/
/** "[Thousands] marched" */
const CROWD = /^(?:dozens|hundreds|thousands)$/i
const INDEFINITE = /^(some|any|every|no)(thing|one|body)$/
const BODIES: readonly EntityType[] = ['PERSON', 'ORGANIZATION', 'COUNTRY', 'GOVERNMENT', 'MILITARY_UNIT']
const THINGS: readonly EntityType[] = [
  'ORGANIZATION',
  'COUNTRY',
  'GOVERNMENT',
  'MILITARY_UNIT',
  'FACILITY',
  'EVENT',
  'PLACE',
  'WORK',
  'WEAPON',
  'VESSEL',
  'AGREEMENT',
]

const TYPES: ReadonlySet<string> = new Set(EntityType.options)

/** Reads phrases of one sentence as sides of claims: who or what they mean, of what type, how many. */
export class Sides {
  private readonly byHead = new Map<number, Mention>()
  private readonly types = new Map<Word, Types>()
  private readonly lemmas = new Map<Word, readonly string[]>()
  private readonly names = new Map<Word, Word>()
  private readonly amounts = new Map<Word, Quantity | null>()
  private readonly peoples = new Map<number, Mention>()

  constructor(
    readonly tree: Tree,
    readonly analysis: Analysis,
    readonly layers: SentenceLayers,
    private readonly text: string,
    private readonly lexicon: Lexicon,
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

  typesOf(word: Word): Types {
    const known = this.types.get(word)
    if (known) return known
    const types = this.asBody(word, this.findTypes(word))
    this.types.set(word, types)
    return types
  }

  /** A museum, a school, a hotel acts and is dealt with as a body. */
  private asBody(word: Word, types: Types): Types {
    if (types === 'any' || !types.includes('FACILITY') || types.includes('ORGANIZATION')) return types
    const mention = this.mentionOf(word)
    const named = mention?.kind === 'name' ? this.tree.words.filter((at) => overlaps(at, mention)) : [word]
    const isRun = named.some(({ form, lemma }) =>
      [form, lemma].some((at) => this.lexicon.isA(at.toLowerCase(), 'institution')),
    )
    return isRun ? [...types, 'ORGANIZATION'] : types
  }

  private findTypes(word: Word): Types {
    const mention = this.mentionOf(word)
    const lemma = word.lemma.toLowerCase()
    if (isInPreposition(this.tree, word)) return []
    const several = this.severalOf(word)?.members.flatMap(({ type }) => type ?? [])
    if (several) return [...new Set(several)]
    if (this.isNamedDisaster(word)) return ['EVENT']
    if (mention?.type && mention.kind === 'metonym') {
      return [...new Set<EntityType>([mention.type, 'COUNTRY', 'GOVERNMENT'])]
    }
    if (mention?.type && (mention.kind === 'name' || mention.entity)) {
      if (mention.kind !== 'name') return [mention.type]
      const described = this.describedAs(word)
      const isSaid = described.includes(mention.type) // "its rival Nordbank" is no person
      return isSaid ? [mention.type] : [...new Set([mention.type, ...described])]
    }
    const type = mention?.entity && this.layers.typeOf(mention.entity)
    if (type) return [type]
    if (INDEFINITE.test(lemma)) return []
    if (mention?.type && mention.kind === 'nominal') {
      return [
        ...new Set([mention.type, ...this.lexicon.typesOf(lemma), ...this.lexicon.typesOf(compound(this.tree, word))]),
      ]
    }
    if (word.upos === 'PRON' || word.upos === 'DET')
      return PERSONS.has(lemma) || (word.xpos === 'DT' && /^those$/i.test(word.form) && this.tree.child(word, 'acl')) // "[those] hurt in it"
        ? ['PERSON']
        : /^th(?:o|e)se$/i.test(word.form)
          ? BODIES
          : lemma === 'it' || lemma === 'its' || lemma === 'which' || lemma === 'that' || lemma === 'this'
            ? THINGS
            : BODIES
    const head = this.contentHead(word)
    if (head !== word) return this.typesOf(head)
    if (word.upos === 'NUM' || CROWD.test(word.form) || YEARS_OLD.test(hyphenated(this.tree, word) ?? lemma))
      return ['PERSON']
    const known = this.lexicon.typesOf(hyphenated(this.tree, word) ?? lemma)
    if (known.length > 0) return known
    const meant = word.upos === 'NOUN' ? this.lexicon.typesOf(word.form.toLowerCase()) : [] // whose lemma is wrong
    if (meant.length > 0) return meant
    if (word.upos !== 'PROPN') {
      const named = this.nameFor(word) // "the caterer Hale Brothers"
      if (named === word || named.index < word.index) return isDoer(word) ? ['PERSON'] : []
      return this.typesOf(named)
    }
    const described = this.describedAs(word)
    return described.length > 0 ? described : 'any'
  }

  /** What the noun before a name says it is: "the start-up Lumen", "the agency MARO". */
  private describedAs(word: Word): readonly EntityType[] {
    const { tree } = this
    const noun = tree
      .childrenBy(word, 'compound', 'nmod:desc')
      .findLast(({ upos, index }) => upos === 'NOUN' && index < word.index)
    const named = noun ?? (isRelation(word, 'appos', 'flat') ? tree.head(word) : undefined)
    if (named?.upos !== 'NOUN' || named.index + 1 !== word.index) return []
    const whole = this.lexicon.typesOf(compound(tree, named)) // "fashion house"
    return whole.length > 0 ? whole : this.lexicon.typesOf(hyphenated(tree, named) ?? named.lemma.toLowerCase())
  }

  /** Whether the word is only the first part of a compound: "Panama" in "Panama-flagged". */
  isCutOff(word: Word): boolean {
    const [hyphen, next] = [this.tree.word(word.index + 1), this.tree.word(word.index + 2)]
    const goesOn = hyphen && (this.mentionOf(word)?.end ?? 0) > hyphen.start // "Al-Hilla"
    return hyphen?.form === '-' && hyphen.start === word.end && next?.start === hyphen.end && !goesOn
  }

  /** "Hurricane Delia" is no person, whatever the name alone would be. */
  private isNamedDisaster(word: Word): boolean {
    if (word.upos !== 'PROPN' || this.mentionOf(word)?.type === 'WORK') return false // "Ash and Snow", a film
    const parts = [word, ...this.tree.childrenBy(word, 'nmod:desc', 'compound', 'flat')].filter(
      ({ index }) => index <= word.index, // "Dana Frost" is no frost
    )
    const before = this.tree.word(word.index - 1)
    if (before && before.head === word.head) parts.push(before)
    return parts.some((part) => this.lexicon.isA(part.form.toLowerCase(), 'disaster'))
  }

  /** "coach Hal Jennings", "the band Cold Harbour", "his daughter, Grace Lang", "the city of Mosul": the name says best who is meant. */
  nameFor(word: Word): Word {
    const known = this.names.get(word)
    if (known) return known
    const name = this.findName(word)
    this.names.set(word, name)
    return name
  }

  private findName(word: Word): Word {
    const { tree } = this
    const isTitle = word.upos === 'PROPN' && this.lexicon.isRoleNoun(word.lemma.toLowerCase())
    if ((word.upos !== 'NOUN' && !isTitle) || this.mentionOf(word)?.kind === 'name') return word
    const behind = tree
      .childrenBy(word, 'appos', 'flat', 'nmod:desc')
      .filter(
        (child) => child.index > word.index && tree.subtree(child).find(({ upos }) => upos !== 'PUNCT')!.upos !== 'ADP',
      ) // "the mayor [of Port Ellery]"
      .filter((child) => !this.isOneOfSeveral(child, word))
    const named = behind.find((child) => child.upos === 'PROPN' && this.mentionOf(child)?.kind !== 'metonym') // not "the men, all Filipinos"
    if (named) return named
    const types = this.lexicon.typesOf(word.lemma.toLowerCase())
    const isAlike = (noun: Word) => this.lexicon.typesOf(noun.lemma.toLowerCase()).some((type) => types.includes(type))
    const again = behind.find((child) => isRelation(child, 'appos') && child.upos === 'NOUN' && isAlike(child)) // "his daughter, the sculptor Grace Lang"
    if (again && this.nameFor(again) !== again) return this.nameFor(again)
    if (this.lexicon.isA(word.lemma.toLowerCase(), 'settlement')) {
      const called = tree
        .childrenBy(word, 'nmod')
        .find((child) => child.upos === 'PROPN' && tree.child(child, 'case')?.lemma.toLowerCase() === 'of')
      if (called && this.isOf(called, 'placename')) return called
    }
    const next = tree.word(word.index + 1)
    const isSplit =
      next?.upos === 'PROPN' && next.head === word.head && isRelation(next, 'obj', 'appos', 'nsubj', 'obl')
    return next && isSplit && this.lexicon.typesOf(word.lemma.toLowerCase()).length > 0 ? next : word
  }

  /** "his own group, [Ida Holm] and Jan Roe": no group is called after whoever is in it. */
  private isOneOfSeveral(name: Word, noun: Word): boolean {
    return this.lexicon.isA(noun.lemma.toLowerCase(), 'collective') && this.mentionOf(name)?.type === 'PERSON'
  }

  /** A name, or a phrase that stands for a known entity. */
  isNamed(word: Word): boolean {
    return word.upos === 'PROPN' || Boolean(this.mentionOf(word)?.entity)
  }

  /** Whether the phrase is of a class: an entity type, or a class of nouns ("troops"). */
  isOf(word: Word, name: string): boolean {
    if (name.startsWith('=')) return this.contentHead(word).lemma.toLowerCase() === name.slice(1)
    if (name === 'named') return this.isNamed(word)
    if (name === 'name') {
      const at = this.nameFor(word)
      return this.mentionOf(at)?.kind === 'name' && !this.lexicon.isRoleNoun(at.lemma.toLowerCase())
    }
    if (name === 'nation') return this.isNation(word)
    if (name === 'countryname' || name === 'cityname')
      return this.isName(word, name === 'cityname' ? 'PLACE' : 'COUNTRY')
    if (name === 'deed') return word.xpos === 'VBG'
    if (name === 'duration') return Boolean(this.timeOf(word))
    if (name === 'known') return Boolean(this.mentionOf(word)?.entity)
    if (name === 'called') return this.isCalled(word)
    // whose they are may stand in another sentence
    if (name === 'counted') return this.quantityOf(word) !== undefined || this.tree.childrenBy(word, 'det').some(isSome)
    if (name === 'placename') return word.upos === 'PROPN' && (this.isOf(word, 'PLACE') || this.isOf(word, 'COUNTRY'))
    if (TYPES.has(name)) {
      if (this.timeOf(word) && !this.mentionOf(word)) return false // "crashed in June"
      return this.hasType(word, name) || this.isNamedAs(word, name)
    }
    const lemmas = this.lemmasOf(word)
    if (name === 'laurel') return isLaurel(this.tree, word, this.lexicon)
    if (name === 'decimal') return /^\d+\.\d+$/.test(word.form)
    if (name === 'role')
      return lemmas.some((lemma) => this.lexicon.isRoleNoun(lemma)) && !isLaurel(this.tree, word, this.lexicon)
    if (name === 'percent') return lemmas.some((lemma) => lemma === 'percent' || lemma === '%')
    if (name === 'percentvote')
      return (
        lemmas.some((lemma) => lemma === 'percent' || lemma === '%') && /\b(vote|ballot)/.test(this.phraseText(word))
      )
    return (
      lemmas.some((lemma) => this.lexicon.isA(lemma, name)) ||
      (name === 'money' && this.quantityOf(word)?.kind === 'money')
    )
  }

  /** By which the classes of nouns may have a phrase. */
  private lemmasOf(word: Word): readonly string[] {
    const known = this.lemmas.get(word)
    if (known) return known
    const found = new Set<string>()
    for (const at of [word, this.contentHead(word)]) {
      found.add(at.lemma.toLowerCase()).add(at.form.toLowerCase()).add(compound(this.tree, at))
      if (at.upos === 'VERB') for (const form of this.lexicon.verbForms(at)) found.add(form) // "embezzling"
    }
    const lemmas = [...found]
    this.lemmas.set(word, lemmas)
    return lemmas
  }

  /** The same where nothing is taken on trust: of a name that nothing is known of, no type is sure. */
  isSurely(word: Word, name: string): boolean {
    return !(name === name.toUpperCase() && this.typesOf(word) === 'any') && this.isOf(word, name)
  }

  private hasType(word: Word, name: string): boolean {
    const types = this.typesOf(word)
    return types === 'any' || (types as readonly string[]).includes(name)
  }

  /** "the developer [Juakali Power]" is a firm. */
  private isNamedAs(word: Word, type: string): boolean {
    const name = this.nameFor(word)
    return name !== word && this.mentionOf(name)?.kind === 'name' && this.hasType(name, type)
  }

  /** A name, or a phrase for what has one elsewhere: "the brewer", where it is Klostersand. */
  private isCalled(word: Word): boolean {
    return [word, this.nameFor(word)].some((at) => {
      const entity = this.mentionOf(at)?.entity
      return entity !== undefined && entity !== null && !isUnnamed(entity)
    })
  }

  /** A name of this type for itself, not for what is there: "Lima", where it does not stand for Peru. */
  private isName(word: Word, type: EntityType): boolean {
    const mention = word.upos === 'PROPN' ? this.mentionOf(word) : undefined
    return mention?.kind === 'name' && mention.type === type && this.headOf(mention) === word
  }

  /** "Brazilian", before a name. */
  private isNation(word: Word): boolean {
    const mention = word.xpos === 'JJ' || isRelation(word, 'amod') ? this.mentionOf(word) : undefined
    return mention?.type === 'COUNTRY' && mention.entity !== null
  }

  private phraseText(word: Word): string {
    const { start, end } = spanOfWords(phraseOf(this.tree, word))
    return this.text.slice(start, end)
  }

  /** For whom a group acts: the country or body in its demonym, owner or "of". */
  actorOf(word: Word): Word | undefined {
    const head = this.contentHead(word)
    const group = [head.lemma.toLowerCase(), compound(this.tree, head)].some((lemma) => this.lexicon.isGroup(lemma))
    if (!group || this.isOnePerson(head)) return undefined
    const around = [...this.tree.children(head), ...(head === word ? [] : this.tree.children(word))].filter(
      (child) => isRelation(child, 'amod', 'nmod:poss', 'compound', 'nmod', 'nmod:desc') && child.index !== head.index,
    )
    const preposed = around.filter(
      (child) =>
        child.index < head.index ||
        this.tree.childrenBy(child, 'case').some((mark) => mark.lemma === 'of' || mark.lemma === 'from'),
    )
    const deep = preposed.flatMap((child) => [child, ...this.tree.childrenBy(child, 'amod', 'compound', 'flat')])
    return deep.find((child) => {
      const mention = this.mentionOf(child)
      const type = mention?.type ?? (mention?.entity ? this.layers.typeOf(mention.entity) : undefined)
      return type && BODIES.includes(type) && type !== 'PERSON'
    })
  }

  /** Whether an amount counts the noun: "40 miners", "hundreds of miners". */
  isCounted(word: Word): boolean {
    const head = this.contentHead(word)
    return this.layers.quantities.some(({ noun }) => noun !== null && overlaps(noun, head))
  }

  /** "Kenyan officers" act for Kenya, "a Kenyan officer" for himself. */
  private isOnePerson(head: Word): boolean {
    const types = this.lexicon.typesOf(head.lemma.toLowerCase())
    return head.xpos === 'NN' && types.length > 0 && types.every((type) => type === 'PERSON')
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

  /** "The town saw the opening", "the opening took place": what the clause says of when and where holds for the noun. */
  tellsOf(verb: Word, noun: Word): boolean {
    return isRelation(noun, 'obj', 'nsubj') && this.lexicon.isHolding(verb.lemma.toLowerCase())
  }

  timeOf(word: Word): TimeExpression | undefined {
    return this.layers.times.find((time) => time.start <= word.start && word.end <= time.end)
  }

  /** The phrase as a side of a claim; `words` are its own words where they are known. */
  argument(
    word: Word,
    words: readonly Word[] = phraseOf(this.tree, word, { alone: true }),
    mention: Mention | undefined = this.mentionOf(word),
  ): Argument {
    const place = (span: Span) => ({ start: span.start, end: span.end, text: this.text.slice(span.start, span.end) })
    if (mention?.entity && (mention.type === 'EVENT' || !this.isNamedDisaster(word)))
      return { kind: 'entity', id: mention.entity, mention: mention.id, ...place(mention) }
    const span = spanOfWords(words)
    const time = this.timeOf(word)
    if (time) return { kind: 'time', id: time.id, ...place(span) }
    const quantity = this.layers.quantities.find((at) => at.start <= word.start && word.end <= at.end)
    if (quantity) return { kind: 'quantity', id: quantity.id, ...place(span) }
    return { kind: 'text', ...place(span) }
  }
}

const isSome = ({ lemma }: Word): boolean => /^(?:some|several|many)$/i.test(lemma)

const rank = (mention: Mention) => (mention.entity ? 1000 : 0) + mention.end - mention.start

/** "a Dane" around "Dane": the person, of whom the inner one says the country. */
const isOneOf = (whole: Mention, inner: Mention): boolean =>
  whole.method === 'noun.nationality' && whole.start <= inner.start && inner.end <= whole.end
