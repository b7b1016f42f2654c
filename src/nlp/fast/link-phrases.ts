import type { Arcs } from './arcs.ts'
import type { FastLexicon } from './fast-lexicon.ts'
import type { Phrase, VerbPhrase } from './find-phrases.ts'
import type { Tagged } from './tag-words.ts'

/** A clause that is being read: its predicate, and what it still waits for. */
interface Clause {
  head: number
  readonly saying: boolean
  readonly passive: boolean
  /** Waits for the predicate after "be". */
  copula: boolean
  subject: boolean
  object: boolean
  /** The place of the last word that was read as part of it. */
  end: number
}

/** Joins phrases to one rough tree, left to right: subjects left of their verb, objects right of it, prepositional phrases on what is near. Returns the root. */
export function linkPhrases(
  words: readonly Tagged[],
  phrases: readonly Phrase[],
  arcs: Arcs,
  lexicon: FastLexicon,
  lemma: (word: number) => string,
): number {
  return new Linker(words, phrases, arcs, lexicon, lemma).run()
}

class Linker {
  private clause: Clause | undefined
  private root = -1
  private subject = -1 // a noun phrase that waits for its verb
  private noun: Phrase | undefined // the last noun phrase
  private marks: number[] = []
  private cases: number[] = []
  private and = -1
  private relative: { pronoun: number; noun: number } | undefined
  private waiting: { word: number; relation: string }[] = [] // before the first verb
  private before: Phrase | undefined // the phrase read last, commas left out
  private comma = false

  constructor(
    private readonly words: readonly Tagged[],
    private readonly phrases: readonly Phrase[],
    private readonly arcs: Arcs,
    private readonly lexicon: FastLexicon,
    private readonly lemma: (word: number) => string,
  ) {}

  run(): number {
    this.phrases.forEach((phrase, at) => {
      this.step(phrase, this.phrases[at + 1], this.phrases[at + 2])
      if (phrase.kind === 'punct') this.comma = true
      else {
        this.comma = false
        this.before = phrase
      }
    })
    if (this.root < 0)
      this.root =
        this.subject >= 0
          ? this.subject
          : (
              this.phrases.find(({ kind }) => kind === 'noun') ??
              this.phrases.find(({ kind }) => kind !== 'punct') ??
              this.phrases[0]!
            ).head
    this.settle(this.root)
    for (const word of [...this.cases, ...this.marks])
      if (!this.arcs.has(word)) this.arcs.set(word, this.root, 'advmod')
    return this.root
  }

  private step(phrase: Phrase, next: Phrase | undefined, later: Phrase | undefined): void {
    const { head } = phrase
    switch (phrase.kind) {
      case 'noun':
        this.takeNoun(phrase, next, later)
        break
      case 'verb':
        this.takeVerb(phrase as VerbPhrase, next)
        break
      case 'adjective':
        this.takeAdjective(phrase)
        break
      case 'preposition':
        this.cases.push(head)
        break
      case 'particle':
        if (this.before?.kind === 'verb' && next?.kind !== 'noun') this.arcs.set(head, this.before.head, 'compound:prt')
        else if (this.before?.kind === 'verb' && this.clause && !this.clause.object)
          this.arcs.set(head, this.before.head, 'compound:prt')
        else this.cases.push(head)
        break
      case 'mark':
        this.marks.push(head)
        break
      case 'and':
        this.and = head
        break
      case 'relative':
        if (this.noun && this.before === this.noun && this.words[head]!.xpos !== 'WRB')
          this.relative = { pronoun: head, noun: this.noun.head }
        else this.marks.push(head)
        break
      case 'adverb':
        if (next?.kind === 'verb' || next?.kind === 'adjective' || next?.kind === 'noun')
          this.arcs.set(head, next.head, 'advmod')
        else if (this.clause) this.arcs.set(head, this.clause.head, 'advmod')
        else this.waiting.push({ word: head, relation: 'advmod' })
        break
    }
  }

