/**
 * Pairs of references with their features, and whether the gold chains join them, for `train/coref.py`.
 *   npx tsx train/coref-pairs.ts OUT FOLDER-OF-CONLLU...      writes OUT.f32 (rows of numbers) and OUT.json (their shape)
 * A row: model (0 pronoun, 1 noun), document, anaphor, label, then the features.
 */
import { writeFileSync } from 'node:fs'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { antecedentsOf, scorerOf } from '../src/entities/antecedents.ts'
import { Clusters } from '../src/entities/clusters.ts'
import { groupNames } from '../src/entities/group-names.ts'
import { FEATURES, pairFeatures, surroundingsOf } from '../src/entities/pair-features.ts'
import { findReferences } from '../src/entities/reference.ts'
import { loadSeeds } from '../src/kit.ts'
import { readerOf } from '../src/mentions/candidate.ts'
import { readGold } from './coref-gold.ts'

const [out, ...folders] = process.argv.slice(2)
const seeds = loadSeeds()
const rows: number[] = []
let count = 0
const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.conllu')).sort().map((name) => join(folder, name)))
files.forEach((file, number) => {
  const { document, chainOf } = readGold(file)
  const reader = readerOf(document, { seeds })
  const references = findReferences(reader)
  const clusters = new Clusters(references.length)
  groupNames(references, clusters, reader)
  const around = surroundingsOf(reader, references, clusters)
  const chains = references.map((reference) => chainOf(reference))
  for (const anaphor of references) {
    const scorer = scorerOf(anaphor)
    if (!scorer) continue
    const candidates = antecedentsOf(anaphor, around).filter((one) => !clusters.same(one.at, anaphor.at))
    candidates.forEach((one, rank) => {
      const label = Number(chains[anaphor.at] !== undefined && chains[anaphor.at] === chains[one.at])
      rows.push(scorer === 'pronoun' ? 0 : 1, number, anaphor.at, label, ...pairFeatures(anaphor, one, rank, around))
      count++
    })
  }
})
writeFileSync(`${out}.f32`, Float32Array.from(rows))
writeFileSync(`${out}.json`, JSON.stringify({ rows: count, columns: FEATURES.length + 4, features: FEATURES, documents: files.map((file) => file.split('/').at(-1)) }))
console.log(`${count} pairs of ${files.length} documents`)
