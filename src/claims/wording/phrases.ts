import type { Argument } from '../../model/claim.ts'
import type { Word } from '../../model/document.ts'
import type { Mention } from '../../model/mention.ts'
import { isRelation } from '../../nlp/tree.ts'
import { wordsOf } from '../words-of.ts'
import type { Wording } from './name-claim.ts'

/** Where in a name a phrase stands: the first one may keep the sentence's capital. */
export type Place = 'first' | 'later'

/** Phrases of one sentence as a claim's name shows them: by the entity's name, else in the text's words with names for pronouns. */
export class Phrases {
  constructor(private readonly wording: Wording) {}

  /** `of` is the entity that the name speaks of already, whose pronouns stay as they are. */
  phrase(head: Word, words: readonly Word[], place: Place, of?: string): string {
    const name = this.nameOf(head, words)
    return name ?? this.text(words, place, of)
  }

  /** The name that stands for the whole phrase: not where it lists others too. */
  nameOf(head: Word, words: readonly Word[]): string | undefined {
    const lists = words.some((word) => word.head === head.index && isRelation(word, 'conj'))
    const id = this.wording.sides.mentionOf(head)?.entity
    return id && !lists ? this.wording.names.get(id) : undefined
  }

  entityOf(head: Word): string | undefined {
    return this.wording.sides.mentionOf(head)?.entity ?? undefined
  }

  /** A finished side of a claim. */
  side(side: Argument, place: Place): string {
    const { sides, names } = this.wording
    const name = side.kind === 'entity' ? names.get(side.id) : undefined
    if (name !== undefined) return name
    const words = sides.tree.words.filter((word) => word.start >= side.start && word.end <= side.end)
    return words.length > 0 && words[0]!.start === side.start ? this.text(words, place) : side.text
  }

  text(words: readonly Word[], place: Place, of?: string): string {
    return wordsOf(words, this.wording.text, (word) => this.shown(word, place, of))
  }

  /** More than one: "the troops", "Ann and Bo", "they". */
  isMany(head: Word): boolean {
    const { tree } = this.wording.sides
    if (head.upos === 'PRON' || head.upos === 'DET') return MANY.has(head.form.toLowerCase())
    if (head.xpos === 'NNS') return true
    if (tree.child(head, 'conj')) return true
    return head.xpos === 'NNPS' && tree.child(head, 'det', 'nummod') !== undefined && !this.entityOf(head)
  }

  private shown(word: Word, place: Place, of: string | undefined): string | undefined {
    if (word.xpos === 'PRP$' || (word.xpos === 'PRP' && place === 'later')) {
      const id = this.pronoun(word)?.entity
      const name = id && id !== of ? this.wording.names.get(id) : undefined
      if (name) return word.xpos === 'PRP$' ? possessive(name) : name
    }
    return place === 'later' && this.isSentenceCapital(word)
      ? word.form[0]!.toLowerCase() + word.form.slice(1)
      : undefined
  }

  private pronoun(word: Word): Mention | undefined {
    return this.wording.layers.mentions.find(({ start, end }) => start === word.start && end === word.end)
  }

  /** A capital that only the sentence's beginning gives. */
  private isSentenceCapital(word: Word): boolean {
    if (!/^\p{Lu}(?:\p{Ll}|$)/u.test(word.form) || word.upos === 'PROPN' || word.form === 'I') return false
    const before = this.wording.sides.tree.word(word.index - 1)
    if (before && before.upos !== 'PUNCT') return false
    return !this.wording.sides.layers.mentions.some(
      ({ kind, start, end }) => start === word.start && (kind === 'name' || end === word.end),
    )
  }
}

const MANY = new Set([
  'we',
  'they',
  'these',
  'those',
  'both',
  'all',
  'many',
  'some',
  'others',
  'most',
  'few',
  'several',
  'you',
])
const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`)
