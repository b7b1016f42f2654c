import { findClauses } from '../claims/clauses/find-clauses.ts'
import { openClaims } from '../claims/open/open-claims.ts'
import { toTuples } from '../claims/open/to-tuples.ts'
import { loadSeeds } from '../kit.ts'
import { createEngine } from '../nlp/create-engine.ts'
import { Tree } from '../nlp/tree.ts'
import { tokenize } from '../text/tokenize.ts'
import { loadText, write } from './whole-file.ts'

export interface OpenIeOptions {
  readonly engine?: 'encoder' | 'fast'
}

const AT_ONCE = 200

/** Prints the tuples of every line, the surest first. Each line is a sentence by itself. */
export async function printTuples(file: string, { engine: name }: OpenIeOptions): Promise<void> {
  const lines = loadText(file).split(/\r?\n/)
  const engine = await createEngine(name ? { engine: name } : {})
  const seeds = loadSeeds()
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines.slice(from, from + AT_ONCE).filter((line) => line.trim())
    const given = some.map((line, index) => {
      const sentence = {
        id: `s:${from + index}`,
        index,
        paragraph: index,
        start: 0,
        end: line.length,
        zone: 'body' as const,
      }
      return { sentence, tokens: tokenize(line, sentence) }
    })
    const readings = await engine.read(given)
    const rows = readings.flatMap(({ words }, at) => {
      const tree = new Tree(words)
      const tuples = toTuples(tree, openClaims(tree, findClauses(tree)), some[at]!, seeds)
      return tuples.map(({ confidence, relation, args }) =>
        [some[at]!, confidence.toFixed(4), relation, ...args].join('\t'),
      )
    })
    if (rows.length > 0) await write(`${rows.join('\n')}\n`)
  }
  await engine.close()
}
