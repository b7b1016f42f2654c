import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/mention.ts'
import { overlaps } from '../model/span.ts'
import { isRelation } from '../nlp/tree.ts'
import { isInPreposition } from './content-head.ts'
import { SideMentions } from './side-mentions.ts'
import { compound, hyphenated, isDoer } from './word-forms.ts'

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
export const BODIES: readonly EntityType[] = ['PERSON', 'ORGANIZATION', 'COUNTRY', 'GOVERNMENT', 'MILITARY_UNIT']
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

/** Of what type the phrases of one sentence are, and the names that say so best. */
export class SideTypes extends SideMentions {
  private readonly types = new Map<Word, Types>()
  private readonly names = new Map<Word, Word>()

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

  /** "Hurricane Delia" is no person, whatever the name alone would be. */
  protected isNamedDisaster(word: Word): boolean {
    if (word.upos !== 'PROPN' || this.mentionOf(word)?.type === 'WORK') return false // "Ash and Snow", a film
    const parts = [word, ...this.tree.childrenBy(word, 'nmod:desc', 'compound', 'flat')].filter(
      ({ index }) => index <= word.index, // "Dana Frost" is no frost
    )
    const before = this.tree.word(word.index - 1)
    if (before && before.head === word.head) parts.push(before)
    return parts.some((part) => this.lexicon.isA(part.form.toLowerCase(), 'disaster'))
  }

  protected hasType(word: Word, name: string): boolean {
    const types = this.typesOf(word)
    return types === 'any' || (types as readonly string[]).includes(name)
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
      if (called && this.isPlace(called)) return called
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

  private isPlace(word: Word): boolean {
    return (
      !(this.timeOf(word) && !this.mentionOf(word)) && (this.hasType(word, 'PLACE') || this.hasType(word, 'COUNTRY'))
    )
  }
}
