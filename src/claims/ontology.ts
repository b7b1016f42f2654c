import { z } from 'zod'
import { InputError } from '../model/errors.ts'
import { EntityType } from '../model/mention.ts'
import { MeasureWords } from './figures/measure-words.ts'
import { ThingWords } from './things/thing-words.ts'

const Words = z.array(z.string()).min(1)
/**
 * Where a slot is looked for: alternatives apart by "|", the first that fits wins. A place is `subj`, `obj`, `iobj`, `second` (the kept object of a
 * passive), `comp`, `poss`, `mod`, `trigger`, a preposition, the name of a needed slot, or one inside another (`as.of`). "@" before it asks for the
 * actor behind a group ("Kenyan soldiers" → Kenya), "&" after it for the other members of a coordination, ":" names classes it must be of ("=finger" is the word itself, "!body" what it must not be), "?" at the end allows none.
 */
const Path = z.string().min(1)

/** One way to put a relation: trigger words and where its arguments stand. Passives, relative clauses, control and light verbs are derived. */
export const Frame = z.strictObject({
  id: z.string(),
  verbs: Words.optional(),
  /** Here and in `isa` "@occupation" stands for the nouns of that class in `seeds/lexicon/noun-classes.json`. */
  nouns: Words.optional(),
  isa: Words.optional(),
  adjectives: Words.optional(),
  /** Any name of a place, body or event that has something around it ("Karrada, Baghdad"). */
  names: z.boolean().optional(),
  /** Any phrase with a common noun that has something around it ("families in Naples"). */
  phrases: z.boolean().optional(),
  /** The noun for one of a people ("a Dane"), said of somebody; the place "trigger" then is the country. */
  peoples: z.boolean().optional(),
  /** Any common noun beside a name that no frame knows ("the Danish sledder Jens Holm"). */
  trades: z.boolean().optional(),
  subject: Path,
  object: Path.optional(),
  /** Slots that must be filled, by name. */
  needs: z.record(z.string(), Path).optional(),
  /** A needed word must be negated ("found not guilty"); else none may be. */
  negated: z.boolean().optional(),
  roles: z.record(z.string(), Path).optional(),
  quantity: Path.optional(),
  /** What the quantity counts: it identifies the proposition. */
  counted: z.string().optional(),
  /** The quantity must be there. */
  quantified: z.boolean().optional(),
  factuality: z.enum(['planned', 'alleged', 'estimated', 'demanded']).optional(),
  /** Not for these nouns: "the government in Tokyo" is not placed there. */
  except: Words.optional(),
  /** Not with these words before the noun; only with them. */
  unless: Words.optional(),
  /** Not with a noun before the role that names a part: the "safety director" of a firm does not head it, the "party leader" heads the party. */
  whole: z.boolean().optional(),
  /** Only with such a noun. */
  part: z.boolean().optional(),
  /** Not as an aside of what somebody does else: "merged, creating a lender". */
  told: z.boolean().optional(),
  with: Words.optional(),
  passiveOnly: z.boolean().optional(),
  activeOnly: z.boolean().optional(),
  /** Only when nobody is said to have done it. */
  agentless: z.boolean().optional(),
  agentOnly: z.boolean().optional(),
  reciprocal: z.boolean().optional(),
  /** The noun needs a light verb; `by` names which. */
  light: z.boolean().optional(),
  lightOnly: z.boolean().optional(),
  by: Words.optional(),
  /** Verbs of which the clause must be the infinitive, or the noun an argument ("began building"). */
  governor: Words.optional(),
  /** Only as an infinitive or gerund: what somebody sets out to do ("is working to defeat"). */
  striven: z.boolean().optional(),
  /** Said beside whatever else the event is read as: who is killed in a town is in it. */
  beside: z.boolean().optional(),
  /** Not where the noun is the subject or object of these: "killed 120 people in Nepal" tells where it happened. */
  unlessGovernor: Words.optional(),
  /** Only when this place is empty. */
  unlessPlace: z.string().optional(),
  /** Not when this path leads anywhere ("met United in the semi-final"). */
  unlessAt: Path.optional(),
  under: z.boolean().optional(),
  /** So whatever becomes of it: a mill in Lodz that will be shut is in Lodz. */
  presupposed: z.boolean().optional(),
  /** Not of a kind: "children under five". */
  particular: z.boolean().optional(),
  /** Not of what is asked: "asked her whether". */
  content: z.boolean().optional(),
  /** What it says more exactly than the type's label; "{title}" stands for the words of that role. */
  label: z.string().optional(),
  /** The same of what is told as past: "lived in". */
  past: z.string().optional(),
  /** How far a thing has come by it: one of the stages of `seeds/lexicon/things.json`. */
  stage: z.string().optional(),
})
export type Frame = z.infer<typeof Frame>

