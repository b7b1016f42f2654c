import { plainName } from '../conflict-row.ts'
import { isDated, type Told } from './told.ts'

/** Stands where the articles put different values. */
const GAP = '…'
/** Longer ones are cut at a word. */
const LONGEST = 90

/**
 * What amounts or dates are of: the shortest name of their claims, with a gap for the value, else the words around one of them. "… firefighters fought the blaze". What
 * a claim of a known type is called says by itself what has the date.
 */
export function titleOfTold(group: readonly Told[]): string {
  const titles = group.flatMap((told) => titleIn(plainName(told.claim.name), told) ?? [])
  const words = titles.length > 0 ? titles : group.map(wordsAround)
  return cut(
    [...words].sort(
      (a, b) => Number(PRONOUN.test(a)) - Number(PRONOUN.test(b)) || a.length - b.length || (a < b ? -1 : 1),
    )[0]!,
  )
}

/** "ferry: people aboard (40)" has its value aside, and is of a measure; a name without the value says something else. */
function titleIn(name: string, { claim, valueText }: Told): string | undefined {
  if (claim.name.endsWith(`(${valueText})`)) return name
  const at = name.indexOf(valueText)
  return at < 0 ? undefined : tidy(`${name.slice(0, at)}${GAP}${name.slice(at + valueText.length)}`)
}

/** The clause that the value stands in. */
function wordsAround(told: Told): string {
  const { claim, clauseText, valueText } = told
  if (isDated(told) && claim.type !== 'STATES') return plainName(claim.name)
  return tidy(clauseText.replace(valueText, GAP))
}

const PRONOUN = /^(?:it|they|he|she|its|their|his|her)\b/i

const tidy = (text: string): string => text.replace(/\s+/g, ' ').replace(/^[\s,;:–—]+|[\s,;:.–—]+$/g, '')

const cut = (text: string): string =>
  text.length <= LONGEST
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', LONGEST))} ${text.includes(GAP, LONGEST) ? GAP : ''}`.trim()
