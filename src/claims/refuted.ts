import type { Attribution, Claim, Evidence, Speaker } from '../model/claim.ts'
import type { Document, Word } from '../model/document.ts'
import { contentId } from '../model/id.ts'
import { isUnnamed } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { ClaimKit } from './claim-kit.ts'
import type { Layers } from './layers.ts'
import type { Refuting } from './refuting.ts'
import { speakerChain } from './speaker-chain.ts'
import { type Denial, Statements } from './statements.ts'

/**
 * A denial points to what it denies: "She denied it", "…, which he denies", "The bank rejected the allegation", “"That is untrue," Swale said” deny what somebody else
 * has just said, or is said to be accused of. Each such statement becomes a claim of who denies it, with the statement's own words as antecedent; who denies
 * "that" has said no more by it. Statements are those of the same sentence before the denial, else of the sentence before.
 */
export function refuted(claims: readonly Claim[], document: Document, layers: Layers, { seeds }: ClaimKit): Claim[] {
  const words = seeds.refuting
  const said = new Statements(claims, document)
  const denials = [
    ...claims.flatMap((claim) => denialBy(claim, said, words, seeds.saying.denials)),
    ...layers.attributions.flatMap((one) => [
      ...replyBy(one, said, layers, words),
      ...denialBefore(one, said, layers, { words, denials: seeds.saying.denials }),
    ]),
  ]
  const answers = new Set(denials.map(({ sentence }) => sentence))
  const found = denials.map((denial) => ({ denial, statements: said.before(denial, answers) }))
  const pointing = found.filter(({ statements }) => statements.length > 0)
  if (pointing.length === 0) return [...claims]
  const emptied = new Set(pointing.flatMap(({ denial: { instead } }) => (instead ? [instead] : [])))
  const names = new Map(layers.entities.map(({ id, name }) => [id, name]))
  const added = pointing.flatMap(({ denial, statements }) =>
    statements.map((statement) => toClaim(statement, denial, names, document)),
  )
  const ids = new Set<string>()
  const all = [...claims.filter(({ id }) => !emptied.has(id)), ...added]
  return all.filter(({ id }) => !ids.has(id) && ids.add(id)).sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
}

/** A claim that somebody denies or rejects something, when that something was said before. */
function denialBy(claim: Claim, said: Statements, words: Refuting, denials: readonly string[]): Denial[] {
  const { predicate, polarity, factuality, object, subject } = claim
  const isDenial = denials.includes(predicate.split(' ')[0]!) && polarity === 'affirmed' && factuality === 'asserted'
  if (!isDenial || !object || claim.rule.includes('passive')) return []
  const whole = claim.evidence[0]!
  const at = said.triggerOf(claim)
  if (!at) return []
  const clause = isLookingBack(at.word, at.tree) ? clauseBehind(at.word, at.tree) : undefined
  const isPronoun = words.pronouns.includes(object.text.toLowerCase())
  if (!clause && !isPronoun && !isStatement(object.text, words, isRelation(at.word, 'acl:relcl'))) return []
  if (subject.kind !== 'entity') return []
  const entity = subject.id
  const outer = claim.attribution.filter((speaker) => speaker.entity !== entity)
  const denier = {
    kind: 'denied',
    entity,
    class: isUnnamed(entity) ? 'anonymous' : 'named',
    attribution: null,
  } as const
  const instead = claim.type === 'STATES' ? claim.id : undefined
  return [
    {
      sentence: whole.sentence,
      whole,
      trigger: at.word,
      entity,
      chain: inOrder([denier, ...outer]),
      instead,
      clause,
      isOfAll: isOfAll(object.text, words),
    },
  ]
}

/** "…, which he denies": the object stands before it and means what the sentence has said. */
const isLookingBack = (verb: Word, tree: Tree): boolean =>
  isRelation(verb, 'acl:relcl') && tree.childrenBy(verb, 'obj').some(({ lemma }) => lemma === 'which')

/** The nearest verb over the noun that the relative clause hangs on. */
const clauseBehind = (verb: Word, tree: Tree): Word | undefined =>
  tree.ancestors(verb).find(({ upos }) => upos === 'VERB')

/** "the allegation", "all those charges", "a claim she rejected": nothing but a word for something said. */
function isStatement(text: string, { nouns, before }: Refuting, isBehind: boolean): boolean {
  const words = text.toLowerCase().split(/\s+/)
  const noun = words.pop()!
  return (
    nouns.some((one) => noun === one || noun === `${one}s`) &&
    words.length > 0 &&
    words.every((word) => before.includes(word) || (isBehind && /^an?$/.test(word)))
  )
}

