import type { Word } from '../../model/document.ts'
import { isOneOf, isRelation, type Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import type { Clause, Oblique, SubjectSource } from './clause.ts'
import { nameBefore, wholeName } from './phrase.ts'

const CLAUSAL = [
  'root',
  'conj',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'parataxis',
  'csubj',
  'list',
  'appos',
  'dislocated',
  'dep',
  'obl',
  'nmod',
  'nsubj',
  'obj',
]
const UNCLAUSAL = [
  'amod',
  'compound',
  'case',
  'mark',
  'fixed',
  'flat',
  'aux',
  'cop',
  'advmod',
  'cc',
  'punct',
  'det',
  'discourse',
]
/** Of a clause whose predicate is an auxiliary, or a noun with a subject of its own. */
const FINITE = ['root', 'conj', 'ccomp', 'advcl', 'acl', 'parataxis']
const NONVERBAL = [...FINITE, 'xcomp']
const INSTEAD = new Set(['instead', 'without', 'rather', 'than', 'against'])
const GERUND_MARKS = new Set(['to', 'against', 'into', 'in', 'of', 'for', 'from', 'about', 'with', 'over', 'on', 'at'])
const NEGATIONS = new Set([
  'little',
  'barely',
  'scarcely',
  'rarely',
  'seldom',
  'almost',
  'nearly',
  'not',
  "n't",
  'n’t',
  'never',
  'no longer',
  'hardly',
  'nt',
])
const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose', 'where', 'when', 'whoever', 'what'])
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

/** A word that heads a clause: a verb used as one, or whatever has a copula or a subject of its own. */
export function isPredicate(tree: Tree, word: Word): boolean {
  if (isOneOf(word, UNCLAUSAL)) return false
  if (tree.child(word, 'cop')) return true
  if (isRelation(word, 'nsubj') && /^VB[DPZ]?$/.test(word.xpos)) return false // "the [melt] has doubled": a noun, whatever its tag
  if (word.upos === 'VERB') return isOneOf(word, CLAUSAL) && !isHyphened(tree, word)
  if (word.upos === 'AUX') return isOneOf(word, FINITE)
  return Boolean(tree.children(word).some((child) => child.deprel === 'nsubj') && isOneOf(word, NONVERBAL))
}

/** "the Malta-[flagged] Orion", read as "Malta, flagged Orion". */
function isHyphened(tree: Tree, word: Word): boolean {
  const hyphen = tree.word(word.index - 1)
  return (
    isRelation(word, 'acl') &&
    hyphen?.form === '-' &&
    hyphen.end === word.start &&
    tree.word(word.index - 2)?.end === hyphen.start
  )
}

/** … and of that Orion. */
function behindHyphen(tree: Tree, noun: Word): Word {
  const participle = tree.childrenBy(noun, 'acl').find((word) => isHyphened(tree, word))
  return (participle && tree.child(participle, 'obj')) ?? noun
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
    const governor = isTold
      ? undefined
      : isRelation(predicate, 'xcomp')
        ? above
        : isSecond
          ? tree.head(above)
          : undefined
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
      return { word: this.controller(head), source: 'control' }
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
  private controller(head: Word): Word | undefined {
    const { tree } = this
    const object = tree.child(head, 'obj') ?? tree.child(head, 'iobj')
    if (object && !tree.child(head, 'cop') && !SUBJECT_CONTROL.has(head.lemma)) return this.resolve(object)
    return isPredicate(tree, head) ? this.subjectOf(head).word : undefined
  }

  /** "the museum opened in May": the museum; "its plan to open": the owner of the plan. */
  private participleSubject(predicate: Word, noun: Word): { word: Word | undefined; source: SubjectSource } {
    const { tree } = this
    if (!isInfinitive(tree, predicate)) {
      return tree.child(predicate, 'mark')
        ? { word: undefined, source: 'none' }
        : { word: this.whoIs(described(tree, predicate, noun)), source: 'participle' }
    }
    if (tree.childrenBy(noun, 'amod').some(isFirstOrMost)) return { word: this.whoIs(noun), source: 'participle' }
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
    if (noun.upos !== 'NOUN' && !/^an?$/i.test(tree.child(noun, 'det')?.form ?? '')) return noun
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
    const copula = tree.child(noun, 'cop')
    if (!copula && above && isRelation(noun, 'conj') && tree.child(above, 'cop') && noun.upos === above.upos) {
      const first = this.whoIs(above)
      return first === above ? noun : first
    }
    if (!copula || !/^VB[DPZ]$/.test(copula.xpos) || tree.child(noun, 'aux')) return noun
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
    return hasSubject && !tree.child(predicate, 'obj', 'cop') ? { role: 'object', word: noun } : undefined
  }

  private obliques(predicate: Word, gap: ReturnType<ClauseReader['gap']>, agent: Word | undefined): Oblique[] {
    const { tree } = this
    const relations = tree.child(predicate, 'cop') ? ['obl'] : ['obl', 'nmod']
    const found = tree
      .childrenBy(predicate, ...relations)
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

/** "the bonds, which fell on Monday, [rose] again": the parser took the subject for a sentence and its verb for another. */
const isTopic = (tree: Tree, noun: Word, verb: Word): boolean =>
  /^(?:NOUN|PROPN)$/.test(noun.upos) &&
  noun.head === 0 &&
  noun.index < verb.index &&
  /^VB[DPZ]$/.test(verb.xpos) &&
  tree.child(noun, 'acl:relcl', 'appos', 'acl') !== undefined &&
  agrees(tree, noun, verb)

/** "leaving the valley, Arlen County, [Mill Creek] enters": the name right before the verb. */
const isNearer = (tree: Tree, stray: Word, own: Word, verb: Word): boolean =>
  stray.index > own.index &&
  tree.subtree(stray).at(-1)!.index === verb.index - 1 &&
  tree.word(tree.subtree(stray)[0]!.index - 1)?.form === ','

/** "it bought shares, the [deal] covering a tenth", "honoured by the [river] being named for him": hung on the verb above. */
function absolute(tree: Tree, participle: Word, head: Word): Word | undefined {
  const aux = tree.child(participle, 'aux')
  if (!isGerund(participle) && aux?.xpos !== 'VBG') return undefined
  const first = aux ?? participle
  return tree
    .childrenBy(head, 'nsubj', 'obl')
    .find((word) => word.index > head.index && word.index === first.index - 1 && !tree.child(word, 'case'))
}

/** "the promise of returns that [is] kept": the nearest noun that the verb agrees with. */
function agreeing(tree: Tree, noun: Word, verb: Word): Word {
  const above = isRelation(noun, 'nmod') ? tree.head(noun) : undefined
  return above?.upos === 'NOUN' && !agrees(tree, noun, verb) && agrees(tree, above, verb) ? above : noun
}

/** "Ann Roe, head of the [firm], which makes glue": what a person is, is no "which". */
function nearest(tree: Tree, noun: Word, clause: Word): Word {
  if (noun.deprel !== 'appos' || !tree.childrenBy(clause, 'nsubj').some(({ form }) => /^which$/i.test(form)))
    return noun
  const last = tree.childrenBy(noun, 'nmod').findLast((word) => word.index > noun.index && word.index < clause.index)
  return last ?? noun
}

/** Not "emails was sent", "she go": where the verb shows its number it is the subject's. One team may be many people ("the team were"). */
function agrees(tree: Tree, subject: Word, verb: Word): boolean {
  const first = [...tree.childrenBy(verb, 'aux', 'cop'), verb].find(({ xpos }) => /^VB[DPZ]$|^MD$/.test(xpos))
  if (!first || (first.xpos === 'VBD' && !/^(?:was|were)$/i.test(first.form))) return true
  const isOne = first.xpos === 'VBZ' || /^was$/i.test(first.form)
  if (isOne && /^I$/i.test(subject.form)) return true
  const isMany =
    subject.xpos === 'NNS' ||
    /^(?:they|we|you|these|those)$/i.test(subject.form) ||
    (subject.upos !== 'NUM' && tree.childrenBy(subject, 'conj').some((word) => tree.child(word, 'cc')?.lemma === 'and'))
  if (isOne) return !isMany
  return !/^(?:he|she|it)$/i.test(subject.form)
}

/** "was received and inspired [Ann]": what stands behind a second verb is not the first one's. */
function ownObject(tree: Tree, predicate: Word): Word | undefined {
  const object = tree.child(predicate, 'obj')
  return tree.childrenBy(predicate, 'conj').some((next) => strayedObject(tree, next) === object) ? undefined : object
}

function strayedObject(tree: Tree, second: Word): Word | undefined {
  const first = tree.head(second)
  if (!first || !isRelation(second, 'conj') || second.upos !== 'VERB' || !tree.child(first, 'aux:pass'))
    return undefined
  const object = tree.child(first, 'obj')
  return object && second.index > first.index && object.index > second.index ? object : undefined
}

/** "a magnitude 6.3 | earthquake struck": two subjects side by side are one, headed by the second. */
function wholeSubject(tree: Tree, predicate: Word, first: Word): Word {
  const second = tree
    .childrenBy(predicate, 'nsubj')
    .find((word) => word.index > first.index && word.index < predicate.index && word.upos === 'NOUN')
  if (!second || first.upos !== 'NOUN') return first
  const isBeside = tree.subtree(first).at(-1)!.index + 1 === tree.subtree(second)[0]!.index
  return isBeside ? second : first
}

/** "Professor Traoré of the [Institute], who led": an institute is no "who". */
function personOf(tree: Tree, antecedent: Word): Word {
  const above = isRelation(antecedent, 'nmod') ? tree.head(antecedent) : undefined
  return above?.upos === 'PROPN' && antecedent.upos === 'PROPN' && tree.child(antecedent, 'case') ? above : antecedent
}

/** "a trial in Kenya published in May": without a comma no participle tells which Kenya is meant, so it is the trial's. */
function described(tree: Tree, participle: Word, noun: Word): Word {
  if (noun.upos !== 'PROPN' || tree.child(noun, 'det')) return noun
  const first = tree.subtree(participle)[0]!
  if (tree.word(first.index - 1)?.upos === 'PUNCT') return noun
  for (let at: Word | undefined = noun; at && isRelation(at, 'nmod', 'conj'); at = tree.head(at)) {
    const above = tree.head(at)
    if (above?.upos === 'NOUN') return above
  }
  return noun
}

/** "called on [the bank] to close": who is to do it. */
const addressed = (tree: Tree, verb: Word, infinitive: Word): Word | undefined =>
  tree
    .childrenBy(verb, 'obl', 'obj')
    .find(
      (word) =>
        word.index < infinitive.index &&
        clauseWords().addressing.has(`${verb.lemma.toLowerCase()} ${prepositionOf(tree, word).preposition}`),
    )

/** "the first woman [to lead] the bank", "the youngest player [to score]": she led it. */
export const isFirstOrMost = ({ form, xpos }: Word): boolean =>
  xpos === 'JJS' || /^(?:first|second|third|last|next|only|latest)$/i.test(form)

/** "paid [for] by the city": a preposition alone after the verb is a part of it. */
const isStranded = (tree: Tree, word: Word): boolean =>
  word.upos === 'ADP' &&
  isRelation(word, 'obl', 'advmod') &&
  tree.children(word).length === 0 &&
  word.index === word.head + 1

/** "[five days] after it fell": how long after is no part of the fall. */
function measuresMark(tree: Tree, word: Word, predicate: Word): boolean {
  const next = tree.word(tree.subtree(word).at(-1)!.index + 1)
  if (!next || !isRelation(next, 'mark') || tree.child(word, 'case')) return false
  return next.head === predicate.index || /^(?:after|before)$/i.test(next.form)
}

/** "found Cole [guilty]": what the parser took for a second object is what the first is found to be. */
function secondObject(tree: Tree, predicate: Word): Word | undefined {
  const [first, second] = tree.childrenBy(predicate, 'obj')
  if (!first || !second || first.index < predicate.index || tree.child(second, 'det', 'case')) return undefined
  return first.upos === 'PROPN' && second.upos === 'PROPN' ? undefined : second // a name in two
}

/** Nouns that the parser hung on a verb as if it were part of a name: before the verb its subject, after it its object. */
const strays = (tree: Tree, predicate: Word): Word[] =>
  predicate.upos === 'VERB'
    ? tree
        .childrenBy(predicate, 'compound', 'flat', 'nmod:desc', 'nummod', 'appos')
        .filter((word) => word.deprel !== 'compound:prt' && (word.upos === 'PROPN' || word.upos === 'NOUN'))
        .filter((word) => word.deprel !== 'appos' || (word.index < predicate.index && /^VB[DZ]$/.test(predicate.xpos)))
    : []

/** A name that the parser drew into the phrase after it: "appointed [Luisa Paz] finance minister", "fined [Aqua Pura] two million euros". */
function swallowed(tree: Tree, noun: Word | undefined): Word | undefined {
  if (!noun || noun.upos === 'PROPN') return undefined
  const name = tree
    .childrenBy(noun, 'compound', 'nmod:desc')
    .find((word) => word.upos === 'PROPN' && word.index < noun.index)
  const number = tree.child(noun, 'nummod')
  return name && (isRelation(noun, 'xcomp') || (number && number.index > name.index)) ? name : undefined
}

/** A second subject behind the verb is its object; so is a name drawn to the verb as if it were a part of it. */
function misplacedObject(tree: Tree, predicate: Word): Word | undefined {
  if (predicate.upos !== 'VERB') return undefined
  const subjects = tree.children(predicate).filter((word) => word.deprel === 'nsubj')
  const second =
    subjects.length > 1 && subjects[0]!.index < predicate.index
      ? subjects.find((word) => word.index > predicate.index)
      : undefined
  return second ?? strays(tree, predicate).find((word) => word.index > predicate.index && !tree.child(word, 'case'))
}

/** "engineers [sent] there found …", read as "sent there, they found": no comma parts the two verbs, and only one has a subject. */
const isReduced = (tree: Tree, predicate: Word): boolean =>
  predicate.xpos === 'VBD' &&
  !clauseWords().intransitive.has(predicate.lemma) &&
  !tree.child(predicate, 'obj', 'aux', 'xcomp', 'ccomp') &&
  told(tree, predicate) !== undefined

/** The verb that the reduced one's noun is the subject of. */
function told(tree: Tree, reduced: Word): Word | undefined {
  const isLater = (word: Word | undefined): word is Word =>
    word?.xpos === 'VBD' && word.index > reduced.index && !tree.child(word, 'mark', 'nsubj', 'advmod', 'aux')
  const verb = isRelation(reduced, 'parataxis')
    ? tree.head(reduced)
    : tree.childrenBy(reduced, 'advcl').find((word) => isLater(word))
  if (!isLater(verb) || !tree.child(reduced, 'nsubj')) return undefined
  const between = tree.words.slice(reduced.index, verb.index - 1)
  return between.some(({ upos }) => upos === 'PUNCT' || upos === 'CCONJ') ? undefined : verb
}

/** "was arrested and [extradited]": the second participle, tagged as a past tense. */
function isTakenForPast(tree: Tree, predicate: Word): boolean {
  const head = tree.head(predicate)
  if (predicate.xpos !== 'VBD' || !head || !isRelation(predicate, 'conj') || !predicate.form.endsWith('ed'))
    return false
  if (clauseWords().intransitive.has(predicate.lemma) || tree.child(predicate, 'nsubj', 'aux', 'ccomp', 'xcomp'))
    return false
  const isThird = tree.childrenBy(head, 'conj').some(({ xpos, index }) => xpos === 'VBN' && index < predicate.index)
  if (tree.child(predicate, 'obj') && !isThird) return false
  return tree.child(head, 'aux:pass') !== undefined
}

/** The preposition before a phrase's head with the words fixed to it: "because of", "out of". */
export function prepositionOf(tree: Tree, word: Word): { preposition: string; marker: Word[] } {
  const marker = tree
    .childrenBy(word, 'case')
    .filter((child) => child.index < word.index && child.xpos !== 'POS')
    .flatMap((child) => [child, ...tree.childrenBy(child, 'fixed')])
    .sort((a, b) => a.index - b.index)
  return { preposition: marker.map((child) => child.form.toLowerCase()).join(' '), marker }
}

const isRelativePronoun = (word: Word) =>
  RELATIVE.has(word.form.toLowerCase()) &&
  (word.xpos === 'WDT' || word.xpos === 'WP' || word.xpos === 'WRB' || word.xpos === 'WP$' || word.upos === 'PRON')
const isGerund = (word: Word) => word.xpos === 'VBG'
const isParticiple = (word: Word) => word.xpos === 'VBN' || (word.xpos === 'VBD' && !word.form.endsWith('ing'))
const isInfinitive = (tree: Tree, word: Word) =>
  tree.childrenBy(word, 'mark').some((mark) => mark.lemma.toLowerCase() === 'to')

/** "was sent", "sent by", "troops sent there", and the second verb of "was arrested and charged". */
export function isPassive(tree: Tree, predicate: Word): boolean {
  if (predicate.upos !== 'VERB') return false
  const relations = tree.children(predicate)
  if (relations.some((word) => word.deprel === 'aux:pass')) return true
  if (relations.some((word) => word.deprel === 'nsubj:pass' || word.deprel === 'csubj:pass'))
    return !clauseWords().intransitive.has(predicate.lemma)
  if (isTakenForPast(tree, predicate) || isReduced(tree, predicate)) return true
  if (
    predicate.xpos === 'VBD' &&
    !tree.child(predicate, 'obj', 'aux') &&
    agentOf(tree, predicate)?.deprel === 'obl:agent'
  )
    return true // "a study [done] by Belcor found …"
  if (predicate.xpos !== 'VBN') return false
  if (isRelation(predicate, 'acl') && tree.child(predicate, 'obj') && !clauseWords().giving.has(predicate.lemma))
    return false // "a vaccine [cut] deaths by half"
  if (isRelation(predicate, 'acl') && tree.child(predicate, 'ccomp')) return false // "the agency [estimated that …]", taken for a participle
  if (relations.some((word) => isRelation(word, 'nsubj', 'aux'))) return false
  if (isRelation(predicate, 'acl', 'advcl') && predicate.deprel !== 'acl:relcl') return true
  const head = tree.head(predicate)
  if (isRelation(predicate, 'conj') && head) return !strayedObject(tree, predicate) && isPassive(tree, head)
  return isRelation(predicate, 'root', 'xcomp')
}

function agentOf(tree: Tree, predicate: Word): Word | undefined {
  const isBy = (word: Word) => prepositionOf(tree, word).preposition === 'by'
  return (
    tree
      .childrenBy(predicate, 'obl:agent')
      .find((word) => (isBy(word) || !tree.child(word, 'case')) && isDoer(tree, word)) ?? // "killed [beside their allies]" names no agent
    tree.childrenBy(predicate, 'obl').find((word) => isBy(word) && isDoer(tree, word))
  )
}

/** Not "by Thursday evening", "by a third", "by chance": when, how much and how. */
function isDoer(tree: Tree, word: Word): boolean {
  const lemma = word.lemma.toLowerCase()
  if (word.upos === 'NUM' || word.upos === 'SYM' || clauseWords().extents.has(lemma) || clauseWords().times.has(lemma))
    return false
  return (
    word.upos === 'PROPN' ||
    !clauseWords().manners.has(lemma) ||
    tree.child(word, 'det', 'amod', 'nmod:poss', 'conj') !== undefined
  )
}

/** "was caught and fined by the police": by whom is said once, behind the last one. */
function sharedAgent(tree: Tree, predicate: Word): Word | undefined {
  const last = tree
    .childrenBy(predicate, 'conj')
    .find((word) => word.xpos === 'VBN' && !tree.child(word, 'nsubj', 'aux:pass'))
  const isBare = !tree
    .children(predicate)
    .some(({ index, upos }) => last && index > predicate.index && index < last.index && upos !== 'PUNCT')
  return last && isBare ? agentOf(tree, last) : undefined
}

const BARE_FORMS = new Set(['VB', 'VBN', 'VBG'])

/** "was sold and renamed", "will extend and strengthen": the second verb shares the first one's auxiliaries. */
function lentAuxiliaries(tree: Tree, predicate: Word): Word[] {
  const first = tree.head(predicate)
  if (!first || strayedObject(tree, predicate)) return []
  if (first.xpos !== predicate.xpos && !(first.xpos === 'VBN' && predicate.xpos === 'VBD')) return []
  return tree
    .children(first)
    .filter(
      (word) =>
        word.index < first.index &&
        (isRelation(word, 'aux') || (isRelation(word, 'advmod') && NEGATIONS.has(word.lemma.toLowerCase()))),
    )
}

/** Auxiliaries, copula, negation, the verb and its particles; the verbs above a bare infinitive come first. */
function verbGroup(tree: Tree, predicate: Word): Word[] {
  const own = tree
    .children(predicate)
    .filter(
      (word) =>
        isRelation(word, 'aux', 'cop', 'compound:prt') ||
        isStranded(tree, word) ||
        (isRelation(word, 'advmod') && NEGATIONS.has(word.lemma.toLowerCase())),
    )
  const all =
    own.length > 0
      ? tree
          .childrenBy(predicate, 'advmod')
          .find(({ form, index }) => /^all$/i.test(form) && /^but$/i.test(tree.word(index + 1)?.form ?? ''))
      : undefined
  if (all) own.push(all, tree.word(all.index + 1)!) // "have [all but] gone"
  const next = tree.word(predicate.index + 1) // "was dealt [with] harshly"
  if (next?.deprel === 'case' && tree.head(next)?.upos === 'ADV' && next.head === next.index + 1) own.push(next)
  const copular = predicate.upos !== 'VERB' && own.some((word) => word.deprel === 'cop')
  const lent =
    own.length === 0 &&
    (BARE_FORMS.has(predicate.xpos) || isTakenForPast(tree, predicate)) &&
    isRelation(predicate, 'conj')
      ? lentAuxiliaries(tree, predicate)
      : []
  const first = own[0]?.index ?? predicate.index
  const to = tree
    .childrenBy(predicate, 'mark', 'case')
    .filter((word) => (word.upos === 'PART' || word.xpos === 'JJ') && word.index > first && word.xpos !== 'POS') // "is [to] be held", "is [due to] return"
    .flatMap((word) => [word, ...tree.childrenBy(word, 'fixed')])
  return [...lent, ...own, ...to, ...(copular ? [] : [predicate])].sort((a, b) => a.index - b.index)
}
