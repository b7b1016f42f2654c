import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import type { Clause, Oblique, SubjectSource } from './clause.ts'
import { misplacedObject, ownObject, secondObject, strayedObject, strays, swallowed } from './objects.ts'
import { nameBefore, wholeName } from './phrase.ts'
import { behindHyphen, isGerund, isInfinitive, isParticiple, isPredicate } from './predicates.ts'
import { isStranded, measuresMark, prepositionOf } from './prepositions.ts'
import {
  absolute,
  addressed,
  agreeing,
  agrees,
  described,
  isFirstOrMost,
  isNearer,
  isOneOfThem,
  isRelativePronoun,
  isTopic,
  nearest,
  personOf,
  wholeSubject,
} from './subjects.ts'
import { NEGATIONS, verbGroup } from './verb-group.ts'
import { agentOf, isPassive, sharedAgent, told } from './voice.ts'

const INSTEAD = new Set(['instead', 'without', 'rather', 'than', 'against'])
const GERUND_MARKS = new Set(['to', 'against', 'into', 'in', 'of', 'for', 'from', 'about', 'with', 'over', 'on', 'at'])
/** With an object, these leave the infinitive's subject to their own subject ("promised her to come"). */
const SUBJECT_CONTROL = new Set([
  'promise',
  'threaten',
  'vow',
  'pledge',
  'swear',
  'use',
  'have',
  'take',
  'need',
  'spend',
  'cost',
])

/** Every clause of a sentence that has a predicate, in the order of the predicates, each with its arguments as far as they can be found. */
export function findClauses(tree: Tree): Clause[] {
  const reader = new ClauseReader(tree)
  return tree.words.filter((word) => isPredicate(tree, word)).map((word) => reader.read(word))
}

class ClauseReader {
  private readonly subjects = new Map<Word, { word: Word | undefined; source: SubjectSource }>()

  constructor(private readonly tree: Tree) {}

  read(predicate: Word): Clause {
    const { tree } = this
    const copula = predicate.upos === 'VERB' ? undefined : tree.child(predicate, 'cop') // "are forecast to drop"
    const existential = tree
      .children(predicate)
      .some((word) => word.deprel === 'expl' && word.lemma.toLowerCase() === 'there')
    const passive = isPassive(tree, predicate)
    const gap = this.gap(predicate)
    const { word: subject, source } = this.subjectOf(predicate)
    const agent = passive ? (agentOf(tree, predicate) ?? sharedAgent(tree, predicate)) : undefined
    const obliques = this.obliques(predicate, gap, agent)
    const infinitive = tree.child(predicate, 'xcomp')
    const complement = copula
      ? predicate
      : infinitive && !isPredicate(tree, infinitive)
        ? infinitive
        : secondObject(tree, predicate)
    const content =
      tree.child(predicate, 'ccomp') ?? (infinitive && isPredicate(tree, infinitive) ? infinitive : undefined)
    const object = copula
      ? undefined
      : (this.resolve(ownObject(tree, predicate)) ??
        (gap?.role === 'object' ? gap.word : (misplacedObject(tree, predicate) ?? this.sharedObject(predicate))))
    const named = object ?? (complement?.upos === 'NOUN' && !copula ? swallowed(tree, complement) : undefined)
    const above = tree.head(predicate)
    const isSecond =
      isRelation(predicate, 'conj') &&
      above !== undefined &&
      isRelation(above, 'xcomp') &&
      !tree.child(predicate, 'nsubj', 'mark')
    const isTold = /^VB[DPZ]$/.test(predicate.xpos) // "a group led by her [collected] 300 names"
    const isAsked =
      above !== undefined && isInfinitive(tree, predicate) && addressed(tree, above, predicate) !== undefined // "asked for it to be done"
    const governor =
      isTold || isAsked ? undefined : isRelation(predicate, 'xcomp') ? above : isSecond ? tree.head(above) : undefined
    return {
      kind: copula ? 'copula' : existential ? 'existential' : 'verb',
      predicate,
      group: verbGroup(tree, predicate),
      passive,
      subject,
      subjectSource: source,
      object: named,
      indirect: this.resolve(tree.child(predicate, 'iobj')) ?? swallowed(tree, object),
      complement,
      agent,
      obliques,
      content,
      adverbs: tree
        .childrenBy(predicate, 'advmod')
        .filter((word) => !NEGATIONS.has(word.lemma.toLowerCase()) && !isStranded(tree, word)),
      governor: governor && isPredicate(tree, governor) ? governor : undefined,
    }
  }

