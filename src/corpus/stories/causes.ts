import { isUnnamed } from '../../model/mention.ts'
import type { ClaimFacts } from '../facts.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import { frontOf, lastOf } from '../phrase.ts'
import { type Filler, phraseAt } from './fillers.ts'
import { isOfAnotherYear, isTold } from './slots.ts'
import type { StoryWords } from './words.ts'

/** Where what the cause is of is not said, as in "the cause is believed to be a spark". */
const UNTOLD = ''

/**
 * The cause that a claim tells, as a claim turned round: what happened for its subject, the cause for its object. "Caused by a candle", "burst because of rust",
 * "a landslide tore the pipe open", "the cause is a spark", "stopped because a pump had seized", "got out after a storm had broken the fence".
 */
export function causesIn(claim: ClaimFacts, words: StoryWords, knowledge: CorpusKnowledge): Filler[] {
  if (!(isTold(claim) || isToBlame(claim)) || isOfAnotherYear(claim)) return []
  const told = causeIn(claim, words, knowledge)
  if (!told) return []
  const { effect, cause, name } = told
  if (words.tokens(cause).length === 0 || effectOf(lastOf(cause), words, knowledge) === effect) return []
  return [
    {
      claim: { ...claim, subjectName: name ?? effect, objectName: cause.trim(), objectId: null },
      slot: 'cause',
      thing:
        effect === UNTOLD
          ? undefined
          : {
              id: null,
              head: headOf(
                effect,
                cause === claim.subjectName ? (OF.exec(claim.objectName ?? '')?.[1] ?? '') : claim.subjectName,
                words,
              ),
              isDefinite: true,
            },
      title: effect === UNTOLD ? 'cause' : `cause of the ${effect}`,
      reason: 'are given for the cause',
      mayChange: false,
    },
  ]
}

/** "the collapse of [the bridge]" */
const OF = /\bof ((?:the|its|their) .*)$/i

/** "Rust is to blame": no plan. */
const isToBlame = ({ predicate, polarity, quote }: ClaimFacts): boolean =>
  polarity === 'affirmed' &&
  /^blame(?: for)?$/.test(predicate) &&
  /\b(?:is|are|was|were|be|been) to blame\b/.test(quote)

/** The happening, and of what, where a story may have several of them: "the brakes failed because of rust". */
const headOf = (effect: string, ofWhat: string, words: StoryWords): string =>
  words.slots.ofSomething.includes(effect) ? `${effect} ${words.headOf(ofWhat)}`.trim() : effect

interface Told {
  /** the name of a happening, as `effectOf` gives it */
  readonly effect: string
  readonly cause: string
  readonly name?: string
}

