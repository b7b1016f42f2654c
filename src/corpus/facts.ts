/** What the graph knows of one claim when claims of many articles are compared. Read back by the store for what a load touched. */
export interface ClaimFacts {
  readonly id: string
  readonly name: string
  readonly proposition: string
  readonly article: string
  /** id of the outlet */
  readonly source: string
  readonly sourceName: string
  /** ISO prefix */
  readonly publishedAt: string | null
  readonly type: string
  /** its words as lemmas */
  readonly predicate: string
  readonly subjectId: string | null
  readonly subjectName: string
  readonly objectId: string | null
  /** the entity's name, else the words as they stand */
  readonly objectName: string | null
  /** of a thing: the noun for what it is, and where it is, in the words of the text */
  readonly kind: string | null
  readonly place: string | null
  /** of an occasion: the widest place it is told of, and all those within it */
  readonly area: string | null
  readonly places: readonly string[]
  /** of a figure: whoever has it, when the subject is what they have */
  readonly holder: string | null
  /** its figure is said to have been given before; to have risen to what it is */
  readonly earlier: boolean
  readonly rising: boolean
  /** it gives a figure or a date of a measure, compared with all others of its proposition */
  readonly measured: boolean
  readonly polarity: 'affirmed' | 'denied'
  readonly factuality: 'asserted' | 'alleged' | 'estimated' | 'planned' | 'demanded' | 'conditional' | 'asked'
  readonly confidence: number
  readonly quantity: QuantityFacts | null
  readonly time: TimeFacts | null
  /** the nearest speaker's entity and its name, null when the outlet itself says it */
  readonly speakerId: string | null
  readonly speakerName: string | null
  readonly quote: string
  /** the whole sentence, for near-duplicates */
  readonly sentence: string
}

export interface QuantityFacts {
  readonly text: string
  readonly min: number | null
  readonly max: number | null
  readonly minOpen: boolean
  readonly maxOpen: boolean
  readonly approximate: boolean
  readonly unit: string | null
  /** lemma of the counted noun */
  readonly noun: string | null
  /** the role that it fills in its claim: killed, wounded, force, price … */
  readonly role: string | null
}

export interface TimeFacts {
  readonly text: string
  /** ISO prefixes, both included; null when unanchored */
  readonly from: string | null
  readonly to: string | null
  readonly precision: string
}

export type Verdict = 'agrees' | 'refines' | 'changed over time' | 'conflicts'

/** Claims that do not say the same of one thing, with the reason in words. */
export interface ConflictRow {
  readonly id: string
  readonly name: string
  readonly kind: 'quantity' | 'date' | 'polarity' | 'object' | 'name'
  readonly verdict: Exclude<Verdict, 'agrees'>
  readonly reason: string
  /** the propositions it is about, the first one leading */
  readonly propositions: readonly string[]
  readonly members: readonly { readonly claim: string; readonly value: string }[]
}

/** One edge of the projection: `(from)-[type]->(to)`. */
export interface EdgeRow {
  readonly id: string
  readonly type: string
  readonly fromId: string
  readonly toId: string
  readonly proposition: string
  readonly claims: number
  readonly articles: number
  readonly independentSources: number
  readonly firstReported: string | null
  readonly lastReported: string | null
  readonly from: string | null
  readonly to: string | null
  readonly disputed: boolean
  readonly quote: string
  readonly article: string
}