  /** "a system which he patented and [sold]", "to [sell] or merge banks": conjoined verbs with one object. */
  private sharedObject(predicate: Word): Word | undefined {
    const { tree } = this
    const second = tree.word(predicate.index + 2)
    if (
      second &&
      second.head === predicate.index &&
      isRelation(second, 'conj') &&
      second.xpos === predicate.xpos &&
      tree.child(second, 'cc')?.lemma === 'or'
    )
      return tree.child(second, 'obj')
    const first = tree.head(predicate)
    const strayed = strayedObject(tree, predicate)
    if (strayed) return strayed
    if (
      !isRelation(predicate, 'conj') ||
      first?.deprel !== 'acl:relcl' ||
      tree.child(predicate, 'nsubj', 'xcomp', 'ccomp')
    )
      return undefined
    const object = tree.child(first, 'obj')
    const meant = this.resolve(object)
    return meant !== object ? meant : undefined
  }

  /** The surface subject: of a passive, what the action is done to. */
  private subjectOf(predicate: Word): { word: Word | undefined; source: SubjectSource } {
    const known = this.subjects.get(predicate)
    if (known) return known
    this.subjects.set(predicate, { word: undefined, source: 'none' }) // a tree has no cycles, but a subject may point back here
    const found = this.findSubject(predicate)
    this.subjects.set(predicate, found)
    return found
  }

  private findSubject(predicate: Word): { word: Word | undefined; source: SubjectSource } {
    const { tree } = this
    const first =
      tree.children(predicate).find((word) => isRelation(word, 'nsubj') && word.deprel !== 'nsubj:outer') ??
      tree.child(predicate, 'nsubj')
    const own = first && wholeSubject(tree, predicate, first)
    const stray = strays(tree, predicate).find((word) => word.index < predicate.index)
    if (stray && (!own || isNearer(tree, stray, own, predicate))) return { word: stray, source: 'own' }
    if (own) {
      const resolved = this.resolve(behindHyphen(tree, own))
      return { word: resolved, source: isRelativePronoun(own) && resolved !== own ? 'relative' : 'own' }
    }
    const reduced = tree.childrenBy(predicate, 'parataxis').find((word) => told(tree, word) === predicate)
    if (reduced) return { word: this.subjectOf(reduced).word, source: 'own' }
    const head = tree.head(predicate)
    if (!head) return { word: undefined, source: 'none' }
    if (isRelation(predicate, 'conj') && isPredicate(tree, head)) {
      if (tree.child(predicate, 'expl')) return { word: undefined, source: 'none' }
      const { word } = this.subjectOf(head)
      return { word: word && agrees(tree, word, predicate) ? word : undefined, source: 'shared' }
    }
    if (isRelation(predicate, 'parataxis') && isTopic(tree, head, predicate)) return { word: head, source: 'own' }
    const asked = isInfinitive(tree, predicate) ? addressed(tree, head, predicate) : undefined
    if (asked) return { word: this.resolve(asked), source: 'control' }
    if (isRelation(predicate, 'xcomp') || (isRelation(predicate, 'ccomp') && isGerund(predicate)))
      return { word: this.controller(head, predicate), source: 'control' }
    if (predicate.deprel === 'acl:relcl') return { word: undefined, source: 'none' }
    if (isRelation(predicate, 'acl')) return this.participleSubject(predicate, head)
    if (
      isRelation(predicate, 'advcl') &&
      isPredicate(tree, head) &&
      (isGerund(predicate) || isParticiple(predicate) || isInfinitive(tree, predicate))
    ) {
      const marks = tree.childrenBy(predicate, 'mark').map((mark) => mark.lemma.toLowerCase())
      if (marks.some((mark) => INSTEAD.has(mark))) return { word: undefined, source: 'none' } // "instead of selling", "voted against selling": nobody did
      if (predicate.lemma === 'result') return { word: undefined, source: 'none' } // what resulted is the whole clause
      const its = absolute(tree, predicate, head)
      if (its) return { word: its, source: 'own' }
      const object = tree.child(head, 'obj') ?? tree.child(head, 'nsubj:pass')
      const isTheirs =
        isGerund(predicate) &&
        tree.childrenBy(predicate, 'mark').some((mark) => GERUND_MARKS.has(mark.form.toLowerCase()))
      const isHired = isInfinitive(tree, predicate) && clauseWords().engaging.has(head.lemma.toLowerCase())
      if (object && (isTheirs || isHired)) return { word: this.resolve(object), source: 'control' } // "kept them from leaving", "hired her to run it"
      return { word: this.subjectOf(head).word, source: 'adverbial' }
    }
    return { word: undefined, source: 'none' }
  }