  private takeNoun(phrase: Phrase, next: Phrase | undefined, later: Phrase | undefined): void {
    const { head } = phrase
    const clause = this.clause
    const previous = this.before?.kind === 'noun' ? this.before : undefined
    if (this.cases.length) this.afterPreposition(head, previous)
    else if (this.joins(phrase, next)) {
      this.arcs.set(head, this.noun!.head, 'conj')
      this.arcs.set(this.and, head, 'cc')
      this.and = -1
    } else if (
      this.comma &&
      previous &&
      this.inList(next, later) &&
      this.words[head]!.upos === this.words[previous.head]!.upos
    ) {
      const first = this.arcs.relations[previous.head] === 'conj' ? this.arcs.head(previous.head)! : previous.head
      this.arcs.set(head, first, 'conj')
      return // the list goes on from its first member
    } else if (
      this.comma &&
      previous &&
      (next?.kind === 'punct' || next === undefined) &&
      !this.lexicon.timeNouns.has(this.words[head]!.lower)
    ) {
      this.arcs.set(head, previous.head, 'appos')
      return
    } else if (
      this.lexicon.timeNouns.has(this.words[head]!.lower) &&
      !(next?.kind === 'verb' && this.subject < 0 && !clause)
    )
      this.put(head, 'obl:unmarked')
    else if (clause && this.before?.kind === 'verb' && clause.copula) this.becomePredicate(head)
    else if (clause?.saying && !clause.subject && !clause.passive && this.before?.kind === 'verb') {
      this.arcs.set(head, clause.head, 'nsubj')
      clause.subject = true
    } else if (
      clause &&
      !clause.object &&
      !clause.passive &&
      !this.comma &&
      this.marks.length === 0 &&
      !this.relative &&
      this.isObject(next)
    ) {
      this.arcs.set(head, clause.head, 'obj')
      clause.object = true
    } else this.subject = head
    this.noun = phrase
  }

  /** An object follows its verb; one that a finite verb follows, after a verb of saying, is the subject of what is said. */
  private isObject(next: Phrase | undefined): boolean {
    if (this.and >= 0) return false
    return !(next?.kind === 'verb' && (next as VerbPhrase).finite && this.clause?.saying)
  }

  private joins(phrase: Phrase, next: Phrase | undefined): boolean {
    if (this.and < 0 || !this.noun || this.before?.kind !== 'and') return false
    const finite = next?.kind === 'verb' && (next as VerbPhrase).finite
    if (finite && this.clause && !(this.subject === this.noun.head)) return false
    return this.words[phrase.head]!.upos === this.words[this.noun.head]!.upos || !finite
  }

  /** A comma or "and" after this noun, and a noun after that. */
  private inList(next: Phrase | undefined, later: Phrase | undefined): boolean {
    if (next?.kind === 'and') return later?.kind === 'noun'
    return (
      next?.kind === 'punct' &&
      this.words[next.head]!.lower === ',' &&
      (later?.kind === 'and' ||
        (later?.kind === 'noun' &&
          this.phrases
            .slice(this.phrases.indexOf(later), this.phrases.indexOf(later) + 6)
            .some(({ kind }) => kind === 'and')))
    )
  }

  private afterPreposition(head: number, previous: Phrase | undefined): void {
    const first = this.cases[0]!
    for (const word of this.cases) this.arcs.set(word, head, 'case')
    const preposition = this.words[this.cases.at(-1)!]!.lower
    this.cases = []
    const nounBefore = previousNoun(this.phrases, first)
    if (nounBefore && (this.lexicon.nounPrepositions.has(preposition) || !this.clause))
      this.arcs.set(head, nounBefore.head, 'nmod')
    else if (this.clause?.copula && this.before?.kind === 'preposition') this.becomePredicate(head)
    else this.put(head, this.clause?.passive && preposition === 'by' ? 'obl:agent' : 'obl')
    void previous
  }

  private takeAdjective(phrase: Phrase): void {
    if (this.clause?.copula) this.becomePredicate(phrase.head)
    else if (this.clause && this.before?.kind === 'verb') this.arcs.set(phrase.head, this.clause.head, 'xcomp')
    else if (this.noun && this.before === this.noun) this.arcs.set(phrase.head, this.noun.head, 'amod')
    else this.put(phrase.head, 'advmod')
  }

  /** Hangs a word on the clause, or keeps it for the first verb. */
  private put(word: number, relation: string): void {
    if (this.clause) this.arcs.set(word, this.clause.head, relation)
    else this.waiting.push({ word, relation })
  }

  /** "is a museum": the noun takes over from "is". */
  private becomePredicate(head: number): void {
    const clause = this.clause!
    const verb = clause.head
    this.arcs.move(verb, head, () => false)
    if (this.arcs.has(verb)) this.arcs.set(head, this.arcs.head(verb)!, this.arcs.relations[verb]!)
    if (this.root === verb) this.root = head
    this.arcs.set(verb, head, 'cop')
    clause.head = head
    clause.copula = false
    clause.object = true
  }

