/**
 * Makes models/lemmas.json from the train parts of UD English EWT and GUM: for each Penn tag the endings that tell the lemma,
 * and the words that they get wrong. Verbs and nouns of compromise's lexicon (MIT) are added with their irregular forms. Word lists only, no sentences.
 *
 *   npx tsx train/lemmas.ts [--data ../shared/data]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import nlp from 'compromise/two'
import { parseConllu } from '../src/nlp/conllu.ts'
import { apply, LONGEST_ENDING, lemmaOf, toTables } from '../src/nlp/lemma-of.ts'

const HOME = new URL('..', import.meta.url).pathname
const { values } = parseArgs({ options: { data: { type: 'string', default: join(HOME, '../shared/data') }, out: { type: 'string', default: join(HOME, 'models/lemmas.json') } } })
const gum = join(values.data, 'gum/train')
const files = [join(values.data, 'ud-english-ewt/en_ewt-ud-train.conllu'), ...readdirSync(gum).filter((file) => file.endsWith('.conllu')).sort().map((file) => join(gum, file))]

const NAMELIKE = new Set(['PROPN', 'SYM', 'X', 'NUM'])
/** Tags whose forms are inflected: they get endings. */
const INFLECTED = ['NNS', 'NNPS', 'VBD', 'VBG', 'VBN', 'VBZ', 'VBP', 'JJR', 'JJS', 'RBR', 'RBS']
const typos = new Set<string>() // keys that some writer spelled wrongly: kept in the list when frequent, never a model for endings
const counts = new Map<string, Map<string, number>>() // "upos xpos\tform" → lemma → times
for (const file of files)
  for (const { rows } of parseConllu(readFileSync(file, 'utf8')))
    for (const { form, lemma, upos, xpos, misc } of rows) {
      if (lemma === '_') continue
      const wrong = misc.includes('CorrectForm') || misc.includes('Typo')
      const key = `${upos} ${xpos}\t${NAMELIKE.has(upos) || xpos.startsWith('NNP') ? form : form.toLowerCase().replace(/’/g, "'")}`
      const inner = counts.get(key) ?? new Map<string, number>()
      counts.set(key, inner.set(lemma, (inner.get(lemma) ?? 0) + 1))
      if (wrong) typos.add(key)
    }
const seen = [...counts].map(([key, lemmas]) => {
  const [tags, form] = key.split('\t') as [string, string]
  const [lemma, times] = [...lemmas].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]!
  return { typo: typos.has(key), upos: tags.split(' ')[0]!, xpos: tags.split(' ')[1]!, form, lemma, times, all: [...lemmas.values()].reduce((a, b) => a + b, 0) }
})

function ruleOf(form: string, lemma: string): string | undefined {
  let same = 0
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++
  const rule = `${form.length - same}${lemma.slice(same)}`
  return form.length - same < 8 && same > 0 && apply(rule, form) === lemma ? rule : undefined
}

const endings: Record<string, Record<string, string>> = {}
for (const tag of INFLECTED) {
  const votes = new Map<string, Map<string, number>>()
  for (const { xpos, form, lemma, typo } of seen) {
    const rule = xpos === tag && !typo ? ruleOf(form, lemma) : undefined
    if (rule === undefined) continue
    for (let length = 0; length <= Math.min(LONGEST_ENDING, form.length - 1); length++) {
      const ending = form.toLowerCase().slice(form.length - length)
      const inner = votes.get(ending) ?? new Map<string, number>()
      votes.set(ending, inner.set(rule, (inner.get(rule) ?? 0) + 1))
    }
  }
  const best = new Map([...votes].map(([ending, rules]) => [ending, [...rules].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]!]))
  const kept: Record<string, string> = {}
  for (const ending of [...best.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const [rule, times] = best.get(ending)!
    let shorter = ending.slice(1)
    while (shorter !== '' && kept[shorter] === undefined) shorter = shorter.slice(1)
    if (ending === '' || (times >= 2 && kept[shorter] !== rule)) kept[ending] = rule
  }
  endings[tag] = kept
}

interface Conjugation {
  readonly PastTense: string
  readonly PresentTense: string
  readonly Gerund: string
  readonly Participle?: string
}
const world = nlp as unknown as {
  model(): { one: { lexicon: Record<string, string | string[]> } }
  methods(): { two: { transform: { verb: { conjugate(verb: string, model: unknown): Conjugation }; noun: { toPlural(noun: string, model: unknown): string } } } }
}
const { transform } = world.methods().two
const listed = (tag: string) =>
  Object.entries(world.model().one.lexicon)
    .filter(([word, tags]) => [tags].flat().join(' ') === tag && /^[a-z]{3,}$/.test(word))
    .map(([word]) => word)
    .sort()
const infinitives = listed('Infinitive')

const bases = [...new Set(seen.filter(({ upos, xpos, typo }) => upos === 'VERB' && (xpos === 'VB' || xpos === 'VBP') && !typo).map(({ lemma }) => lemma).concat(infinitives))]
  .filter((lemma) => /^[a-z]{3,}$/.test(lemma))
  .sort()

const words: Record<string, Record<string, string>> = {}
const rules = toTables({ words: {}, endings, bases })
for (const { upos, xpos, form, lemma, times, all, typo } of seen.sort((a, b) => (`${a.xpos}${a.form}` < `${b.xpos}${b.form}` ? -1 : 1))) {
  if (times / all < 0.5 || (typo && times < 2) || lemmaOf(form, upos, xpos, undefined, rules) === lemma) continue
  words[`${upos} ${xpos}`] ??= {}
  words[`${upos} ${xpos}`]![form] = lemma
}
const known = toTables({ words, endings, bases })
const add = (tag: string, form: string | undefined, lemma: string) => {
  if (!form || form === lemma || lemmaOf(form, tag === 'NNS' ? 'NOUN' : 'VERB', tag, undefined, known) === lemma) return
  if (words[`${tag === 'NNS' ? 'NOUN' : 'VERB'} ${tag}`]?.[form]) return
  words[tag] ??= {}
  words[tag]![form] = lemma
}
for (const verb of infinitives) {
  const forms = transform.verb.conjugate(verb, world.model())
  add('VBD', forms.PastTense, verb)
  add('VBN', forms.Participle ?? forms.PastTense, verb)
  add('VBZ', forms.PresentTense, verb)
  add('VBG', forms.Gerund, verb)
}
/** Nouns whose plural in -es no table has. */
const IN_OES = 'buffalo cargo domino echo embargo hero mango mosquito motto potato tomato tornado torpedo veto volcano'.split(' ')
for (const noun of IN_OES) add('NNS', `${noun}es`, noun)
for (const noun of listed('Singular')) add('NNS', transform.noun.toPlural(noun, world.model()), noun)

const text = `${JSON.stringify({ words, endings, bases })}\n`
writeFileSync(values.out, text)
const total = Object.values(words).reduce((sum, inner) => sum + Object.keys(inner).length, 0)
console.log(`${total} words, ${Object.values(endings).reduce((sum, inner) => sum + Object.keys(inner).length, 0)} endings, ${text.length} bytes`)
