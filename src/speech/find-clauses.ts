import type { Word } from '../model/document.ts'
import { overlaps, type Span } from '../model/span.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { nounPhraseOf } from './noun-phrase.ts'
import { type Draft, piecesOf, type Scene } from './scene.ts'
import { actorOf, runBefore } from './source-of.ts'

const CAPITALISED_WORDS = /^\p{Lu}\S*\s\S+\s\S/u

/** What a reporting word reports, and by which construction. */
interface Reported {
  readonly rule: string
  readonly words: readonly Word[]
  readonly also?: readonly Span[]
  /** Head and words of whoever reports it, where the construction knows. */
  readonly speaker?: { readonly head: Word; readonly words: readonly Word[] }
}

/** Verbs and adjectives of saying, thinking, knowing and showing with the clause or quotation they report. */
export function findClauses(scene: Scene): Draft[] {
  const drafts: Draft[] = []
  for (const cue of scene.words) {
    const reported = reportedBy(scene, cue)
    if (!reported) continue
    const hearer = hearerOf(scene, cue)
    const head =
      reported.speaker?.head ??
      hearer ??
      (reported.rule === 'aside' ? (actorOf(scene.tree, cue) ?? inverted(scene, cue)) : actorOf(scene.tree, cue))
    if (!head || !maySpeak(scene, cue, head) || apart(scene, cue, head)) continue
    const source = reported.speaker?.words ?? nounPhraseOf(scene.tree, head, cue)
    const whole = scene.tree.dominates(head, cue) ? source : scene.tree.subtree(head)
    const words = reported.words.filter((word) => word !== cue && !source.includes(word) && !whole.includes(word))
    const content = [...piecesOf(scene, words), ...(reported.also ?? [])]
    if (source.includes(cue) || content.length === 0) continue
    const kind = head === hearer ? 'cited' : kindOf(scene, cue)
    drafts.push({ scene, rule: `speech.${reported.rule}`, head, source, cue: [cue], content, kind })
  }
  return drafts
}

function reportedBy(scene: Scene, cue: Word): Reported | undefined {
  const { tree, saying } = scene
  const verb = isVerbal(cue) ? saying.verbs.get(cue.lemma.toLowerCase()) : undefined
  if (!verb && !saying.sets.adjectives.has(cue.form.toLowerCase())) return undefined
  if (verb?.id === 'know' && isAskedFor(tree, cue)) return undefined
  const clauses = clausesOf(tree, cue)
  if (!verb) {
    const adjective = clauses.length > 0 && saying.sets.adjectives.has(cue.form.toLowerCase())
    return adjective ? { rule: 'adjective', words: all(tree, clauses) } : undefined
  }
  if (clauses.length > 0)
    return { rule: 'clause', words: clauses.flatMap((clause) => reportedWords(scene, cue, clause)) }
  const infinitive = infinitiveOf(scene, cue)
  if (infinitive) return { rule: 'infinitive', words: tree.subtree(infinitive) }
  if (verb.takes.includes('aside') || hearerOf(scene, cue)) {
    const aside = asideOf(scene, cue)
    if (aside) return { rule: 'aside', words: aside }
    const before = clauseBefore(scene, cue)
    if (before) return before
  }
  if (verb.takes.includes('quote')) {
    const beside = tree.childrenBy(cue, 'parataxis').filter((child) => introduced(scene, cue, child))
    if (beside.length > 0) return { rule: 'beside', words: all(tree, beside) }
    const quote = quoteOf(scene, cue, actorOf(tree, cue))
    if (quote) return quote
  }
  return undefined
}

/** "The jury heard that …", "…, the court was told": where it was said, whoever said it. */
function hearerOf({ tree, saying }: Scene, cue: Word): Word | undefined {
  const subject = tree.child(cue, 'nsubj', 'nsubj:pass')
  if (!subject || !saying.sets.hearing.has(subject.lemma.toLowerCase()) || tree.child(cue, 'obl:agent'))
    return undefined
  const isPassive = isRelation(subject, 'nsubj:pass')
  return cue.lemma.toLowerCase() === (isPassive ? 'tell' : 'hear') ? subject : undefined
}

