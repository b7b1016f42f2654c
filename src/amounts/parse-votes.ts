import type { Lexeme } from './lexemes.ts'
import { isHyphen } from './lexemes.ts'
import type { AmountLookup } from './lookup.ts'

/** The two sides of a vote: the lexemes of their numbers, and the first one behind them. */
export interface Votes {
  readonly sides: readonly [number, number]
  readonly next: number
}

/** "passed the bill 52-47", "voted 9 to 4", "rejected it by 214 to 180", "a 7–2 ruling": not "won 3-1" and not "approved 10-12 plans". `time`: where the next time expression starts. */
export function parseVotes(lx: readonly Lexeme[], at: number, look: AmountLookup, time: number): Votes | undefined {
  const link = lx[at + 1]
  const second = at + 2
  if (!isCount(lx[at]) || !isCount(lx[second])) return undefined
  const dash = isHyphen(link) && link!.gap === lx[second]!.gap
  const to = link?.lower === 'to' && /^(?:by|voted|of|split|divided)$/.test(lx[at - 1]?.lower ?? '')
  if (!(dash || to) || isPartOfMore(lx, at, second)) return undefined
  const next = second + 1
  if (lx[next]?.start !== time && (!endsHere(lx[next]) || look.measures.match(lx, next))) return undefined
  const near = lx.slice(Math.max(0, at - BEFORE), Math.min(lx.length, next + BEHIND)).map(({ lower }) => lower)
  if (!near.some((word) => VOTE.test(word))) {
    const isGame = near.some((word) => look.words.score.has(word) && !look.words.voting.has(word))
    if (isGame || !near.some((word) => look.words.voting.has(word))) return undefined
  }
  return { sides: [at, second], next }
}

/** How far off the word may stand that tells of a vote. */
const [BEFORE, BEHIND] = [12, 7]
/** Of nothing but votes. */
const VOTE = /^(?:votes?|voted|voting|ballot|abstentions?|abstain(?:ed|ing))$/

const isCount = (lexeme: Lexeme | undefined): boolean => lexeme?.kind === 'number' && /^[\d,]{1,7}$/.test(lexeme.text)

/** "555-123-4567", "1-52" behind a hyphen */
const isPartOfMore = (lx: readonly Lexeme[], at: number, second: number): boolean => {
  const [before, after] = [lx[at - 1], lx[second + 1]]
  return (
    (!lx[at]!.gap && before !== undefined && !/^["'“‘(]$/.test(before.lower)) ||
    (after !== undefined && !after.gap && !/^[.,;:!?)"'”’]$/.test(after.lower))
  )
}

/** No noun is counted behind it, unless it is the vote's own. */
const endsHere = (after: Lexeme | undefined): boolean =>
  after === undefined ||
  after.kind === 'mark' ||
  /^\p{Lu}/u.test(after.text) ||
  /^(?:with|to|in|on|against|that|for|after|at|and|but|as|last|this|when|along|over|late|earlier|vote|votes|ruling|decision|margin|majority|verdict|split|ballot)$/.test(
    after.lower,
  )