const Range = z.union([EntityType, z.literal('TEXT')])

/** A relation type: what it relates, how its claims are compared, and the ways to say it. */
export const RelationType = z.strictObject({
  type: z.string().regex(/^[A-Z][A-Z_]*$/),
  label: z.string(),
  /** The label of what is told as past: "led", of a state that may be over. */
  past: z.string().optional(),
  /** TEXT, on either side: it may be words that are no entity ("fraud", "a boiler"). */
  domain: z.array(Range).min(1),
  range: z.array(Range).min(1),
  /** F functional at a time, U unique event, E repeatable event, S state, T names and stages of one thing. */
  mode: z.enum(['F', 'U', 'E', 'S', 'T']),
  /** Subjects of these types may have several objects at a time although the type is functional: a group in two countries. */
  several: z.array(EntityType).optional(),
  symmetric: z.boolean(),
  objectOptional: z.boolean(),
  roles: z.array(z.string()),
  /** Roles that tell two propositions with the same subject and object apart. */
  identifying: z.array(z.string()),
  /** Sides at which a group is itself, not the country or body it acts for: officials attend, soldiers are remembered. */
  individuals: z.array(z.enum(['subject', 'object'])).optional(),
  /** Which side comes into being by it, and how far. */
  thing: z.enum(['subject', 'object']).optional(),
  stage: z.string().optional(),
  mappings: z.array(z.string()),
  says: Words,
  saysNot: Words,
  frames: z.array(Frame).min(1),
})
export type RelationType = z.infer<typeof RelationType>

export const Ontology = z.object({ types: z.array(RelationType) })
export type Ontology = z.infer<typeof Ontology>

/** Common nouns by class; a class stands for these entity types. */
export const NounClasses = z.record(z.string(), z.object({ types: z.array(EntityType), nouns: z.array(z.string()) }))
export type NounClasses = z.infer<typeof NounClasses>

/** Nouns that act for the country or body they belong to: "Kenyan soldiers", "Italian police". */
export const GroupNouns = z.object({ nouns: z.array(z.string()) })

export const VerbClasses = z.object({
  /** "make a visit": the noun carries the meaning. */
  light: z.array(z.string()),
  linking: z.array(z.string()),
  /** Of these the passive says what its subject becomes: "was named head of". */
  appointing: z.array(z.string()),
  /** Of these the subject holds the post behind "as": "serves as head of". */
  serving: z.array(z.string()),
  /** What does harm: "was hurt when a wall collapsed". */
  harming: z.array(z.string()),
  /** Of these the participle says where somebody is: "the men trapped in the cave". */
  keeping: z.array(z.string()),
  /** What is their subject or object did not happen. */
  annulling: z.array(z.string()),
  /** What is their subject or object is not yet so. */
  prospective: z.array(z.string()),
  /** What is their subject or object was when and where they say: "witnessed the opening". */
  holding: z.array(z.string()),
  /** Of these the subject is what comes about, and their phrases tell of it: "fighting broke out between". */
  occurring: z.array(z.string()),
  /** Lemma and the forms no rule gives. */
  irregular: z.record(z.string(), z.array(z.string())),
})
export type VerbClasses = z.infer<typeof VerbClasses>

/** Everything typed claims are read with. */
export interface ClaimSeeds {
  readonly ontology: Ontology
  readonly nounClasses: NounClasses
  readonly groupNouns: z.infer<typeof GroupNouns>
  readonly verbClasses: VerbClasses
  readonly things: ThingWords
  readonly measures: MeasureWords
}

type Read = <T extends z.ZodType>(name: string, schema: T) => z.infer<T>

export function loadClaimSeeds(read: Read): ClaimSeeds {
  const nounClasses = read('lexicon/noun-classes.json', NounClasses)
  return {
    ontology: spelledOut(read('ontology.json', Ontology), nounClasses),
    nounClasses,
    groupNouns: read('lexicon/group-nouns.json', GroupNouns),
    verbClasses: read('lexicon/verb-classes.json', VerbClasses),
    things: read('lexicon/things.json', ThingWords),
    measures: read('lexicon/measures.json', MeasureWords),
  }
}

/** Puts the nouns of a class where a frame names it: "@occupation". */
function spelledOut({ types }: Ontology, classes: NounClasses): Ontology {
  const spell = (words: readonly string[] | undefined): string[] | undefined =>
    words?.flatMap((word) => {
      if (!word.startsWith('@')) return [word]
      const found = classes[word.slice(1)]
      if (!found) throw new InputError('seeds/ontology.json', `names a class of nouns that is not there: ${word}`)
      return found.nouns
    })
  return {
    types: types.map((type) => ({
      ...type,
      frames: type.frames.map((frame) => ({ ...frame, isa: spell(frame.isa), nouns: spell(frame.nouns) })),
    })),
  }
}