  /** "wanted to go": the subject of "wanted"; "ordered troops to go": the troops. */
  private controller(head: Word, predicate: Word): Word | undefined {
    const { tree } = this
    const object = tree.child(head, 'obj') ?? tree.child(head, 'iobj')
    const isDone = object && predicate.xpos === 'VBN' && object.index < predicate.index // "had our seed [certified]"
    if (object && !tree.child(head, 'cop') && (isDone || !SUBJECT_CONTROL.has(head.lemma))) return this.resolve(object)
    return isPredicate(tree, head) ? this.subjectOf(head).word : undefined
  }

  /** "the museum opened in May": the museum; "its plan to open": the owner of the plan. */
  private participleSubject(predicate: Word, noun: Word): { word: Word | undefined; source: SubjectSource } {
    const { tree } = this
    if (noun.upos === 'VERB' && isRelation(noun, 'acl') && isParticiple(predicate)) return this.subjectOf(noun) // "a case thought the first [brought] by a state"
    if (!isInfinitive(tree, predicate)) {
      return tree.child(predicate, 'mark')
        ? { word: undefined, source: 'none' }
        : { word: this.whoIs(described(tree, predicate, noun)), source: 'participle' }
    }
    if (tree.childrenBy(noun, 'amod').some(isFirstOrMost) || isOneOfThem(tree, noun))
      return { word: this.whoIs(noun), source: 'participle' }
    const owner = tree.child(noun, 'nmod:poss')
    if (owner) return { word: owner, source: 'control' }
    const above = tree.head(noun)
    if (above && isRelation(noun, 'obj') && isPredicate(tree, above))
      return { word: this.subjectOf(above).word, source: 'control' }
    return { word: undefined, source: 'none' }
  }

  /** A relative pronoun's antecedent, else the word itself. */
  private resolve(word: Word | undefined): Word | undefined {
    if (!word || !isRelativePronoun(word) || /^what/i.test(word.form)) return word // "what people say" stands for itself
    for (let at: Word | undefined = word; at; at = this.tree.head(at)) {
      if (isRelation(at, 'acl') || at.deprel.endsWith(':relcl')) {
        const antecedent = this.tree.head(at)
        if (!antecedent || antecedent.index > word.index || /^(?:VERB|AUX)$/.test(antecedent.upos)) return word
        const meant = word.form.toLowerCase() === 'who' ? personOf(this.tree, antecedent) : antecedent
        if (word.head !== at.index || !isRelation(word, 'nsubj')) return meant
        return this.whoIs(nearest(this.tree, agreeing(this.tree, meant, at), at))
      }
      const isDrawnOut = isRelation(at, 'ccomp') && word.index < at.head // "a letter that he said she [sent]"
      if (isRelation(at, 'ccomp', 'root', 'parataxis') && !isDrawnOut) return word
    }
    return word
  }

  /** "Roe is a [farmer who] grows beans", "Roe, a [farmer who] grows beans": what a farmer is said to do, Roe does. */
  private whoIs(noun: Word): Word {
    const { tree } = this
    if (noun.upos !== 'NOUN' && noun.lemma !== 'one' && !/^an?$/i.test(tree.child(noun, 'det')?.form ?? '')) return noun
    const above = tree.head(noun)
    if (above && noun.deprel === 'appos') {
      const name =
        nameBefore(tree, above, noun) ?? (above.upos === 'PROPN' ? wholeName(tree, above) : this.whoIs(above))
      return name.upos === 'PROPN' && !tree.child(name, 'conj') ? name : noun
    }
    if (above && isRelation(noun, 'xcomp') && above.lemma === 'become' && /^VB[DPZ]$/.test(above.xpos)) {
      const { word } = this.subjectOf(above)
      return word ?? noun
    }
    const isNamed = above?.upos === 'PROPN' && noun.deprel === 'nsubj' && tree.child(above, 'cop')
    if (isNamed && !prepositionOf(tree, above).preposition) return above // "the first [minister] to resign was Ana Ruiz"
    const copula = tree.child(noun, 'cop')
    if (!copula && above && isRelation(noun, 'conj') && tree.child(above, 'cop') && noun.upos === above.upos) {
      const first = this.whoIs(above)
      return first === above ? noun : first
    }
    if (!copula || !/^VB[DPZ]$/.test(copula.xpos) || tree.child(noun, 'aux')) return noun
    if (prepositionOf(tree, noun).preposition) return noun // "Peru is halfway through a [modernisation] costing millions"
    if (verbGroup(tree, noun).some((word) => NEGATIONS.has(word.lemma.toLowerCase()))) return noun
    const { word } = this.subjectOf(noun)
    return word && /^(?:NOUN|PROPN)$/.test(word.upos) ? word : noun
  }

