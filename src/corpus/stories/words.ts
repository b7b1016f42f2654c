import { z } from 'zod'
import { frontOf } from '../phrase.ts'
import { Opposites, StateWords } from './opposites.ts'
import { Slots } from './slot-words.ts'
import { wordLikeness } from './word-likeness.ts'

const Words = z.array(z.string().min(1))

/** `seeds/lexicon/telling.json`: what words tell when articles of one story are compared. */
export const Telling = z.strictObject({
  /** Words that say nothing of what a sentence is about. */
  empty: Words,
  /** Words that tell of the same, for short clauses about one happening; two words with a blank are a phrase: "set up". */
  alike: z.array(Words),
  /** Words that make a thing another one: "a rival drug". */
  other: Words,
  /** Words that make it a part: "in the old town". */
  inner: Words,
  /** Nouns for anybody who is counted. */
  anybody: Words,
  /** Nouns for whatever else is counted: "objects", "animals". */
  anything: Words,
  /** Verbs for what happens to a thing once, so that it has one date. */
  once: Words,
  /** Words that say that it was otherwise before: "has fallen to". */
  changed: Words,
  /** Words that say so of another day: "still", "by now". */
  lasting: Words,
  /** Verbs by which somebody says what will come. */
  forecasts: Words,
  /** Verbs for what somebody has in mind, whatever happens: "did not expect to". */
  minds: Words,
  /** Nouns with plurals that no spelling tells. */
  plurals: z.record(z.string(), Words),
})
export type Telling = Readonly<z.infer<typeof Telling>>

/** A word of a clause and where it stands. */
export interface Token {
  readonly form: string
  /** its stem, or that of the words that tell the same */
  readonly stem: string
  readonly start: number
  readonly end: number
  /** it begins with a capital letter, and no sentence with it */
  readonly isName: boolean
}

/** What other parts know of words: `irregular` of `seeds/lexicon/verb-classes.json`, a verb with its forms, and `denials`, `estimating` and the verbs of `seeds/lexicon/saying.json`. */
export interface KnownWords {
  readonly irregular: Readonly<Record<string, readonly string[]>>
  readonly denials: readonly string[]
  readonly estimating: readonly string[]
  readonly saying: readonly string[]
  /** `person`, `male` and `female` of `seeds/lexicon/nouns.json` */
  readonly persons: readonly string[]
  /** every noun of `seeds/lexicon/nouns.json` */
  readonly nouns: readonly string[]
  /** "three", "twelve", "sixty" */
  readonly numbers: readonly string[]
}

/** Words as they are compared. */
export class StoryWords {
  /** verbs by their irregular forms */
  private readonly lemmas: ReadonlyMap<string, string>
  private readonly denials: ReadonlySet<string>
  private readonly estimating: ReadonlySet<string>
  private readonly saying: ReadonlySet<string>
  private readonly minds: ReadonlySet<string>
  private readonly empty: ReadonlySet<string>
  private readonly classes: ReadonlyMap<string, string>
  /** classes of phrases of two words, by these as they are written */
  private readonly phrases: ReadonlyMap<string, string>
  private readonly classHeads: ReadonlySet<string>
  private readonly anybody: ReadonlySet<string>
  private readonly anything: ReadonlySet<string>
  private readonly persons: ReadonlySet<string>
  private readonly others: ReadonlySet<string>
  private readonly nouns: ReadonlySet<string>
  private readonly numbers: ReadonlySet<string>
  private readonly once: ReadonlySet<string>
  private readonly changed: ReadonlySet<string>
  private readonly lasting: ReadonlySet<string>
  private readonly other: ReadonlySet<string>
  private readonly inner: ReadonlySet<string>
  private readonly families = new Map<string, ReadonlySet<string>>()
  /** what opposite states words tell */
  readonly states: StateWords

