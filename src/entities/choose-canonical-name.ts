import type { EntityType } from '../model/mention.ts'

const ACRONYM = /^[\p{Lu}\p{N}.&]{2,6}$/u

/**
 * The name we show: for a person or a building the fullest form, for anything else the most frequent one that is not an acronym;
 * ties go to the longer, then to the first in the alphabet, so that the order of mentions does not matter.
 */
export function chooseCanonicalName(forms: readonly string[], type: EntityType): string | undefined {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  const words = (form: string) => form.split(/[\s]+/).length
  const rank = (form: string) => [
    isAcronym(form) ? 0 : 1,
    isShouted(form) ? 0 : 1,
    FULLEST.has(type) ? words(form) : 0,
    counts.get(form)!,
    form.length,
  ]
  return [...counts.keys()].sort((a, b) => {
    const [ra, rb] = [rank(a), rank(b)]
    const difference = ra.findIndex((value, at) => value !== rb[at])
    return difference >= 0 ? rb[difference]! - ra[difference]! : a < b ? -1 : 1
  })[0]
}

const FULLEST: ReadonlySet<EntityType> = new Set(['PERSON', 'FACILITY'])
const isAcronym = (form: string) => ACRONYM.test(form)
const isShouted = (form: string) => form === form.toUpperCase() && (form.length > 6 || /\s/.test(form))
