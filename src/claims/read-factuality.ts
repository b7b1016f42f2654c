import type { Factuality, Polarity } from '../model/claim.ts'
import type { Word } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { isFirstOrMost, isOneOfThem } from './clauses/subjects.ts'
import { localStance } from './local-stance.ts'
import { type Effect, type StanceIndex, type StanceWords, stanceIndex } from './stance-lexicon.ts'

export interface Stance {
  readonly polarity: Polarity
  readonly factuality: Factuality
  /** The words that deny, when they do. */
  readonly negation: Span | null
}

/**
 * How surely the clause headed by `predicate` is put, from its own words and from the clauses above it as far as they decide:
 * "failed to send" denies, "plans to send" plans, "did not fail to send" denies twice. Of two distances the greater one stays:
 * asserted < estimated < alleged < planned < demanded < conditional < asked. A verb of speech above changes nothing: the
 * attribution tells who says so. Relative clauses and clauses of time and reason stand on their own.
 */
export function readFactuality(
  tree: Tree,
  predicate: Word,
  kit: { readonly seeds: { readonly stance: StanceWords } },
): Stance {
  const lexicon = stanceIndex(kit.seeds.stance)
  let known = stances.get(tree)
  if (known?.lexicon !== lexicon) {
    known = { lexicon, of: new Map() }
    stances.set(tree, known)
  }
  let stance = known.of.get(predicate)
  if (!stance) {
    stance = readStance(tree, predicate, lexicon)
    known.of.set(predicate, stance)
  }
  return stance
}
/** Several rules ask for the same clause. */
const stances = new WeakMap<Tree, { readonly lexicon: StanceIndex; readonly of: Map<Word, Stance> }>()

function readStance(tree: Tree, predicate: Word, lexicon: StanceIndex): Stance {
  const reading = new Reading(lexicon)
  let at: Word | undefined = predicate
  let scope: Scope = 'whole'
  for (let steps = 0; at && scope !== 'none' && steps <= tree.words.length; steps++) {
    reading.add(localStance(tree, at, lexicon), scope)
    const above: Above = climb(tree, at, lexicon, at === predicate)
    if (above.effect && (scope === 'whole' || above.effect !== 'flip')) reading.apply(above.effect, above.cue ?? at) // "barred from coming after he [quarrelled]": he did
    if (above.denied) reading.apply('flip', above.denied)
    scope = narrower(scope, above.scope)
    if (at.head === 0 && isQuestion(tree)) reading.apply('asked', at)
    at = tree.head(at)
  }
  return reading.stance()
}

/** How much of what holds above a clause holds for it: all, how sure it is but not its denial, or nothing. */
type Scope = 'whole' | 'sureness' | 'none'
const narrower = (a: Scope, b: Scope): Scope => (a === 'none' || b === 'none' ? 'none' : a === 'sureness' ? a : b)

class Reading {
  private factuality: Factuality = 'asserted'
  private denials = 0
  private denial: Word | undefined

  constructor(private readonly lexicon: StanceIndex) {}

  apply(effect: Effect, cue: Word): void {
    if (effect === 'carry') return
    if (effect === 'flip') {
      this.denials++
      this.denial ??= cue
    } else if (this.lexicon.rank.get(effect)! > this.lexicon.rank.get(this.factuality)!) {
      this.factuality = effect
    }
  }

  add({ effects, negation }: ReturnType<typeof localStance>, scope: Scope): void {
    for (const effect of effects) this.apply(effect, negation!)
    if (negation && scope === 'whole') this.apply('flip', negation)
  }

  stance(): Stance {
    const denied = this.denials % 2 === 1
    const { factuality, denial } = this
    return {
      polarity: denied ? 'denied' : 'affirmed',
      factuality,
      negation: denied && denial ? { start: denial.start, end: denial.end } : null,
    }
  }
}

interface Above {
  readonly scope: Scope
  readonly effect?: Effect
  readonly cue?: Word
  /** What denies the noun that the clause belongs to: "no plan to". */
  readonly denied?: Word
}

const ALONE: Above = { scope: 'none' }