/** A mark that a tagger took for a verb is none. */
const isVerbal = ({ upos, xpos }: Word): boolean =>
  upos === 'VERB' || (upos !== 'AUX' && upos !== 'PUNCT' && /^VB/.test(xpos))
const all = (tree: Tree, heads: readonly Word[]): Word[] => heads.flatMap((head) => tree.subtree(head))

/**
 * The words of a reported clause. What stands before its "that" belongs to the verb ("said earlier this month that"), and so does
 * what follows the verb when the clause went before it ("…, Kim said to reporters").
 */
function reportedWords({ tree, quoted, words }: Scene, cue: Word, clause: Word): readonly Word[] {
  const own = tree.subtree(clause)
  if (clause.index < cue.index) {
    return own.filter((word) => word.index < cue.index || quoted.some(({ outer }) => overlaps(outer, word)))
  }
  const that = tree.children(clause).find(({ form, deprel }) => deprel === 'mark' && form.toLowerCase() === 'that')
  const from = that && that.index > cue.index ? that.index : own[0]!.index
  if (from < cue.index) return own
  // "that if it rains the game ends": a parser may hang the condition on the reporting verb.
  return words.slice(from - 1, own.at(-1)!.index)
}

const opensWithThat = (tree: Tree, clause: Word): boolean =>
  tree.children(clause)[0]?.form.toLowerCase() === 'that' && tree.children(clause)[0]!.deprel === 'mark'

/** "wrote in a note that": a parser may hang the clause on the note. */
const inText = (tree: Tree, cue: Word): Word[] =>
  tree
    .childrenBy(cue, 'obl')
    .filter((text) => text.index > cue.index && tree.child(text, 'case') !== undefined)
    .flatMap((text) => tree.childrenBy(text, 'acl').filter((child) => opensWithThat(tree, child)))

/** "asked the jury to remember what": nobody is said to remember it. */
function isAskedFor(tree: Tree, cue: Word): boolean {
  const head = isRelation(cue, 'xcomp') && tree.child(cue, 'mark') ? tree.head(cue) : undefined
  return head !== undefined && tree.child(head, 'obj', 'iobj', 'nsubj:pass') !== undefined
}

/** "explained how the pump works": a question directly behind the verb. */
function asksAtOnce(tree: Tree, cue: Word, clause: Word): boolean {
  const first = tree.subtree(clause)[0]!
  return first.index === cue.index + 1 && /^(?:what|how|why|whether)$/i.test(first.form)
}

/** Clausal complements, and "what", "how" and "where" with the clause behind them. */
function clausesOf(tree: Tree, cue: Word): Word[] {
  const clauses = [
    ...tree.childrenBy(cue, 'ccomp'),
    ...tree.childrenBy(cue, 'csubj').filter(({ index }) => index > cue.index),
    ...tree.childrenBy(cue, 'advcl').filter((child) => child.index > cue.index && opensWithThat(tree, child)),
    ...tree.childrenBy(cue, 'advcl').filter((child) => asksAtOnce(tree, cue, child)),
    ...inText(tree, cue),
  ]
  if (clauses.length > 0) return clauses
  return tree
    .childrenBy(cue, 'obj', 'advmod', 'advcl')
    .filter(
      (child) =>
        child.index > cue.index &&
        /^(?:what|how|why|where|when|which|who|whatever|whether)$/i.test(child.form) &&
        tree.child(child, 'acl', 'advcl') !== undefined,
    )
}

function infinitiveOf({ tree, saying }: Scene, cue: Word): Word | undefined {
  const lemma = cue.lemma.toLowerCase()
  return tree.childrenBy(cue, 'xcomp').find((child) => {
    if (child.xpos === 'VBG') return saying.sets.gerunds.has(lemma)
    return (
      saying.sets.infinitives.has(lemma) &&
      tree.children(child).some(({ form, deprel }) => deprel === 'mark' && form.toLowerCase() === 'to')
    )
  })
}

