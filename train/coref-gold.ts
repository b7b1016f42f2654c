/** Texts with their gold coreference, for training the scorer of antecedents. */
import { readFileSync } from 'node:fs'
import type { Clusters } from '../src/entities/clusters.ts'
import type { Reference } from '../src/entities/reference.ts'
import { type Article, givenArticle } from '../src/model/article.ts'
import type { Document } from '../src/model/document.ts'
import { parseConllu } from '../src/nlp/conllu.ts'
import type { Tokens } from '../src/nlp/engine.ts'
import { toDocuments } from '../src/nlp/from-conllu.ts'

/** Whether gold joins two references; `undefined` where it does not say. */
export type Joined = (anaphor: Reference, antecedent: Reference) => boolean | undefined

export interface Gold {
  readonly name: string
  readonly text: string
  /** Sentences and words, where they are given. */
  readonly tokens?: readonly Tokens[]
  readonly judge: (references: readonly Reference[], document: Document, clusters: Clusters) => Joined
}

export const articleOf = (id: string, text: string): Article => givenArticle(text, id, { id })

/** A document of GUM: chains are found by the head word of a mention in the gold tree, else by its words. */
export function readGum(path: string): Gold {
  const content = readFileSync(path, 'utf8')
  const [given] = toDocuments(parseConllu(content), path)
  const chains = new Map<string, string>()
  const put = (key: string, chain: string) => chains.has(key) || chains.set(key, chain)
  content
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t')))
    .filter((rows) => rows.length > 0)
    .forEach((rows, sentence) => {
      for (const { chain, first, last } of brackets(rows)) {
        const inside = (head: number) => head >= first && head <= last
        const head = rows.slice(first - 1, last).find((row) => !inside(Number(row[6])) && row[3] !== 'PUNCT')
        put(`${sentence} ${first}-${last}`, chain)
        if (head) put(`${sentence} ${head[0]}`, chain)
      }
    })
  const chainOf = ({ sentence, head, whole, core }: Reference) =>
    chains.get(`${sentence} ${whole.first}-${whole.last}`) ?? chains.get(`${sentence} ${core.first}-${core.last}`) ?? chains.get(`${sentence} ${head.index}`)
  return {
    name: path.split('/').at(-1)!,
    text: given!.article.text,
    tokens: given!.tokens,
    judge: (references) => {
      const of = references.map(chainOf)
      return (anaphor, antecedent) => of[anaphor.at] !== undefined && of[anaphor.at] === of[antecedent.at]
    },
  }
}

const open: { chain: string; first: number }[] = []

function brackets(rows: readonly (readonly string[])[]): { chain: string; first: number; last: number }[] {
  const found: { chain: string; first: number; last: number }[] = []
  open.length = 0
  for (const row of rows) {
    const index = Number(row[0])
    for (const part of /(?:^|\|)Entity=([^|]*)/.exec(row[9]!)?.[1]?.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
      const chain = part.replace(/[()]/g, '').split(/[-[]/)[0]!
      if (part.startsWith('(')) {
        if (part.endsWith(')')) found.push({ chain, first: index, last: index })
        else open.push({ chain, first: index })
        continue
      }
      const place = open.findLastIndex((one) => one.chain === chain)
      if (place >= 0) found.push({ chain, first: open.splice(place, 1)[0]!.first, last: index })
    }
  }
  return found
}

/** The snippets of GAP: one pronoun, two names, and for each whether they are the same person. */
export function readGap(tsv: string): Gold[] {
  const [header, ...lines] = tsv.trimEnd().split('\n').map((line) => line.replace(/\r$/, '').split('\t'))
  return lines.map((cells) => {
    const of = (column: string) => cells[header!.indexOf(column)]!
    const points = [...of('Text')]
    const place = (column: string) => {
      const start = points.slice(0, Number(of(`${column}-offset`))).join('').length
      return { start, end: start + of(column).length }
    }
    const pronoun = place('Pronoun')
    const sides = [
      { ...place('A'), same: of('A-coref').toUpperCase() === 'TRUE' },
      { ...place('B'), same: of('B-coref').toUpperCase() === 'TRUE' },
    ]
    return { name: of('ID'), text: of('Text'), judge: (references, document, clusters) => judgeGap(references, document, clusters, pronoun, sides) }
  })
}

function judgeGap(
  references: readonly Reference[],
  document: Document,
  clusters: Clusters,
  pronoun: { start: number; end: number },
  sides: readonly { start: number; end: number; same: boolean }[],
): Joined {
  const spanOf = ({ sentence, core }: Reference) => {
    const { words } = document.sentences[sentence]!
    return { start: words[core.first - 1]!.start, end: words[core.last - 1]!.end }
  }
  const meets = (reference: Reference, { start, end }: { start: number; end: number }) => {
    const span = spanOf(reference)
    return span.start < end && start < span.end
  }
  const groups = sides.map((side) => {
    const named = references.find((reference) => reference.kind === 'name' && meets(reference, side))
    return { ...side, group: named && clusters.of(named.at) }
  })
  const one = groups.find(({ same }) => same)
  return (anaphor, antecedent) => {
    if (anaphor.kind !== 'pronoun' || spanOf(anaphor).start !== pronoun.start) return undefined
    const group = clusters.of(antecedent.at)
    const side = groups.find((candidate) => candidate.group === group)
    if (side) return side.same
    // with the right name known, any other name is wrong; of other pronouns and phrases nothing is known
    return one && antecedent.kind === 'name' ? false : undefined
  }
}
