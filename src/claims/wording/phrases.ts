import type { Argument } from '../../model/claim.ts'
import type { Word } from '../../model/document.ts'
import type { Mention } from '../../model/mention.ts'
import { isRelation } from '../../nlp/tree.ts'
import { UPPER } from '../../text/letters.ts'
import { phraseOf } from '../clauses/phrase.ts'
import { wordsOf } from '../words-of.ts'
import type { Wording } from './wording.ts'

const CAPITAL = /^\p{Lu}(?:\p{Ll}|$)/u

/** Where in a name a phrase stands: the first one may keep the sentence's capital. */
export type Place = 'first' | 'later'

/** What a name speaks of, as far as pronouns after it may mean it. */
export interface Topic {
  readonly entity: string | undefined
  readonly many: boolean
  readonly person: boolean
}

/** Phrases of one sentence as a claim's name shows them: by the entity's name, else in the text's words with names for pronouns. */
export class Phrases {
  constructor(private readonly wording: Wording) {}

  /** Pronouns that mean what the name speaks `of` already stay as they are. */
  phrase(head: Word, words: readonly Word[], place: Place, of?: Topic): string {
    const name = this.nameOf(head, words)
    return name ?? this.text(words, place, of)
  }

  /** The name that stands for the whole phrase: not where it lists others too. */
  nameOf(head: Word, words: readonly Word[]): string | undefined {
    const { sides, names } = this.wording
    const lists = words.some((word) => word.head === head.index && isRelation(word, 'conj'))
    const name = sides.nameFor(head)
    if (name !== head && LABELS.has(head.lemma)) return undefined
    const isOne = words.includes(name) && !sides.tree.child(name, 'conj')
    const id = sides.mentionOf(isOne ? name : head)?.entity
    return id && !lists ? names.get(id) : undefined
  }

  topic(head: Word, words: readonly Word[]): Topic {
    const { sides } = this.wording
    return {
      entity: sides.mentionOf(head)?.entity ?? undefined,
      many: this.isMany(head, words),
      person: sides.isOf(head, 'PERSON'),
    }
  }

  /** A finished side of a claim. */
  side(side: Argument, place: Place): string {
    const { sides, names } = this.wording
    const name = side.kind === 'entity' ? names.get(side.id) : undefined
    if (name !== undefined) return name
    const words = sides.tree.words.filter((word) => word.start >= side.start && word.end <= side.end)
    return words[0]?.start === side.start ? this.text(words, place) : side.text
  }

  text(words: readonly Word[], place: Place, of?: Topic): string {
    return wordsOf(words, this.wording.text, (word) => this.shown(word, place, of, words[0]!))
  }

  /** More than one: "the troops", "Ann and Bo", "they". */
  isMany(head: Word, words: readonly Word[]): boolean {
    const { sides } = this.wording
    if (head.upos === 'PRON' || head.upos === 'DET') return MANY.has(head.form.toLowerCase())
    if (head.xpos === 'NNS') return true
    if (head.upos === 'NUM') return !/^(?:one|1|a)$/i.test(head.form) // "36 were rescued"
    if (SHARES.test(head.lemma)) return sides.contentHead(head).xpos === 'NNS' // "98 percent of ballots"
    if (words.some((word) => word.head === head.index && isRelation(word, 'conj'))) return true
    return (
      head.xpos === 'NNPS' && sides.tree.child(head, 'det', 'nummod') !== undefined && !sides.mentionOf(head)?.entity
    )
  }

  private shown(word: Word, place: Place, of: Topic | undefined, from: Word): string | undefined {
    if (word.xpos === 'WP$') return this.whose(word)
    if (FIRST.test(word.form) && !this.isInName(word)) return this.speaking(word)
    if (place === 'first' ? word.xpos === 'PRP$' : /^PRP/.test(word.xpos)) {
      const id = this.pronoun(word)?.entity
      const name =
        id && !mayMean(word, id, of) && !this.isSaid(id, from.start, word.start)
          ? this.wording.names.get(id)
          : undefined
      if (name) return word.xpos === 'PRP$' ? possessive(name) : name
    }
    return place === 'later' && this.isSentenceCapital(word)
      ? word.form[0]!.toLowerCase() + word.form.slice(1)
      : undefined
  }

