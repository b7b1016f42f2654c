/**
 * Pairs of references with their features, and whether gold joins them, for `train/coref.py`.
 *   npx tsx train/coref-pairs.ts OUT CACHE [--gum FOLDER]... [--gap FILE.tsv]...
 * Texts are read by the product's own engine, so that the scorer learns from the trees and names it will meet; CACHE keeps the
 * readings between runs. Writes OUT.f32 (rows of numbers) and OUT.json (their shape).
 * A row: model (0 pronoun, 1 noun), document, anaphor, label, then the features.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { antecedentsOf, scorerOf } from '../src/entities/antecedents.ts'
import { Clusters } from '../src/entities/clusters.ts'
import { callingsOf, descriptionsOf } from '../src/entities/descriptions.ts'
import { groupNames } from '../src/entities/group-names.ts'
import { joinAppositions } from '../src/entities/join-appositions.ts'
import { eachPair, FEATURES, pairFeatures } from '../src/entities/pair-features.ts'
import { surroundingsOf } from '../src/entities/surroundings.ts'
import { findReferences } from '../src/entities/reference.ts'
import { speakersOf } from '../src/entities/reported-speakers.ts'
import type { Kit } from '../src/kit.ts'
import { readSeed } from '../src/read-seed.ts'
import { loadNamingSeeds } from '../src/mentions/naming-seeds.ts'
import { readerOf } from '../src/mentions/candidate.ts'
import type { Document } from '../src/model/document.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { articleOf, type Gold, readGap, readGum } from './coref-gold.ts'
import { findSpeech } from '../src/speech/find-speech.ts'
import { Saying } from '../src/speech/lexicon.ts'
import { toDocument } from '../src/nlp/to-document.ts'

const [out, cache, ...sources] = process.argv.slice(2) as [string, string, ...string[]]
const seeds = { naming: loadNamingSeeds(readSeed), saying: readSeed('lexicon/saying.json', Saying) }
const kit = { seeds } as unknown as Kit
const golds: Gold[] = []
for (let at = 0; at < sources.length; at += 2) {
  const [kind, path] = sources.slice(at, at + 2) as [string, string]
  if (kind === '--gap') golds.push(...readGap(readFileSync(path, 'utf8')))
  else for (const name of readdirSync(path).filter((name) => name.endsWith('.conllu')).sort()) golds.push(readGum(join(path, name)))
}
const documents = await readings()
const rows: number[] = []
golds.forEach((gold, number) => {
  const document = documents[number]!
  const reader = readerOf(document, kit)
  const references = findReferences(reader)
  const clusters = new Clusters(references.length)
  groupNames(references, clusters, reader)
  const group = references.map(({ at }) => clusters.of(at))
  const settled = joinAppositions(references, clusters, reader)
  const joined = gold.judge(references, document, clusters)
  const { attributions } = findSpeech(document, [], kit)
  const around = surroundingsOf({
    reader,
    references,
    clusters,
    group,
    speakers: speakersOf(references, attributions, clusters, reader),
    descriptions: descriptionsOf(callingsOf(references, settled, group, reader)),
  })
  for (const anaphor of references) {
    const scorer = scorerOf(anaphor)
    if (!scorer || settled.has(anaphor.at)) continue
    eachPair(anaphor, antecedentsOf(anaphor, around), around, (one, place) => {
      const label = joined(anaphor, one)
      if (label === undefined) return
      const features = pairFeatures(anaphor, one, place, around)
      rows.push(scorer === 'pronoun' ? 0 : 1, number, anaphor.at, Number(label), ...features)
    })
  }
})
const columns = FEATURES.length + 4
writeFileSync(`${out}.f32`, Float32Array.from(rows))
writeFileSync(`${out}.json`, JSON.stringify({ columns, features: FEATURES, documents: golds.map(({ name }) => name) }))
console.log(`${rows.length / columns} pairs of ${golds.length} documents`)

async function readings(): Promise<Document[]> {
  if (existsSync(cache)) {
    return readFileSync(cache, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line))
  }
  const engine = await createEngine({})
  const read: Document[] = []
  for (const { name, text, tokens } of golds) {
    const article = articleOf(name, text)
    if (!tokens) read.push(await toDocument(article, engine))
    else {
      const found = await engine.read(tokens)
      read.push({ article, text, sentences: tokens.map(({ sentence }, at) => ({ sentence, ...found[at]! })) })
    }
  }
  await engine.close()
  writeFileSync(cache, read.map((document) => `${JSON.stringify(document)}\n`).join(''))
  return read
}