/** ", Kim said," and ", as Kim said,": the clause it stands beside, without itself. */
function asideOf(scene: Scene, cue: Word): readonly Word[] | undefined {
  const { tree } = scene
  const head = tree.head(cue)
  if (!head || tree.child(cue, 'xcomp', 'ccomp')) return undefined
  const own = tree.subtree(cue).filter(({ upos }) => upos !== 'PUNCT')
  if (isInverted(scene, cue, own)) return clauseWithout(tree, cue)
  if (tree.child(cue, 'obj') || !tree.child(cue, 'nsubj', 'obl:agent')) return undefined
  const marked = tree.child(cue, 'mark')
  if (isRelation(cue, 'advcl') && marked)
    return marked.form.toLowerCase() === 'as' ? tree.subtree(head, (child) => child === cue) : undefined
  if (isRelation(cue, 'acl') || (isRelation(cue, 'parataxis') && isRelation(head, 'nsubj', 'obj', 'obl'))) {
    const plain = own.length <= 8 && own.every(({ xpos }) => !/^W|^IN$/.test(xpos)) && isSetOff(scene, own)
    return plain ? clauseWithout(tree, cue) : undefined
  }
  if (!isRelation(cue, 'parataxis', 'discourse', 'advcl')) return undefined
  const rest = tree.subtree(
    head,
    (child) => child === cue || (isRelation(child, 'conj') && standsAlone(tree, cue, child)),
  )
  const after = own[0]!.index > rest[0]!.index
  return after ? (followsMark(scene, own) ? rest : undefined) : own.length <= 4 ? rest : undefined
}

/**
 * "…, two diplomats and a farmer said on Friday." and "…, the coast guard said", however a parser hung the verb and its subject: a noun phrase between
 * a comma and the verb, and a whole clause before the comma.
 */
function clauseBefore({ tree, words }: Scene, cue: Word): Reported | undefined {
  if (!/^VB[DPZ]$/.test(cue.xpos) || tree.child(cue, 'obj', 'xcomp', 'ccomp')) return undefined
  const speaker = runBefore(tree, cue)
  if (!speaker) return undefined
  const first = speaker.words[0]!.index
  const isWhole = words
    .slice(0, first - 1)
    .some(
      (verb) =>
        /^(?:VERB|AUX|NOUN|ADJ)$/.test(verb.upos) &&
        tree.child(verb, 'nsubj', 'expl') !== undefined &&
        !tree.child(verb, 'mark') &&
        !isRelation(verb, 'acl:relcl') &&
        !tree.subtree(verb)[0]!.xpos.startsWith('W'),
    )
  return isWhole ? { rule: 'aside', words: words.slice(0, first - 1), speaker } : undefined
}

/** "…, Lim said, but the club denied it": a clause of its own behind the aside. */
const standsAlone = (tree: Tree, cue: Word, child: Word): boolean =>
  child.index > cue.index && tree.child(child, 'nsubj') !== undefined && tree.head(child)!.index < cue.index

/** ", declared the mayor," where a parser took the mayor for what was declared. */
function isInverted(scene: Scene, cue: Word, own: readonly Word[]): boolean {
  const speaker = inverted(scene, cue)
  return speaker !== undefined && own[0] === cue && isSetOff(scene, own)
}

function inverted({ tree }: Scene, cue: Word): Word | undefined {
  if (!/^VB[DN]$/.test(cue.xpos) || !isRelation(cue, 'acl', 'advcl', 'parataxis', 'appos', 'amod')) return undefined
  const [object, ...others] = tree.children(cue).filter(({ upos }) => upos !== 'PUNCT')
  const name =
    object &&
    others.every((other) => isRelation(other, 'obl', 'advmod')) &&
    isRelation(object, 'obj', 'nsubj') &&
    object.index > cue.index
  return name && object.upos === 'PROPN' ? object : undefined
}