  /** "We [Dana Cole] will pay": a first person whom nobody names is the speaker, or the speaker and others. */
  private speaking(word: Word): string | undefined {
    const { names, attribution, layers, text } = this.wording
    const id = this.pronoun(word)?.entity
    const known = id ? names.get(id) : undefined
    if (known) return word.xpos === 'PRP$' ? possessive(known) : known
    const speaker = attribution[0]
    const said = layers.attributions.find((at) => at.id === speaker?.attribution)
    const words = said && text.slice(said.source.start, said.source.end)
    const name = (speaker?.entity && names.get(speaker.entity)) ?? (PRONOUN.test(words ?? '') ? undefined : words)
    return name ? `${word.form} [${word.xpos === 'PRP$' ? possessive(name) : name}]` : undefined
  }

  /** "a firm [whose] plants burned": the firm's. */
  private whose(word: Word): string | undefined {
    const { tree } = this.wording.sides
    const clause = tree.ancestors(word).find(({ deprel }) => deprel === 'acl:relcl')
    const head = clause && tree.head(clause)
    if (!head) return undefined
    const words = phraseOf(tree, head, { alone: true }).filter((at) => !tree.dominates(clause, at))
    return possessive(this.nameOf(head, words) ?? this.text(words, 'first'))
  }

  /** "Save [Our] Lake" */
  private isInName({ start, end }: Word): boolean {
    return this.wording.sides.layers.mentions.some(
      (mention) => mention.kind === 'name' && mention.start < start && end < mention.end,
    )
  }

  /** "strips Northline of [its] franchise": the phrase has the name already. */
  private isSaid(id: string, from: number, to: number): boolean {
    return this.wording.sides.layers.mentions.some(
      ({ entity, kind, start, end }) => entity === id && kind === 'name' && start >= from && end <= to,
    )
  }

  private pronoun(word: Word): Mention | undefined {
    return this.wording.sides.layers.mentions.find(({ start, end }) => start === word.start && end === word.end)
  }

  /** A capital that only the sentence's beginning gives. */
  private isSentenceCapital(word: Word): boolean {
    if (!CAPITAL.test(word.form) || word.upos === 'PROPN' || word.form === 'I') return false
    if (this.wording.sides.tree.words.slice(0, word.index - 1).some(({ upos }) => upos !== 'PUNCT')) return false
    const next = this.wording.sides.tree.word(word.index + 1)
    if (next && word.head === next.index && UPPER.test(next.form)) return false // "Prime Minister"
    return !this.wording.sides.layers.mentions.some(
      ({ kind, start, end }) => start === word.start && (kind === 'name' || (kind !== 'pronoun' && end === word.end)),
    )
  }
}

/** "under the name Belcor": the word is what is meant. */
const LABELS = new Set([
  'name',
  'title',
  'label',
  'brand',
  'nickname',
  'alias',
  'pseudonym',
  'slogan',
  'banner',
  'word',
  'term',
])
const FIRST = /^(?:I|we|us|our|ours|my|me)$/i
const PRONOUN = /^(?:he|she|they|it|one|who)$/i

const SHARES = /^(?:percent|%|half|third|quarter|fifth|most|majority|rest)$/i

/** Whether a pronoun may stay, since it means the topic or, where nobody knows who that is, may mean it. */
function mayMean({ form }: Word, id: string, of: Topic | undefined): boolean {
  if (!of) return false
  if (of.entity !== undefined) return of.entity === id
  if (/^the/i.test(form)) return of.many
  return !of.many && of.person === /^(?:he|she|his|hers?|him)$/i.test(form)
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