  private takeVerb(verb: VerbPhrase, next: Phrase | undefined): void {
    const { head } = verb
    const earlier = this.clause
    const clause: Clause = {
      head,
      saying: this.lexicon.saying.has(this.lemma(head)),
      passive: verb.passive,
      copula: verb.copula,
      subject: false,
      object: false,
      end: verb.last,
    }
    if (this.isReduced(verb, next)) this.arcs.set(head, this.before!.head, 'acl')
    else if (verb.infinitive || !verb.finite) this.attachOpen(verb, earlier)
    else this.attachFinite(verb, clause, earlier)
    for (const { word, relation } of this.waiting.splice(0)) if (word !== head) this.arcs.set(word, head, relation)
    if (this.and >= 0 && !this.arcs.has(this.and)) this.arcs.set(this.and, head, 'cc')
    this.and = -1
    this.clause = clause
  }

  /** "The event, attended by officials, began": a past form behind the noun and a comma, with a preposition after it. */
  private isReduced(verb: VerbPhrase, next: Phrase | undefined): boolean {
    const past = verb.first === verb.last && /^VB[DN]$/.test(this.words[verb.head]!.xpos)
    return (
      past &&
      this.comma &&
      this.before?.kind === 'noun' &&
      this.subject === this.before.head &&
      next?.kind === 'preposition'
    )
  }

  /** "to leave", "leaving", "left by …": on the verb or the noun before. */
  private attachOpen(verb: VerbPhrase, earlier: Clause | undefined): void {
    const { head } = verb
    const afterNoun = this.before?.kind === 'noun' && !this.comma ? this.before : undefined
    for (const word of this.cases.splice(0)) this.arcs.set(word, head, 'mark')
    for (const word of this.marks.splice(0)) this.arcs.set(word, head, 'mark')
    if (this.and >= 0 && earlier) this.arcs.set(head, earlier.head, 'conj')
    else if (this.before?.kind === 'verb' && earlier && !this.comma) this.arcs.set(head, earlier.head, 'xcomp')
    else if (afterNoun && (!verb.infinitive || !earlier || this.arcs.relations[afterNoun.head] !== 'obj'))
      this.arcs.set(head, afterNoun.head, 'acl')
    else if (earlier) this.arcs.set(head, earlier.head, 'advcl')
    else this.waiting.push({ word: head, relation: 'advcl' })
    if (this.root < 0 && !this.arcs.has(head) && !this.waiting.some(({ word }) => word === head)) this.root = head
  }

  private attachFinite(verb: VerbPhrase, clause: Clause, earlier: Clause | undefined): void {
    const { head } = verb
    const subjectRelation = verb.passive ? 'nsubj:pass' : 'nsubj'
    if (this.relative) {
      const { pronoun, noun } = this.relative
      const own = this.subject >= 0 && this.subject > pronoun
      this.arcs.set(pronoun, head, own ? 'obj' : subjectRelation)
      if (own) this.arcs.set(this.subject, head, subjectRelation)
      if (own) this.subject = -1
      this.arcs.set(head, noun, 'acl:relcl')
      clause.subject = true
      this.relative = undefined
      // the noun it describes may still wait for its own verb
      return
    }
    const hasSubject = this.subject >= 0
    if (hasSubject) this.arcs.set(this.subject, head, subjectRelation)
    clause.subject = hasSubject
    const marked = this.marks.length > 0
    const that = this.marks.some((word) => /^(that|whether|if)$/.test(this.words[word]!.lower))
    for (const word of this.marks.splice(0))
      this.arcs.set(word, head, this.words[word]!.upos === 'SCONJ' ? 'mark' : 'advmod')
    for (const word of this.cases.splice(0)) this.arcs.set(word, head, 'mark')
    this.subject = -1
    if (!earlier || this.root < 0) {
      if (marked && !that) this.waiting.push({ word: head, relation: 'advcl' })
      else this.setRoot(head)
    } else if (marked)
      this.arcs.set(head, earlier.head, that && (earlier.saying || !earlier.object) ? 'ccomp' : 'advcl')
    else if (this.and >= 0) this.arcs.set(head, hasSubject ? this.root : earlier.head, 'conj')
    else if (earlier.saying && !earlier.object) this.arcs.set(head, earlier.head, 'ccomp')
    else if (clause.saying && !this.arcs.has(this.root)) {
      this.arcs.set(this.root, head, 'ccomp')
      this.root = head
    } else this.arcs.set(head, this.root, 'parataxis')
  }

  private setRoot(head: number): void {
    this.root = head
    this.settle(head)
  }

  private settle(head: number): void {
    for (const { word, relation } of this.waiting.splice(0))
      if (word !== head && !this.arcs.has(word)) this.arcs.set(word, head, relation)
  }
}

/** The noun phrase right before a place. */
function previousNoun(phrases: readonly Phrase[], place: number): Phrase | undefined {
  let low = 0
  let high = phrases.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (phrases[middle]!.last < place) low = middle + 1
    else high = middle
  }
  const found = phrases[low - 1]
  return found?.kind === 'noun' ? found : undefined
}
