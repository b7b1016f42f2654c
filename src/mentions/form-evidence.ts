import type { EntityType } from '../model/mention.ts'
import { LOWER } from '../text/letters.ts'
import { type Candidate, type Reader, textOfCandidate, wordsOf } from './candidate.ts'
import type { Evidence } from './evidence.ts'

const NO_SMALL = /^\P{Ll}+$/u
const SHORT_CAPITALS = /^\p{Lu}{3,5}$/u
const MODEL_NUMBER = /^\p{Lu}[\p{L}’']*[- ]?\d{1,4}$/u
const ACRONYM = /^\p{Lu}[\p{Lu}&]{1,5}$/u
const HYPHENED = /^\p{Lu}\p{Ll}+-\p{Ll}+$/u
/** "Kredittbank", "Stahlwerke", "Petrogas": what firms are called in one word in many languages. */
const FIRM_ENDING =
  /^\p{Lu}\p{Ll}{2,}(?:bank|banken|banka|banco|bahn|werke|werken|verk|gruppe|gruppen|konzern|pharma|pharm|tech|soft|corp|gaz|gas|petrol|neft|energo|energi|energia|invest|telecom|telekom|kontor|verlag|brauerei|bryggeri|rederi|chem|chemie|bau|handel|trans)$/u
const CAMEL_CASE = /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}+$/u

/** What the letters and words of a name say: acronyms, designations ("Kestrel-4"), given names, small words; by the nouns of the document what a designation is of. */
export function formEvidence(name: Candidate, reader: Reader): Evidence[] {
  const text = textOfCandidate(reader, name)
  const words = wordsOf(reader, name)
  const found: Evidence[] = []
  const say = (type: EntityType, weight: number) => found.push({ type, weight })
  if (isAcronym(text) && !name.known && name.type !== 'WORK' && !reader.knowledge.stateNamed(text)) {
    say('ORGANIZATION', 1)
    say('PERSON', -2)
    say('PLACE', -1)
  }
  if (isDesignation(text)) {
    say('PERSON', -4)
    say('PLACE', -3)
    say('WORK', 1)
    const craft = craftOf(reader)
    if (craft && name.type !== 'ORGANIZATION') say(craft, 1)
  }
  if (CAMEL_CASE.test(text) && !/^(Mac|Van|Fitz)/.test(text)) {
    say('ORGANIZATION', 1)
    say('PERSON', -1.5)
    say('PLACE', -2)
  }
  if (FIRM_ENDING.test(words.at(-1)!.form)) {
    say('ORGANIZATION', 1.5)
    say('PERSON', -1.5)
    say('PLACE', -1)
  }
  if (words.length > 1) {
    const last = words.at(-1)!.form
    if (reader.knowledge.nameWords.has('legal', last) && !/^(?!Oy|Co)\p{Lu}\p{Ll}$/u.test(last)) {
      say('ORGANIZATION', 4) // "Lindqvist AB"; "Maria Sa" is somebody
      say('PERSON', -4)
    } else if (reader.knowledge.nameWords.has('companies', last)) {
      say('ORGANIZATION', 1.5)
      say('PERSON', -1.5)
    }
    if (words.some(({ form }) => /^(of|and|&|for)$/.test(form))) say('PERSON', -3)
    if (SHORT_CAPITALS.test(words[0]!.form) && !NO_SMALL.test(text)) {
      say('ORGANIZATION', 1.5) // "RTV Drenthe"
      say('PERSON', -1.5)
    }
    if (reader.knowledge.nameWords.typeAtStart(words.map(({ form }) => form)) === 'ORGANIZATION') {
      say('ORGANIZATION', 2) // "Stichting Schaakstad"
      say('PERSON', -2)
    }
    const isBody = reader.knowledge.nameWords.isHead([words[0]!.form]) === 'ORGANIZATION'
    if (isBody && reader.knowledge.stateNamed(words.at(-1)!.form)) say('ORGANIZATION', 3) // "Bank Indonesia"
    if (/^([IVX]{2,}|V)$/.test(words.at(-1)!.form) && name.type !== 'WORK') say('PERSON', 2) // "Haakon VII"
    if (reader.knowledge.isGiven(words[0]!.form) && words.every(({ form }) => !LOWER.test(form))) say('PERSON', 1.7)
    if (reader.knowledge.isFamilyFirst(words[0]!.form) && HYPHENED.test(text.split(' ')[1] ?? '')) say('PERSON', 2)
  }
  return found
}

const isAcronym = (text: string) => ACRONYM.test(text)
/** "Kestrel-4", "Chandra 2", "M61". */
const isDesignation = (text: string) => MODEL_NUMBER.test(text)

/** The craft or arms that a document speaks of, when it is one kind of the two. */
function craftOf(reader: Reader): EntityType | undefined {
  const known = crafts.get(reader)
  if (known !== undefined) return known ?? undefined
  const nouns = reader.sentences.flatMap(({ words }) => words.filter(({ upos }) => upos === 'NOUN'))
  const count = (type: EntityType) => nouns.filter(({ lemma }) => reader.knowledge.typeOfNoun(lemma) === type).length
  const [vessels, weapons] = [count('VESSEL'), count('WEAPON')]
  const craft = vessels >= 2 && vessels > weapons ? 'VESSEL' : weapons >= 2 && weapons > vessels ? 'WEAPON' : null
  crafts.set(reader, craft)
  return craft ?? undefined
}
const crafts = new WeakMap<Reader, EntityType | null>()