  constructor(
    readonly telling: Telling,
    { irregular, denials, estimating, saying, persons, nouns, numbers }: KnownWords,
    opposites: Opposites,
    readonly slots: Slots,
  ) {
    const forms = { ...irregular, ...telling.plurals }
    this.lemmas = new Map(Object.entries(forms).flatMap(([lemma, own]) => own.map((form) => [form, lemma] as const)))
    this.empty = new Set(telling.empty)
    const classes = new Map<string, string>()
    const phrases = new Map<string, string>()
    for (const group of telling.alike)
      for (const word of group) {
        const known = word.includes(' ') ? phrases : classes
        const key = word.includes(' ') ? word.split(' ').map(this.ownStem).join(' ') : this.ownStem(word)
        if (!known.has(key)) known.set(key, this.ownStem(group[0]!))
      }
    this.classes = classes
    this.phrases = phrases
    this.classHeads = new Set(classes.values())
    this.anybody = new Set(telling.anybody.map((noun) => this.ownStem(noun)))
    this.anything = new Set(telling.anything.map((noun) => this.ownStem(noun)))
    this.persons = new Set(persons.map((noun) => this.ownStem(noun)))
    this.others = new Set(slots.persons.map((noun) => this.ownStem(noun)))
    this.nouns = new Set(nouns.flatMap((noun) => noun.split(' ')))
    this.numbers = new Set(numbers)
    this.estimating = new Set(estimating)
    this.saying = new Set(saying)
    this.minds = new Set(telling.minds.map((verb) => this.stem(verb)))
    this.denials = new Set(denials.map((verb) => this.ownStem(verb)))
    this.once = new Set(telling.once.map((verb) => this.stem(verb)))
    this.changed = new Set(telling.changed)
    this.lasting = new Set(telling.lasting)
    this.other = new Set(telling.other)
    this.inner = new Set(telling.inner)
    this.states = new StateWords(opposites, this)
  }

  /** The words of a text with a meaning of their own, in its order; numbers are left out. */
  tokens = (text: string): Token[] => {
    const found = [...text.matchAll(WORD)]
    const stems = found.map((match) => this.ownStem(formOf(match[0])))
    return found.flatMap((match, at) => {
      const form = formOf(match[0])
      const stem = stems[at]!
      const phrase = this.phrases.get(`${stem} ${stems[at + 1]}`)
      if (phrase === undefined && (this.empty.has(form) || this.empty.has(stem))) return []
      return [
        {
          form,
          stem: phrase ?? this.classes.get(stem) ?? stem,
          start: match.index,
          end: match.index + match[0].length,
          isName: match.index > 0 && /^\p{Lu}/u.test(match[0]),
        },
      ]
    })
  }

  /** Forms of one word fall together. */
  ownStem = (word: string): string => cut(this.lemmas.get(word) ?? word.replace(/(?<=\p{L}\p{L})men$/u, 'man'))

  /** The stem of one word, or of those that tell the same. */
  stem = (word: string): string => {
    const stem = this.ownStem(word.toLowerCase())
    return this.classes.get(stem) ?? stem
  }

  isNumber = (word: string): boolean => this.numbers.has(word)
  /** The stems that mean nearly the same as one, with how nearly, above 0 to 1: the table of like words, but for those of which `seeds/lexicon` knows that they are two. */
  like = (stem: string): ReadonlyMap<string, number> => wordLikeness(this.stem, this.classHeads).of(stem)

  /** The stems of a stem's word family and those that mean the same as it nearly surely: "apology" of "apologise", "lawsuit" of "sue". */
  kin = (stem: string): ReadonlySet<string> => {
    const known = this.families.get(stem)
    if (known) return known
    const isKin = ([other, likeness]: readonly [string, number]) =>
      likeness >= SAME || (likeness >= RELATED && other.slice(0, 4) === stem.slice(0, 4))
    const family = new Set([...this.like(stem)].filter(isKin).map(([other]) => other))
    this.families.set(stem, family)
    return family
  }

