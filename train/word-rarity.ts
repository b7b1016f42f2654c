/**
 * Makes models/word-rarity.tsv: in how many of the texts of Re-DocRED (revised dev), GUM (train) and UD English EWT (train) a word stands, by stem, for words that stand in
 * two or more. The first line gives the number of texts. Word counts only, no sentences.
 *
 *   npx tsx train/word-rarity.ts [--data ../shared/data]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadStoryWords } from '../src/corpus/stories/words.ts'
import { HOME } from '../src/home.ts'
import { readSeed } from '../src/read-seed.ts'

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } })
const words = loadStoryWords(readSeed)
const counts = new Map<string, number>()
const texts = [...docred(), ...conllu(join(values.data, 'ud-english-ewt', 'en_ewt-ud-train.conllu')), ...gum()]
for (const text of texts)
  for (const stem of new Set(words.tokens(text).map((token) => token.stem)))
    counts.set(stem, (counts.get(stem) ?? 0) + 1)
const lines = [...counts].filter(([, count]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  join(HOME, 'models', 'word-rarity.tsv'),
  `${[texts.length, ...lines.map(([stem, count]) => `${stem}\t${count}`)].join('\n')}\n`,
)
console.log(`${texts.length} texts, ${lines.length} stems`)

function docred(): string[] {
  const all = JSON.parse(readFileSync(join(values.data, 're-docred', 'dev_revised.json'), 'utf8')) as {
    sents: string[][]
  }[]
  return all.map(({ sents }) => sents.map((sentence) => sentence.join(' ')).join(' '))
}

function gum(): string[] {
  const folder = join(values.data, 'gum', 'train')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.conllu'))
    .sort()
    .flatMap((name) => conllu(join(folder, name)))
}

/** The texts of the documents of a file. */
function conllu(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split(/^# newdoc.*$/m)
    .slice(1)
    .map((document) => [...document.matchAll(/^# text = (.*)$/gm)].map(([, text]) => text).join(' '))
}