const followsMark = ({ words }: Scene, own: readonly Word[]): boolean => words[own[0]!.index - 2]?.upos === 'PUNCT'
const isSetOff = (scene: Scene, own: readonly Word[]): boolean => {
  const next = scene.words[own.at(-1)!.index]
  return (
    followsMark(scene, own) && (next === undefined || next.upos === 'PUNCT') && own.at(-1)!.index - own[0]!.index < 12
  )
}

/** The clause around a word, up to its verb, without the word and what is below it. */
function clauseWithout(tree: Tree, cue: Word): readonly Word[] {
  let at = tree.head(cue)!
  for (
    let above = tree.head(at);
    above && !isRelation(at, 'ccomp', 'advcl', 'parataxis', 'csubj', 'acl:relcl');
    above = tree.head(at)
  )
    at = above
  return tree.subtree(at, (child) => child === cue)
}

/** A clause beside the verb counts as reported before it, up to a comma, and behind it after a colon or an opening mark. */
function introduced({ words, tree }: Scene, cue: Word, child: Word): boolean {
  if (child.index < cue.index) return tree.child(cue, 'ccomp', 'obj') === undefined
  if (!tree.child(cue, 'nsubj', 'obj', 'obl')) return words[cue.index]?.upos === 'PUNCT'
  if (!tree.child(cue, 'obj') && tree.subtree(child)[0]!.index === cue.index + 1) return true
  for (let at = cue.index; at < child.index; at++) if (/^(?:[:“"«„‘]|``)$/.test(words[at]!.form)) return true
  return false
}

/** Quotations of the sentence that the verb stands directly before, or behind with nobody but the speaker in between. */
function quoteOf(scene: Scene, cue: Word, head: Word | undefined): Reported | undefined {
  const { quoted, analysis, document } = scene
  const also = quoted
    .filter((quote) => !overlaps(quote.outer, cue))
    .filter(({ outer, start, end }) => {
      if (outer.start >= cue.end) {
        const between = document.text.slice(cue.end, outer.start)
        const sentence = CAPITALISED_WORDS.test(document.text.slice(start, end))
        return /^[\s,:;—–-]*$/.test(between) && (between.trim() !== '' || sentence)
      }
      const between = document.text.slice(outer.end, cue.start)
      const comma = /[,?!.…—–-]/.test(document.text.slice(outer.end - 2, outer.end + 1))
      return (
        comma && (between.trim() === '' || (head !== undefined && head.start >= outer.end && head.end <= cue.start))
      )
    })
    .map(({ outer }) => ({
      start: Math.max(outer.start, analysis.sentence.start),
      end: Math.min(outer.end, analysis.sentence.end),
    }))
  return also.length > 0 ? { rule: 'quote', words: [], also } : undefined
}

/** One is inside a quotation and the other is not: "Hoping" in a quotation is not said of whoever is quoted. */
const apart = ({ quoted, tree }: Scene, cue: Word, head: Word): boolean =>
  tree.head(head) !== cue && quoted.some(({ outer }) => overlaps(outer, cue) !== overlaps(outer, head))

/** "I mean that", but not "this means that". */
function maySpeak({ saying }: Scene, cue: Word, head: Word): boolean {
  if (!saying.sets.personal.has(cue.lemma.toLowerCase())) return true
  return (
    head.upos === 'PROPN' || (head.upos === 'PRON' && /^(?:i|you|he|she|we|they|who)$/.test(head.form.toLowerCase()))
  )
}

/** Who "denied that: 'All is well'" says that all is well. */
function kindOf({ saying, tree }: Scene, cue: Word): Draft['kind'] {
  return saying.sets.denials.has(cue.lemma.toLowerCase()) && !tree.child(cue, 'obj') ? 'denied' : 'said'
}