/** What the word above does to the clause of `at`, and whether what holds for it holds below. */
function climb(tree: Tree, at: Word, lexicon: StanceIndex, first: boolean): Above {
  const head = tree.head(at)
  if (!head) return ALONE
  if (isRelation(at, 'conj')) return { scope: sharesAbove(tree, at) ? 'whole' : 'none' }
  if (at.deprel.endsWith(':relcl')) return ALONE
  if (isRelation(at, 'acl')) return underNoun(tree, at, head, lexicon)
  if (isRelation(at, 'advcl') || (isRelation(at, 'obl') && at.upos === 'VERB'))
    return besideClause(tree, at, head, lexicon)
  if (isRelation(at, 'xcomp', 'ccomp', 'csubj')) return underPredicate(tree, at, head, lexicon)
  if (first && /^(?:NOUN|PROPN|PRON)$/.test(at.upos) && !tree.child(at, 'cop')) return asNoun(tree, at, head, lexicon)
  return ALONE
}

/** A conjoined clause stands under what its first one stands under; its own subject makes it a clause of its own. */
const sharesAbove = (tree: Tree, at: Word): boolean => tree.child(at, 'nsubj', 'expl') === undefined

/** "It is false to say that …", "a lie to claim that …": what is denied by it. */
function misstated(tree: Tree, verb: Word, { sets }: StanceIndex): Word | undefined {
  const isSaid = sets.stating.has(verb.lemma.toLowerCase()) && verb.xpos === 'VB' && !tree.child(verb, 'nsubj')
  const above = isSaid && isRelation(verb, 'csubj', 'xcomp', 'ccomp', 'acl', 'advcl') ? tree.head(verb) : undefined
  return above && sets.misstating.has(above.lemma.toLowerCase()) && !localNegation(tree, above) ? above : undefined
}

const localNegation = (tree: Tree, word: Word): boolean => tree.children(word).some(({ lemma }) => lemma === 'not')

function underPredicate(tree: Tree, at: Word, head: Word, lexicon: StanceIndex): Above {
  const marks = marksOf(tree, at)
  const wrong = isRelation(at, 'ccomp') ? misstated(tree, head, lexicon) : undefined
  if (wrong) return { scope: 'none', effect: 'flip', cue: wrong }
  if (isRelation(at, 'ccomp', 'csubj') && (marks.includes('whether') || marks.includes('if')))
    return { scope: 'none', effect: 'asked' }
  const gerund = at.xpos === 'VBG' && !tree.child(at, 'aux') // "doctors told them it was [running] out" is told, not asked
  const infinitive = isRelation(at, 'xcomp') || marks.includes('to') || gerund
  const effect = effectOf(tree, head, lexicon, infinitive)
  const passive = tree.child(head, 'aux:pass', 'nsubj:pass') !== undefined && !tree.child(head, 'obl:agent')
  if (passive && lexicon.sets.reported.has(head.lemma.toLowerCase())) return { scope: 'whole', effect: 'alleged' }
  if (
    infinitive &&
    tree.children(head).some(({ form, deprel }) => deprel === 'advmod' && form.toLowerCase() === 'too')
  ) {
    return { scope: 'whole', effect: 'flip', cue: head }
  }
  const yet = head.lemma === 'have' ? tree.children(head).find(({ form }) => form.toLowerCase() === 'yet') : undefined
  if (yet && isRelation(at, 'xcomp')) return { scope: 'whole', effect: 'flip', cue: yet }
  if (effect === 'flip' && isRelation(at, 'ccomp') && tree.child(head, 'obj')) return ALONE // "denied that: 'All is well'"
  const isState = at.upos === 'ADJ' && !marks.includes('to') // "stopped [short] of"
  if (effect && !(isState && effect === 'flip')) return { scope: 'whole', effect, cue: head }
  if (isRelation(at, 'ccomp') && lexicon.sets.proving.has(head.lemma) && isUnproved(localStance(tree, head, lexicon)))
    return { scope: 'none', effect: 'conditional' }
  if (head.lemma === 'be' && infinitive && marks.includes('to')) return { scope: 'whole', effect: 'planned' }
  if (isRelation(at, 'xcomp')) return { scope: 'whole' }
  const denied = localStance(tree, head, lexicon).negation
  if (!denied) return ALONE
  if (lexicon.sets.raising.has(head.lemma.toLowerCase())) return { scope: 'none', effect: 'flip', cue: denied }
  const wondering = /^W/.test((tree.children(at)[0] ?? at).xpos)
  return lexicon.sets.reported.has(head.lemma.toLowerCase()) && !wondering
    ? { scope: 'none', effect: 'conditional' }
    : ALONE
}

