import type { EntityType } from '../model/mention.ts'

const ACRONYM = /^[\p{Lu}\p{N}.&]{2,6}$/u

/**
 * The name we show is a full one: of a person or a building the longest form, of anything else the most frequent one that is no acronym, written out as fully
 * as the text does ("Corran Petroleum" for "Corran"). Ties go to the longer, then to the first in the alphabet, so that the order of mentions does not matter.
 */
export function chooseCanonicalName(forms: readonly string[], type: EntityType): string | undefined {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  const rank = (form: string) => [
    isAcronym(form) ? 0 : 1,
    isShouted(form) ? 0 : 1,
    LONGEST.has(type) ? wordsOf(form).length : 0,
    counts.get(form)!,
    form.length,
  ]
  const best = (some: readonly string[], rankOf: (form: string) => readonly number[]) =>
    [...some].sort((a, b) => {
      const [ra, rb] = [rankOf(a), rankOf(b)]
      const difference = ra.findIndex((value, at) => value !== rb[at])
      return difference >= 0 ? rb[difference]! - ra[difference]! : a < b ? -1 : 1
    })[0]
  const usual = best([...counts.keys()], rank)
  if (usual === undefined || isAcronym(usual)) return usual
  const full = [...counts.keys()].filter((form) => !isShouted(form) && isWithin(wordsOf(usual), wordsOf(form)))
  return best(full, (form) => [wordsOf(form).length, ...rank(form)]) ?? usual
}

const LONGEST: ReadonlySet<EntityType> = new Set(['PERSON', 'FACILITY'])
const isAcronym = (form: string) => ACRONYM.test(form)
const isShouted = (form: string) => form === form.toUpperCase() && (form.length > 6 || /\s/.test(form))
const wordsOf = (form: string): string[] => form.split(/\s+/)

/** All words of the one are in the other, in their order. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}
