import { formCode } from './form-code.ts'
import type { Reference } from './reference.ts'

/** Number, gender and person do not speak against it. */
export function mayAgree(pronoun: Reference, other: Reference): boolean {
  if (pronoun.person < 3 && pronoun.number === 'many' && other.kind === 'name' && other.type === 'PERSON') return false
  if (pronoun.person !== other.person)
    return pronoun.person < 3 && other.person < 3
      ? false
      : pronoun.person < 3
        ? other.gender === 'p' || other.gender === 'm' || other.gender === 'f'
        : other.kind !== 'pronoun'
  if (other.kind === 'pronoun' && pronoun.kind === 'pronoun')
    return formCode(pronoun) === formCode(other) || formCode(other) > 7 || formCode(pronoun) > 7
  const { gender } = pronoun
  if (
    (gender === 'm' || gender === 'f') &&
    (other.gender === 'n' || (other.gender !== 'p' && other.gender !== null && other.gender !== gender))
  )
    return false
  if (gender === 'n' && (other.gender === 'p' || other.gender === 'm' || other.gender === 'f')) return false
  return !(
    (pronoun.number === 'one' && other.number === 'many') ||
    (pronoun.number === 'many' && other.number === 'one' && other.kind === 'name' && other.type === 'PERSON')
  )
}
