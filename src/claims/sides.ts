import type { Argument } from '../model/claim.ts'
import type { Word } from '../model/document.ts'
import { EntityType, isUnnamed, type Mention } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import { isRelation, spanOfWords } from '../nlp/tree.ts'
import { phraseOf } from './clauses/phrase.ts'
import { BODIES, SideTypes } from './side-types.ts'
import { compound, isLaurel } from './word-forms.ts'

const TYPES: ReadonlySet<string> = new Set(EntityType.options)

/** Reads phrases of one sentence as sides of claims: who or what they mean, of what type, how many. */
export class Sides extends SideTypes {
  private readonly lemmas = new Map<Word, readonly string[]>()

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

  /** "Kenyan officers" act for Kenya, "a Kenyan officer" for himself. */
  private isOnePerson(head: Word): boolean {
    const types = this.lexicon.typesOf(head.lemma.toLowerCase())
    return head.xpos === 'NN' && types.length > 0 && types.every((type) => type === 'PERSON')
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
