import type { Word } from '../../model/document.ts'
import { clauseWords } from '../clause-words.ts'
import type { VerbClasses } from '../ontology.ts'

export type Tense = 'past' | 'present'

/** Finite forms of English verbs: the irregular ones from `seeds/lexicon/verb-classes.json`, where the first form is the past, the rest by spelling. */
export class VerbForms {
  constructor(private readonly irregular: VerbClasses['irregular']) {}

  /** "taking" → "took", "write" → "wrote" or "writes". "be" and "have" agree with the subject. */
  finite(word: Word, tense: Tense, plural: boolean): string {
    const base = baseOf(word)
    if (base === 'be') return tense === 'past' ? (plural ? 'were' : 'was') : plural ? 'are' : 'is'
    if (base === 'have') return tense === 'past' ? 'had' : plural ? 'have' : 'has'
    if (tense === 'past') return this.irregular[base]?.[0] ?? regularPast(base, word)
    return plural ? base : thirdPerson(base)
  }
}

/** The lemma; of a gerund that the lemma does not fit by spelling, what does ("wiping" from "wipe": from "wip" it would be "wipping"). */
export function baseOf({ lemma, form, xpos }: Word): string {
  const base = lemma.toLowerCase()
  return xpos === 'VBG' && `${base}ing` === form.toLowerCase() && isShort(base) ? `${base}e` : base
}

function regularPast(base: string, { xpos, form }: Word): string {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  if (xpos === 'VBG') return `${form.toLowerCase().slice(0, -3)}ed` // doubled or not as the gerund is
  return isShort(base) || clauseWords().doubling.has(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}

const thirdPerson = (base: string): string =>
  /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`

/** One syllable that ends in one vowel and one consonant: "plan", "stop", not "rain" or "help". */
const isShort = (base: string): boolean => /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base)
