import { z } from 'zod'

const Words = z.array(z.string().min(1))

/** `seeds/lexicon/telling.json`: what words tell when articles of one story are compared. */
export const Telling = z.strictObject({
  /** Words that say nothing of what a sentence is about. */
  empty: Words,
  /** Words that tell of the same, for short clauses about one happening. */
  alike: z.array(Words),
  /** Words that make a thing another one: "a rival drug". */
  other: Words,
  /** Words that make it a part: "in the old town". */
  inner: Words,
  /** Nouns for anybody who is counted. */
  anybody: Words,
  /** Verbs for what happens to a thing once, so that it has one date. */
  once: Words,
  /** Words that say that it was otherwise before: "has fallen to". */
  changed: Words,
  /** Verbs that tell the cause of a thing: of which it is what does it, and with the cause behind "on". */
  causes: z.strictObject({ by: Words, on: Words }),
  /** Verbs by which somebody says what will come. */
  forecasts: Words,
  /** Words that say that somebody denies something. */
  denials: Words,
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

/** Words as they are compared. */
export class StoryWords {
  private readonly empty: ReadonlySet<string>
  private readonly classes: ReadonlyMap<string, string>
  private readonly anybody: ReadonlySet<string>
  private readonly once: ReadonlySet<string>
  private readonly changed: ReadonlySet<string>
  private readonly other: ReadonlySet<string>
  private readonly inner: ReadonlySet<string>

  constructor(readonly telling: Telling) {
    this.empty = new Set(telling.empty)
    const classes = new Map<string, string>()
    for (const group of telling.alike)
      for (const word of group) if (!classes.has(stemOf(word))) classes.set(stemOf(word), stemOf(group[0]!))
    this.classes = classes
    this.anybody = new Set(telling.anybody.map(stemOf))
    this.once = new Set(telling.once.map(stemOf))
    this.changed = new Set(telling.changed)
    this.other = new Set(telling.other)
    this.inner = new Set(telling.inner)
  }

  /** The words of a text with a meaning of their own, in its order; numbers are left out. */
  tokens(text: string): Token[] {
    return [...text.matchAll(WORD)].flatMap((match) => {
      const form = match[0].toLowerCase().replace(/['’]s?$/, '')
      if (this.empty.has(form)) return []
      const stem = stemOf(form)
      if (this.empty.has(stem)) return []
      return [
        {
          form,
          stem: this.classes.get(stem) ?? stem,
          start: match.index,
          end: match.index + match[0].length,
          isName: match.index > 0 && /^\p{Lu}/u.test(match[0]),
        },
      ]
    })
  }

  /** The stem of one word, or of those that tell the same. */
  stem(word: string): string {
    const stem = stemOf(word.toLowerCase())
    return this.classes.get(stem) ?? stem
  }

  isAnybody = (noun: string): boolean => this.anybody.has(stemOf(noun))
  isOnce = (verb: string): boolean => this.once.has(stemOf(verb))
  tellsChange = (text: string): boolean =>
    (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => this.changed.has(word))
  isDenying = (text: string): boolean =>
    (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => this.telling.denials.includes(word))
  isOther = (form: string): boolean => this.other.has(form)
  isInner = (form: string): boolean => this.inner.has(form)
}

const WORD = /\p{L}[\p{L}'’]*/gu

/** A rough stem: forms of one word fall together, related words may. */
export function stemOf(word: string): string {
  const known = IRREGULAR[word]
  if (known) return known
  if (word.length < 4) return word
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
const IRREGULAR: Readonly<Record<string, string>> = {
  stole: 'steal',
  stolen: 'steal',
  fought: 'fight',
  fell: 'fall',
  fallen: 'fall',
  rose: 'ris',
  risen: 'ris',
  won: 'win',
  built: 'build',
  lost: 'loss',
  sank: 'sink',
  sunk: 'sink',
  spent: 'spend',
  sold: 'sell',
  bought: 'buy',
  paid: 'pai',
  found: 'find',
  founded: 'found',
  left: 'leav',
  sent: 'send',
  stood: 'stand',
  held: 'hold',
  broke: 'break',
  broken: 'break',
  grew: 'grow',
  grown: 'grow',
  knew: 'know',
  known: 'know',
  met: 'meet',
  meeting: 'meet',
  began: 'begin',
  begun: 'begin',
  died: 'di',
  dying: 'di',
  drew: 'draw',
  ran: 'run',
  dug: 'dig',
  hurt: 'hurt',
  shut: 'shut',
  shrunk: 'shrink',
  children: 'child',
  thieves: 'thief',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  led: 'lead',
  taught: 'teach',
  thought: 'think',
  brought: 'bring',
  caught: 'catch',
  fled: 'flee',
  wounded: 'wound',
}