/** "must prove that", "nobody had proved that" */
const isUnproved = ({ effects, negation }: ReturnType<typeof localStance>): boolean =>
  negation !== undefined || effects.includes('demanded')

/** By the form ("going", "expected"), else the lemma with its particle ("rule out"), else the lemma. */
function effectOf(tree: Tree, head: Word, { tables, sets }: StanceIndex, infinitive: boolean): Effect | undefined {
  const name = namesOf(tree, head).find((one) => tables.predicates.has(one))
  if (name === undefined || (!infinitive && sets.infinitiveOnly.has(name))) return undefined
  return tables.predicates.get(name)
}

/** By which the lists may have a word: its form, lemma and particle, lemma. */
function namesOf(tree: Tree, head: Word): string[] {
  const lemma = head.lemma.toLowerCase()
  const particle = particleOf(tree, head)
  return [head.form.toLowerCase(), ...(particle ? [`${lemma} ${particle}`] : []), lemma]
}

/** "rule [out]", "fight [back]", "come [from behind]" */
function particleOf(tree: Tree, verb: Word): string | undefined {
  const particle = tree.child(verb, 'compound:prt')
  if (particle) return particle.form.toLowerCase()
  const adverb = tree
    .childrenBy(verb, 'advmod', 'obl')
    .find(({ index, upos }) => upos === 'ADV' && index > verb.index && index <= verb.index + 2)
  return adverb && [...tree.childrenBy(adverb, 'case'), adverb].map(({ form }) => form.toLowerCase()).join(' ')
}

function underNoun(tree: Tree, at: Word, noun: Word, lexicon: StanceIndex): Above {
  const marks = marksOf(tree, at)
  const infinitive = marks.includes('to')
  const complement = infinitive || marks.includes('that') || marks.includes('of') || marks.includes('whether')
  if (!complement) return ALONE
  if (marks.includes('whether')) return { scope: 'none', effect: 'asked' }
  const verb = isRelation(noun, 'obj') && marks.includes('of') ? tree.head(noun) : undefined
  const charge = verb && effectOf(tree, verb, lexicon, true)
  if (charge) return { scope: 'whole', effect: charge, cue: verb }
  const effect = lexicon.tables.nouns.get(noun.lemma.toLowerCase())
  if (!effect && infinitive && (isOneOfThem(tree, noun) || tree.childrenBy(noun, 'amod', 'nummod').some(isFirstOrMost)))
    return { scope: 'whole' } // "will be the first to lead it"
  const given: Effect = effect ?? (infinitive ? 'planned' : 'carry')
  const denied = deniedNoun(tree, noun, lexicon)
  if (!denied) return { scope: 'none', effect: given }
  return given === 'flip' ? ALONE : { scope: 'none', effect: given, denied }
}

/** "no evidence", "did not find evidence", "denied allegations", "dropped plans". */
function deniedNoun(tree: Tree, noun: Word, lexicon: StanceIndex): Word | undefined {
  const no = tree.children(noun).find(({ form, deprel }) => deprel === 'det' && /^(?:no|neither)$/i.test(form))
  if (no) return no
  const verb = tree.head(noun)
  if (!verb || !isRelation(noun, 'obj', 'nsubj')) return undefined
  if (isRelation(noun, 'obj') && effectOf(tree, verb, lexicon, false) === 'flip') return verb
  return localStance(tree, verb, lexicon).negation
}