/** "the account", "the allegations", "all this" */
const isOfAll = (text: string, { wholes, nouns }: Refuting): boolean => {
  const noun = text.toLowerCase().split(/\s+/).at(-1)!
  return /^all\b/i.test(text) || wholes.includes(noun) || (noun.endsWith('s') && nouns.includes(noun.slice(0, -1)))
}

/** “"That is untrue," Swale said”, “"It's not the case," he said”. */
function replyBy(attribution: Attribution, said: Statements, layers: Layers, words: Refuting): Denial[] {
  const { source, content, cue, sentence, class: kind } = attribution
  const [piece] = content
  const root = piece && content.length === 1 && cue ? said.rootOf(sentence, piece) : undefined
  if (!root || !cue) return []
  const { word, tree } = root
  const about = tree.child(word, 'nsubj')
  if (!about || !words.pronouns.includes(about.form.toLowerCase()) || !tree.child(word, 'cop')) return []
  const isNegated = tree.children(word).some(({ lemma, form }) => lemma === 'not' || /^n['’]t$/.test(form))
  if (!(isNegated ? words.affirming : words.refuting).includes(word.lemma.toLowerCase())) return []
  const entity = layers.mentions.find(({ id }) => id === source.mention)?.entity ?? null
  const outer = speakerChain(word, said.document, layers).filter((speaker) => speaker.attribution !== attribution.id)
  const denier = { kind: 'denied', entity, class: kind, attribution: attribution.id } as const
  return [
    {
      sentence,
      whole: piece!,
      trigger: word,
      entity,
      chain: inOrder([denier, ...outer]),
      instead: undefined,
      clause: undefined,
      isOfAll: false,
    },
  ]
}

/** "Okafor denied that: …", with what she says instead behind it. */
function denialBefore(
  attribution: Attribution,
  said: Statements,
  layers: Layers,
  { words, denials }: { readonly words: Refuting; readonly denials: readonly string[] },
): Denial[] {
  const { source, cue, sentence, class: kind, kind: way } = attribution
  const at = cue && way === 'said' ? said.wordAt(sentence, cue) : undefined
  const object = at?.tree.child(at.word, 'obj')
  if (!at || !object || !words.pronouns.includes(object.form.toLowerCase()) || !denials.includes(at.word.lemma))
    return []
  const entity = layers.mentions.find(({ id }) => id === source.mention)?.entity ?? null
  const denier = { kind: 'denied', entity, class: kind, attribution: attribution.id } as const
  const outer = speakerChain(at.word, said.document, layers)
  const whole = { start: Math.min(source.start, at.word.start), end: Math.max(source.end, object.end) }
  return [
    {
      sentence,
      whole,
      trigger: at.word,
      entity,
      chain: inOrder([denier, ...outer]),
      instead: undefined,
      clause: undefined,
      isOfAll: false,
    },
  ]
}

const inOrder = (chain: readonly Omit<Speaker, 'order'>[]): Speaker[] => chain.map((one, order) => ({ ...one, order }))

/** How sure a claim is whose words stand in another clause than its denial. */
const REFERRED = 0.7

function toClaim(
  statement: Claim,
  denial: Denial,
  names: ReadonlyMap<string, string>,
  { article, text }: Document,
): Claim {
  const { sentence, whole, trigger, chain } = denial
  const [stated] = statement.evidence
  const passage = (role: 'whole' | 'trigger', span: Span): Evidence => ({
    sentence,
    start: span.start,
    end: span.end,
    quote: text.slice(span.start, span.end),
    role,
  })
  return {
    ...statement,
    id: contentId('claim', article.id, statement.id, 'refuted', trigger.start),
    name: deniedName(statement, names),
    polarity: statement.polarity === 'denied' ? 'affirmed' : 'denied',
    factuality: statement.factuality === 'planned' ? 'planned' : 'asserted',
    evidence: [passage('whole', whole), passage('trigger', trigger), { ...stated!, role: 'antecedent' }],
    attribution: inOrder(
      chain.filter(
        (one, at) => at === 0 || one.class === 'outlet' || one.attribution !== statement.attribution[0]!.attribution,
      ),
    ),
    rule: `${statement.rule}.refuted`,
    confidence: Math.min(statement.confidence, REFERRED),
  }
}

/** "Ann Lee (alleged) took a bribe" → "Ann Lee (denied) took a bribe". */
function deniedName({ name, subject }: Claim, names: ReadonlyMap<string, string>): string {
  const marked = name.replace(/ \((?:alleged|planned|estimated)\) /, ' (denied) ')
  if (marked !== name) return marked
  const known = subject.kind === 'entity' ? names.get(subject.id) : undefined
  const start = [known, subject.text].find((one) => one !== undefined && name.startsWith(`${one} `))
  return start ? `${start} (denied)${name.slice(start.length)}` : `${name} (denied)`
}
