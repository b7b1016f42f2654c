/**
 * Draws typed claims of real texts by seed, each with its sentence, to be read and judged one by one (judged-typed.md): the documents of re3d and the news, lives,
 * interviews and speeches of GUM's training part, beside the project.
 *
 *   npx tsx bench/claims/draw-typed.ts [--seed 1] [--claims 100] [--data ../shared/data]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createKit } from '../../src/kit.ts'
import { givenArticle } from '../../src/model/article.ts'
import { sha256 } from '../../src/model/id.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { extract } from '../../src/pipeline.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    claims: { type: 'string', default: '100' },
    data: { type: 'string', default: '../shared/data' },
  },
})
const KINDS = /^GUM_(?:news|bio|interview|speech)/

/** One JSON object a line, in a folder for each source. */
function re3d(): { name: string; text: string }[] {
  const folder = join(values.data, 're3d')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readFileSync(join(folder, name, 'documents.json'), 'utf8')
        .split('\n')
        .filter((line) => line.trim())
        .map((line, at) => ({ name: `${name} ${at + 1}`, text: (JSON.parse(line) as { text: string }).text })),
    )
}

/** Paragraphs of the sentences as they were printed. */
function gum(): { name: string; text: string }[] {
  const folder = join(values.data, 'gum', 'train')
  return readdirSync(folder)
    .filter((file) => KINDS.test(file))
    .map((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n')
      const text = lines.flatMap((line) => {
        if (line.startsWith('# newpar')) return ['\n\n']
        return line.startsWith('# text = ') ? [`${line.slice('# text = '.length)} `] : []
      })
      return { name: file.replace('.conllu', ''), text: text.join('').trim() }
    })
}

const kit = createKit(await createEngine())
const found: { key: string; shown: string }[] = []
for (const { name, text } of [...re3d(), ...gum()]) {
  const { claims, sentences } = await extract(givenArticle(text, name), kit)
  for (const { id, type, subject, object, polarity, factuality, rule, evidence } of claims) {
    if (type === 'STATES') continue
    const sentence = sentences.find((one) => one.id === evidence[0]!.sentence)!
    const shown = `${type} | ${subject.text} | ${object?.text ?? '-'} [${polarity} ${factuality} ${rule}] ${name}\n     ${text.slice(sentence.start, sentence.end)}`
    found.push({ key: sha256(`${values.seed} ${id}`), shown })
  }
}
await kit.engine.close()
found.sort((a, b) => (a.key < b.key ? -1 : 1))
console.log(`${found.length} typed claims`)
for (const [at, { shown }] of found.slice(0, Number(values.claims)).entries()) console.log(`${at + 1}. ${shown}`)