function besideClause(tree: Tree, at: Word, head: Word, lexicon: StanceIndex): Above {
  const marks = marksOf(tree, at)
  const has = (set: ReadonlySet<string>) => marks.some((mark) => set.has(mark))
  if (has(lexicon.marks.conditional) || isInverted(tree, at)) return { scope: 'none', effect: 'conditional' }
  if (has(lexicon.marks.flip))
    return {
      scope: 'none',
      effect: 'flip',
      cue: tree.children(at).find(({ form }) => lexicon.marks.flip.has(form.toLowerCase())) ?? at,
    }
  if (marks.includes('to') && at.xpos === 'VB' && namesOf(tree, head).some((name) => lexicon.sets.outcome.has(name)))
    return { scope: 'whole', effect: 'carry', cue: head }
  const complement = marks.some((mark) => /^(?:of|from|in|for|into|against|on|about|to)$/.test(mark))
  const charge = marks.includes('with') ? effectOf(tree, head, lexicon, true) : undefined // "charged with stealing"
  const effect = complement ? effectOf(tree, head, lexicon, true) : charge === 'alleged' ? charge : undefined
  const isPurpose = marks.includes('to') && at.xpos === 'VB' && tree.child(head, 'obj') !== undefined // "blocked the gate to protest"
  if (effect && !(marks.includes('to') && effect === 'carry') && !(isPurpose && effect === 'flip'))
    return { scope: 'whole', effect, cue: head }
  if (marks.includes('to') && at.xpos === 'VB' && lexicon.sets.enacted.has(at.lemma.toLowerCase()))
    return { scope: 'whole' } // "marched to protest": by marching they did
  if (marks.includes('to') && at.xpos !== 'VBG') {
    const excess = tree.children(head).some(({ form, deprel }) => deprel === 'advmod' && form.toLowerCase() === 'too')
    return excess ? { scope: 'none', effect: 'flip', cue: head } : { scope: 'none', effect: 'planned' }
  }
  if (has(lexicon.marks.later)) return hasHappened(tree, at, head) ? ALONE : { scope: 'sureness' }
  return marks.length === 0 || marks.includes('by') ? { scope: 'sureness' } : ALONE
}

/** "is to retire after she [was] hurt": told as past beside what is still to come. */
function hasHappened(tree: Tree, at: Word, head: Word): boolean {
  const isPast = [at, ...tree.childrenBy(at, 'aux', 'cop', 'aux:pass')].some(({ xpos }) => xpos === 'VBD')
  const finite = [head, ...tree.ancestors(head)].flatMap((word) => [
    word,
    ...tree.childrenBy(word, 'aux', 'cop', 'aux:pass'),
  ])
  return (
    isPast &&
    finite.some(({ xpos, form }) => /^VB[PZ]$/.test(xpos) || /^(?:will|may|can|'ll)$/i.test(form)) &&
    !finite.some(({ form }) => /^(?:would|could|might)$/i.test(form))
  )
}

/** "Had the dam burst, …" */
function isInverted(tree: Tree, at: Word): boolean {
  const [first, second] = tree.children(at)
  return (
    first !== undefined &&
    /^(?:had|were|should)$/i.test(first.form) &&
    isRelation(first, 'aux', 'cop', 'mark') &&
    !!second &&
    isRelation(second, 'nsubj')
  )
}

/** A noun that names an act: "plans the deployment", "denied the deployment", "called for a withdrawal". */
function asNoun(tree: Tree, at: Word, head: Word, lexicon: StanceIndex): Above {
  if (
    isRelation(at, 'nmod') &&
    head.upos === 'NOUN' &&
    /^(?:of|for|on|about|over)$/.test(tree.child(at, 'case')?.form.toLowerCase() ?? '')
  ) {
    const effect = lexicon.tables.nouns.get(head.lemma.toLowerCase())
    const denied = effect && effect !== 'flip' ? deniedNoun(tree, head, lexicon) : undefined
    return effect ? { scope: 'none', effect, cue: head, ...(denied ? { denied } : {}) } : ALONE // "hopes of a visit", "denied reports of an attack"
  }
  if (!isRelation(at, 'obj', 'nsubj:pass', 'obl')) return ALONE
  const preposition = tree.child(at, 'case')?.form.toLowerCase()
  const particle = tree.child(head, 'compound:prt')?.form.toLowerCase()
  const lemma = head.lemma.toLowerCase()
  const names = [`${lemma} ${preposition ?? particle}`, lemma]
  const name = names.find((one) => lexicon.sets.eventive.has(one))
  if (!name || (isRelation(at, 'obl') && name === lemma)) return ALONE
  const effect = lexicon.tables.predicates.get(name) ?? lexicon.tables.predicates.get(lemma)
  return effect ? { scope: 'whole', effect, cue: head } : ALONE
}

const marksOf = (tree: Tree, at: Word): string[] =>
  tree
    .children(at)
    .filter(
      ({ deprel, xpos }) =>
        deprel === 'mark' || (deprel === 'case' && at.upos === 'VERB') || xpos === 'TO' || xpos === 'WRB',
    )
    .map(({ form }) => form.toLowerCase())

const isQuestion = (tree: Tree): boolean => {
  for (let at = tree.words.length - 1; at >= 0 && at >= tree.words.length - 3; at--)
    if (tree.words[at]!.form === '?') return true
  return false
}
