import { z } from 'zod'
import { readModel, readSeed } from '../read-seed.ts'

const NO_WORD = /^[^\p{L}\p{N}]+$/u

/**
 * models/lemmas.json, made by train/lemmas.ts. Keys of both tables begin with a Penn tag or, where it says more, universal and Penn tag.
 * A rule is "cut+ending": "ies" under NNS → "3y".
 */
export const Lemmas = z.object({
  /** Whole words that the rules get wrong: tag → form → lemma. */
  words: z.record(z.string(), z.record(z.string(), z.string())),
  /** Endings, longest first wins: tag → ending → rule. */
  endings: z.record(z.string(), z.record(z.string(), z.string())),
  /** Verbs as they stand in the dictionary: they choose between "provok" and "provoke". */
  bases: z.array(z.string()),
})
export type Lemmas = z.infer<typeof Lemmas>

interface Tables {
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly endings: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly bases: ReadonlySet<string>
  /** What was asked before, by tags and form. */
  readonly remembered: Map<string, string>
}

const MOST_REMEMBERED = 20_000

let loaded: Tables | undefined
const tables = (): Tables => (loaded ??= toTables(withIrregularVerbs(readModel('lemmas.json', Lemmas))))

const Irregular = z.object({ irregular: z.record(z.string(), z.array(z.string())) })

/** Adds the past forms of `seeds/lexicon/verb-classes.json` that the corpora did not have: "misled", "wove". */
function withIrregularVerbs({ words, ...rest }: Lemmas): Lemmas {
  const { irregular } = readSeed('lexicon/verb-classes.json', Irregular)
  const forms = Object.entries(irregular).flatMap(([lemma, past]) => past.map((form) => [form, lemma] as const))
  const pasts = ['VBD', 'VBN'].map((tag) => [tag, { ...Object.fromEntries(forms), ...words[tag] }] as const)
  return { words: { ...words, ...Object.fromEntries(pasts) }, ...rest }
}

export const toTables = ({ words, endings, bases }: Lemmas): Tables => {
  const nested = (table: Record<string, Record<string, string>>) =>
    new Map(Object.entries(table).map(([tag, inner]) => [tag, new Map(Object.entries(inner))]))
  return { words: nested(words), endings: nested(endings), bases: new Set(bases), remembered: new Map() }
}

/** What else decides the lemma of a clitic: "'s" before "been" is have. */
export interface LemmaContext {
  readonly deprel: string
  readonly headXpos: string
}

export const LONGEST_ENDING = 5

/** The dictionary form of a word by Universal Dependencies' conventions: names keep their case, everything else is lower case. */
export function lemmaOf(
  form: string,
  upos: string,
  xpos: string,
  context?: LemmaContext,
  known: Tables = tables(),
): string {
  if (context && upos === 'AUX' && /^['’]s$/i.test(form))
    return context.deprel === 'aux' && context.headXpos === 'VBN' ? 'have' : 'be'
  const { remembered } = known
  const key = `${upos} ${xpos} ${form}`
  const told = remembered.get(key)
  if (told !== undefined) return told
  const lemma = findLemma(form, upos, xpos, known)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, lemma)
  return lemma
}

function findLemma(form: string, upos: string, xpos: string, { words, endings, bases }: Tables): string {
  const name = upos === 'PROPN' || upos === 'SYM' || upos === 'X' || upos === 'NUM' || xpos.startsWith('NNP')
  const written = form.replace(/[’`´ʼ]/g, "'")
  const key = written.toLowerCase()
  for (const tag of [`${upos} ${xpos}`, xpos]) {
    const found = words.get(tag)?.get(name ? written : key) ?? (name ? undefined : words.get(tag)?.get(key))
    if (found !== undefined) return found
  }
  const rules = endings.get(xpos)
  if (upos === 'NUM' && /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(form)) return form.replaceAll(',', '')
  if (upos === 'PROPN' && xpos === 'NNP' && SHOUTED.test(form)) return form[0] + key.slice(1)
  if (!rules) return name ? form : key === '' ? form : plain(form, key)
  for (let length = Math.min(LONGEST_ENDING, key.length); length >= 0; length--) {
    const rule = rules.get(key.slice(key.length - length))
    if (rule !== undefined) return knownVerb(apply(rule, name ? form : key), key, xpos, bases)
  }
  return name ? form : plain(form, key)
}

/** Longer than acronyms are. */
const SHOUTED = /^\p{Lu}{6,}$/u

/** Of the verbs that a form can come from, the one that is known; the rule's where none is. */
function knownVerb(lemma: string, form: string, xpos: string, bases: ReadonlySet<string>): string {
  const suffix = SUFFIX[xpos]
  if (!suffix || !form.endsWith(suffix)) return lemma
  const isHalf =
    suffix !== 's' && lemma === form.slice(0, -suffix.length) && SHORT.test(lemma) && bases.has(`${lemma}e`)
  if (isHalf) return `${lemma}e` // "hoped", which "hop" would double
  if (bases.has(lemma)) return lemma
  if (!/[aeiouy]/.test(lemma)) return form // "shed" is not the past of "sh"
  const stem = form.slice(0, -suffix.length)
  const known = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].find((candidate) => bases.has(candidate))
  return known ?? (lemma === stem && suffix !== 's' && SHORT.test(stem) ? `${stem}e` : lemma)
}

/** "wiping", "fined": a stem of one short syllable would have doubled its consonant. */
const SHORT = /^[^aeiou]*[aeiou][^aeiouwxy]$/

const SUFFIX: Readonly<Record<string, string>> = { VBD: 'ed', VBN: 'ed', VBG: 'ing', VBZ: 's' }

/** Curly marks stay as they are written. */
const plain = (form: string, key: string): string => (NO_WORD.test(form) ? form : key)

export function apply(rule: string, form: string): string {
  const cut = Number(rule[0])
  return cut >= form.length ? form : form.slice(0, form.length - cut) + rule.slice(1)
}
