import type { EntityType } from '../model/mention.ts'
import { type Refiner, wordsOf } from './candidate.ts'
import { QUOTED } from './find-again.ts'
import type { NameWords } from './name-words.ts'

/** Which types a name of another type may turn out to have by its head noun ("… Ministry", "Treaty of …"). */
const FINER: Partial<Record<EntityType, ReadonlySet<EntityType>>> = {
  ORGANIZATION: new Set(['GOVERNMENT', 'MILITARY_UNIT', 'AGREEMENT', 'FACILITY', 'EVENT']),
  PLACE: new Set(['FACILITY', 'EVENT', 'AGREEMENT', 'ORGANIZATION', 'GOVERNMENT', 'MILITARY_UNIT']),
  WORK: new Set(['EVENT', 'AGREEMENT', 'WEAPON', 'VESSEL', 'MILITARY_UNIT', 'ORGANIZATION', 'GOVERNMENT']),
}
/** What begins so is that, whatever it looks like: storms and ships have people's names. */
const BY_START: ReadonlySet<EntityType> = new Set(['EVENT', 'VESSEL'])

/** Fine types by the name's own words. */
export const nameTypes: Refiner = (candidates, reader) =>
  candidates.map((candidate) => {
    if (candidate.kind !== 'name' || candidate.known || !candidate.type || candidate.method === QUOTED) return candidate
    const { nameWords } = reader.knowledge
    const forms = wordsOf(reader, candidate).map(({ form }) => form)
    const type = nameWords.typeOf(forms)
    if (!type) return candidate
    if (type === nameWords.typeAtStart(forms) && BY_START.has(type)) return { ...candidate, type }
    if (!FINER[candidate.type]?.has(type) || !isPlain(candidate.type, type, forms, nameWords)) return candidate
    return { ...candidate, type }
  })

/** An organisation's name may end in a building's word ("Massachusetts General Hospital"), a place's in a group's ("Hell's Kitchen School"): only some words decide. */
function isPlain(from: EntityType, to: EntityType, forms: readonly string[], nameWords: NameWords): boolean {
  if (from === 'ORGANIZATION' && to === 'FACILITY') return forms.some((form) => nameWords.has('buildings', form))
  if (to === 'ORGANIZATION') return nameWords.has('companies', forms.at(-1)!) || nameWords.has('bodies', forms.at(-1)!)
  return true
}