  isAnybody = (noun: string): boolean => this.anybody.has(this.ownStem(noun))
  /** "seventeen pieces": of whatever they are. */
  isAnything = (noun: string): boolean => this.anything.has(this.ownStem(noun))
  /** Whether a noun is for a person, or for anybody who is counted. */
  isPerson = (noun: string): boolean => this.isAnybody(noun) || this.persons.has(this.ownStem(noun))
  /** The same, with persons whom nobody counts. */
  isSomebody = (noun: string): boolean => this.isPerson(noun) || this.others.has(this.ownStem(noun))
  /** Whether a word, in lower case, is a noun for what names are of: "bridge", "national bank". */
  isCommonNoun = (word: string): boolean => this.nouns.has(word) || this.empty.has(word) || COMPASS.test(word)
  /** of a verb by its stem, or that of the words that tell the same */
  isOnce = (stem: string): boolean => this.once.has(stem)
  /** Whether a text says that it was otherwise so many days before. */
  tellsChange = (text: string, days: number): boolean =>
    (text.toLowerCase().match(/\p{L}+/gu) ?? []).some(
      (word) => this.changed.has(word) || (days > 1 && this.lasting.has(word)),
    )
  isDenying = (text: string): boolean =>
    (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => this.denials.has(this.ownStem(word)))
  /** "put the loss at" */
  isEstimating = (predicate: string): boolean => this.estimating.has(predicate.split(' ')[0]!)
  /** The stem of the last word of a phrase, before what hangs on it, that tells something; empty for "people". */
  headOf = (phrase: string): string => this.tokens(frontOf(phrase)).at(-1)?.stem ?? ''
  /** Of saying, thinking or knowing. */
  isSaying = (predicate: string): boolean => this.saying.has(predicate.split(' ')[0]!)
  /** "did not expect to see it" */
  tellsOfMind = (text: string): boolean => this.tokens(text).some(({ stem }) => this.minds.has(stem))
  isOther = (form: string): boolean => this.other.has(form)
  isInner = (form: string): boolean => this.inner.has(form)
}

/** How like words must be to mean the same, and those that begin alike to be of one family. */
const [SAME, RELATED] = [0.75, 0.25]
const COMPASS =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|national|united|royal|great|saint|international|general|republic)$/
const formOf = (word: string): string => word.toLowerCase().replace(/['’]s?$/, '')
const WORD = /\p{L}[\p{L}'’]*/gu

/** A rough stem by spelling alone: related words may fall together. */
function cut(word: string): string {
  if (word.length < 4) return word.replace(/ie$|y$/, 'i').replace(/(?<=\p{L}\p{L})e$/u, '') // "die", as "died"; "buy", as "buys"
  const stem = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:sses|shes|ches|xes)$/, (end) => end.slice(0, -2))
    .replace(/([^aeious])s$/, '$1')
    .replace(/([aeo])s$/, '$1')
    .replace(/(?:ing|ed)$/, (end, at: number) => (at < 3 ? end : ''))
  return stem
    .replace(/([bdgklmnprtz])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/y$/, 'i')
}

const NumberWords = z.record(z.string(), z.number())
const KnownVerbs = z.object({ irregular: z.record(z.string(), Words) })
const KnownNouns = z.record(z.string(), Words)
const KnownNumbers = z.object({ units: NumberWords, teens: NumberWords, tens: NumberWords })
const KnownSaying = z.object({ denials: Words, estimating: Words, verbs: z.array(z.object({ lemmas: Words })) })

type ReadSeed = <T extends z.ZodType>(name: string, schema: T) => z.infer<T>

/** Reads what it needs from the seed files with the reader given. */
export function loadStoryWords(read: ReadSeed): StoryWords {
  const { verbs, ...known } = read('lexicon/saying.json', KnownSaying)
  const nouns = read('lexicon/nouns.json', KnownNouns)
  return new StoryWords(
    read('lexicon/telling.json', Telling),
    {
      ...known,
      irregular: read('lexicon/verb-classes.json', KnownVerbs).irregular,
      saying: verbs.flatMap(({ lemmas }) => lemmas),
      persons: ['person', 'male', 'female'].flatMap((sort) => nouns[sort] ?? []),
      nouns: Object.values(nouns).flat(),
      numbers: Object.values(read('lexicon/numbers.json', KnownNumbers)).flatMap((own) => Object.keys(own)),
    },
    read('lexicon/opposites.json', Opposites),
    read('lexicon/slots.json', Slots),
  )
}