  /** What a relative clause without a pronoun leaves open: "the town [they took]", "the firm [he works for]". */
  private gap(predicate: Word): { role: 'object' | 'oblique'; word: Word; marker?: Word } | undefined {
    const { tree } = this
    if (predicate.deprel !== 'acl:relcl') return undefined
    const noun = tree.head(predicate)
    if (!noun) return undefined
    const below = tree.subtree(predicate, (child) => child.deprel === 'acl:relcl' || child.index < noun.index)
    if (!below.some(isRelativePronoun) && tree.word(below[0]!.index - 1)?.form === ',') return undefined // "the price, they said, rose"
    const where = below.find((word) => word.lemma.toLowerCase() === 'where' && isRelation(word, 'advmod'))
    if (where) return where.head === predicate.index ? { role: 'oblique', word: noun, marker: where } : undefined
    if (below.some(isRelativePronoun)) return undefined
    const stranded = tree
      .children(predicate)
      .find((word) => word.upos === 'ADP' && isRelation(word, 'obl', 'case', 'advmod') && word.index > predicate.index)
    if (stranded) return { role: 'oblique', word: noun, marker: stranded }
    const hasSubject = tree.child(predicate, 'nsubj')
    const isReported = tree.child(predicate, 'aux:pass') && tree.child(predicate, 'xcomp') // "a job she is [reported] to have declined"
    return hasSubject && !tree.child(predicate, 'obj', 'cop') && !isReported
      ? { role: 'object', word: noun }
      : undefined
  }

  private obliques(predicate: Word, gap: ReturnType<ClauseReader['gap']>, agent: Word | undefined): Oblique[] {
    const { tree } = this
    const relations = tree.child(predicate, 'cop') ? ['obl'] : ['obl', 'nmod']
    const particle = tree.childrenBy(predicate, 'advmod').find((word) => word.index === predicate.index + 1) // "walked away [from it]", hung on "away"
    const found = [
      ...tree.childrenBy(predicate, ...relations),
      ...(particle && /^(?:away|back|out|down|off|in|up|home)$/i.test(particle.form)
        ? tree.childrenBy(particle, 'obl')
        : []),
    ]
      .filter((word) => word.deprel !== 'nmod:poss' && word !== agent && word.deprel !== 'nmod:desc')
      .filter((word) => !isStranded(tree, word) && !measuresMark(tree, word, predicate))
      .flatMap((word): Oblique[] => {
        const head = this.resolve(word)!
        const { preposition, marker } = prepositionOf(tree, word)
        return [{ preposition, marker, head }]
      })
    for (const word of tree.childrenBy(predicate, 'advcl', 'acl')) {
      const marker = tree
        .childrenBy(word, 'mark')
        .filter((mark) => GERUND_MARKS.has(mark.form.toLowerCase()) && mark.index < word.index)
      if (isGerund(word) && marker.length === 1)
        found.push({ preposition: marker[0]!.form.toLowerCase(), marker, head: word }) // "accused of lying"
    }
    for (const word of strays(tree, predicate)) {
      const { preposition, marker } = prepositionOf(tree, word)
      if (preposition && word.index > predicate.index) found.push({ preposition, marker, head: word })
    }
    if (gap?.role === 'oblique') {
      const isWhere = gap.marker?.lemma.toLowerCase() === 'where'
      found.push({
        preposition: isWhere ? 'in' : (gap.marker?.lemma.toLowerCase() ?? ''),
        marker: isWhere || !gap.marker ? [] : [gap.marker],
        head: gap.word,
      })
    }
    return found
  }
}