function causeIn(claim: ClaimFacts, words: StoryWords, knowledge: CorpusKnowledge): Told | undefined {
  const { predicate, subjectId, subjectName, objectName, quote } = claim
  const { by, on, to, harming, nouns, pointing, links } = words.slots.causing
  const core = predicate.replace(/^(?:be|have) /, '')
  const is = (verbs: readonly string[]) => verbs.some((verb) => core === verb || core.startsWith(`${verb} `))
  const isActive = core === predicate
  if (isToBlame(claim)) {
    const effect = objectName === null ? UNTOLD : (effectOf(lastOf(objectName), words, knowledge) ?? UNTOLD)
    return { effect, cause: subjectName }
  }
  if (objectName !== null && is(by)) {
    const effect = effectOf(lastOf(objectName), words, knowledge)
    return effect ? { effect, cause: subjectName, name: lastOf(objectName) } : undefined
  }
  if (objectName !== null && is(on)) {
    const effect = effectOf(lastOf(objectName), words, knowledge)
    const cause = effect ? behindOn(quote, objectName) : undefined
    if (effect) return cause ? { effect, cause } : undefined
  }
  if (is(to)) {
    const phrase = isActive ? objectName : subjectName
    const effect = phrase === null ? undefined : effectOf(lastOf(phrase), words, knowledge)
    const [, cause] =
      /\bto\s+((?:\p{L}[\p{L}’'-]*\s+){0,3}?\p{L}[\p{L}’'-]*)(?=\s+(?:from|in|on|at|of|that|which|by|near)\s|[,.;]|$)/u.exec(
        quote,
      ) ?? []
    if (effect && cause) return { effect, cause }
  }
  if (core === 'blame' && objectName !== null && !/^\s+(?:\p{L}+\s+)?on\b/u.test(behind(quote, objectName)))
    return { effect: UNTOLD, cause: frontOf(objectName) }
  if (objectName !== null && is(pointing)) return { effect: UNTOLD, cause: frontOf(objectName) }
  if (objectName !== null && /^(?:is|be)$/.test(core)) {
    const [noun, rest] = [subjectName, objectName].map((phrase) => lastOf(phrase)) as [string, string]
    const of = (phrase: string) =>
      effectOf(/\bof (?:the |this |last )?(.*)$/i.exec(phrase)?.[1]?.split(' ')[0] ?? '', words, knowledge) ?? UNTOLD
    if (nouns.includes(noun)) return { effect: of(subjectName), cause: objectName }
    if (nouns.includes(rest) && (subjectId === null || isUnnamed(subjectId)))
      return { effect: of(objectName), cause: subjectName }
  }
  const [, brought, cleft] = /^What\s+(.+?)\s+(?:is|was)\s+(?:not\s+.+?\s+but\s+)?(.*)$/i.exec(quote) ?? []
  const [is1, named] = [
    brought === undefined ? undefined : harmIn(brought, words),
    cleft === undefined ? undefined : phraseAt(cleft),
  ]
  if (is1 && named) return { effect: UNTOLD, cause: named.phrase }
  const linked = links.flatMap((link) => {
    const at = quote.indexOf(`${link} `)
    return at < 0 ? [] : [phraseAt(quote.slice(at + link.length + 1))]
  })[0]
  const [, because] = BECAUSE.exec(quote) ?? BECAUSE.exec(behindQuote(claim)) ?? []
  const verb =
    isActive && !isOwn(claim) && !LINKED.test(core) ? undefined : effectOf(core.replace(LINKED, ''), words, knowledge)
  const died = DIED_OF.exec(quote)?.[1]
  if (died) return { effect: 'death', cause: died }
  const grounds = GROUNDS.exec(quote)?.[1] ?? OVER.exec(quote)?.[1]
  const left = grounds ? departureIn(claim, words) : undefined
  if (left) return { effect: left, cause: grounds! }
  const effect = verb ?? effectOf(`${core} ${objectName ?? ''}`.trim(), words, knowledge)
  if (linked && effect) return { effect, cause: linked.phrase }
  const clause = because ? subjectOf(because) : undefined
  if (clause && effect) return { effect, cause: clause }
  const harm = isActive && objectName !== null && harming.includes(core) ? effectOf(core, words, knowledge) : undefined
  return harm && isThing(claim, words) ? { effect: harm, cause: subjectName } : undefined
}

/** "exploded because of": what stands behind is no object of the verb. */
const LINKED = / (?:because|due|owing|after|as)\b.*$/

/** "died of thirst" */
const DIED_OF =
  /\b(?:died?|dead|dying) (?:of|from) ((?:\p{Ll}[\p{L}-]* ){0,2}?\p{Ll}[\p{L}-]*)(?=[,.;:]|$| (?:in|on|at|after|when|and|not|while|during)\b)/u

/** "quit for health reasons", "was forced out over the budget" */
const GROUNDS = /\bfor ((?:\p{Ll}+ )?reasons(?: of \p{Ll}+)?)/u
const OVER = /\bover ((?:the|a|an|his|her|its|their) [^,;.]+)/u
const departureIn = ({ predicate, type }: ClaimFacts, { slots }: StoryWords): string | undefined =>
  type === 'RESIGNED_FROM' ||
  type === 'LOST_POST' ||
  slots.effects.departure!.includes(predicate.replace(/^(?:be|have) /, '').replace(/ (?:for|over)$/, ''))
    ? 'departure'
    : undefined

/** "brought the firm down" */
const harmIn = (text: string, { slots, ownStem }: StoryWords): boolean =>
  [...slots.causing.by, ...slots.causing.harming].some((verb) => {
    const [first, ...rest] = verb.split(' ')
    return (
      ownStem(text.split(' ')[0]!.toLowerCase()) === ownStem(first!) &&
      rest.every((word) => text.split(' ').includes(word))
    )
  })

/** The verb tells what became of its subject: "burst", "stopped too early", "got out". */
const isOwn = ({ objectName }: ClaimFacts): boolean =>
  objectName === null || !/^(?:the|its?|his|her|their|a|an)\b/i.test(objectName)

/** No person does it: "a landslide". */
function isThing({ subjectId, subjectName }: ClaimFacts, words: StoryWords): boolean {
  if (subjectId !== null && !isUnnamed(subjectId)) return false
  const last = lastOf(subjectName)
  return (
    words.tokens(subjectName).length > 0 &&
    !words.isPerson(last) &&
    !words.slots.bodies.includes(last) &&
    !words.slots.vague.includes(last)
  )
}

const BECAUSE = /\b(?:because|after)\s+(.+)$/
/** "[It was called off] because …": what the sentence goes on with */
function behindQuote({ quote, sentence }: ClaimFacts): string {
  const at = sentence.indexOf(quote)
  const rest = at < 0 ? '' : sentence.slice(at + quote.length)
  return /^\s+because\b/.test(rest) ? rest.split(/[;:]/)[0]! : ''
}

/** "a fuel pump had seized" → a fuel pump */
function subjectOf(clause: string): string | undefined {
  const [, subject] =
    /^((?:an?|the|its|their|his|her|two|three|no|none of (?:the|its|their|his|her))\s+(?:\p{Ll}[\p{L}-]*\s+){0,3}?\p{Ll}[\p{L}-]*)\s+(?:had|has|have|was|were|is|are|did|does|could|would)\s+\p{Ll}/u.exec(
      clause,
    ) ?? []
  const [, whole] =
    /^((?:an?|the|its|their)\s[^;]{3,60}?\s(?:is|was|are|were)\s[\p{Ll}\s-]+?)(?=[,.;]|$)/u.exec(clause) ?? []
  return whole ?? subject
}

/** The happening that a noun or verb tells of. */
function effectOf(word: string, { slots, ownStem }: StoryWords, knowledge: CorpusKnowledge): string | undefined {
  if (word === '') return undefined
  const low = word.toLowerCase()
  for (const [effect, own] of Object.entries(slots.effects))
    if (
      own.some(
        (one) =>
          one === low ||
          (one.includes(' ') && low.startsWith(`${one} `)) ||
          (!low.includes(' ') && !one.includes(' ') && ownStem(one) === ownStem(low)),
      )
    )
      return effect
  return knowledge.isHappening(low) ? low : undefined
}

const behind = (quote: string, phrase: string): string => quote.slice(quote.indexOf(phrase) + phrase.length)

/** "blamed the fire on [faulty wiring] on Tuesday" */
function behindOn(quote: string, object: string): string | undefined {
  const at = quote.indexOf(object)
  const [, cause] =
    at < 0
      ? []
      : (/^\s+on\s+(.+?)(?=\s+(?:on|in|at|after|when|as)\s|[,.;]|$)/.exec(quote.slice(at + object.length)) ?? [])
  return cause
}
