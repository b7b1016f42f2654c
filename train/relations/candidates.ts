/**
 * Pairs of mentions in one sentence of the corpora, as the product reads them, with what the corpus says of them.
 *   npx tsx train/relations/candidates.ts OUT
 * Writes OUT.jsonl (one pair a line) and OUT.f32 (three vectors a pair: first head, second head, the word on top of the path).
 */
import { openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { mendTree } from '../../src/claims/clauses/mend-tree.ts'
import type { Ontology } from '../../src/claims/ontology.ts'
import { Sides } from '../../src/claims/sides.ts'
import { lexiconOf } from '../../src/claims/typed/lexicon.ts'
import { HOME } from '../../src/home.ts'
import { createKit, type Kit } from '../../src/kit.ts'
import { givenArticle } from '../../src/model/article.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { Mention } from '../../src/model/mention.ts'
import { overlaps, type Span } from '../../src/model/span.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { treeOf } from '../../src/nlp/tree.ts'
import { understand } from '../../src/pipeline.ts'
import { toDocument } from '../../src/nlp/to-document.ts'
import { featuresOf, pathBetween, pathText, type Side } from './features.ts'
import { type GoldDocument, readRe3d, readRedocred } from './gold.ts'
import { createVectors, WIDTH } from './vectors.ts'

/** One pair. `label`: a type, "<" before it where the second side is its subject; "" for none; "?" where nobody knows. `right`: every type that would be true. */
export interface Pair {
  readonly document: string
  readonly sentence: string
  readonly a: Span & { readonly text: string; readonly type: string; readonly kind: string }
  readonly b: Span & { readonly text: string; readonly type: string; readonly kind: string }
  readonly path: string
  readonly label: string
  readonly right: readonly string[]
  /** Types of the product's own claims between the two, turned as labels are. */
  readonly framed: readonly string[]
  readonly features: readonly string[]
}

interface Mapped {
  readonly type: string
  readonly turned?: boolean
  readonly alsoRight?: readonly string[]
}
const mapping = JSON.parse(readFileSync(join(HOME, 'train', 'relations', 'mapping.json'), 'utf8')) as {
  wikidata: Record<string, readonly Mapped[]>
  unclear: readonly string[]
  re3d: Record<string, readonly string[]>
}

/** All pairs of a text; of those of a corpus, only what it judges. */
export async function pairsOf(gold: Pick<GoldDocument, 'text' | 'key'> & Partial<GoldDocument>, kit: Kit, vectors: Awaited<ReturnType<typeof createVectors>>): Promise<{ pairs: Pair[]; dense: Float32Array[]; claims: readonly Claim[]; mentions: readonly Mention[] }> {
  const document = await toDocument(givenArticle(gold.text, gold.key), kit.engine)
  const extraction = understand(document, kit)
  const lexicon = lexiconOf(kit.seeds.claims)
  const typeOf = new Map(extraction.entities.map(({ id, type }) => [id, type as string]))
  const pairs: Pair[] = []
  const dense: Float32Array[] = []
  for (const analysis of document.sentences) {
    const { sentence } = analysis
    const own = extraction.mentions.filter((mention) => mention.sentence === sentence.id)
    const tree = mendTree(treeOf(analysis.words), own, lexicon)
    const layers = { mentions: own, quantities: [], times: [], cues: [], typeOf: () => undefined }
    const sides = new Sides(tree, analysis, layers, document.text, lexicon)
    const found: Side[] = own
      .flatMap((mention) => {
        const head = sides.headOf(mention)
        const type = mention.type ?? (mention.entity ? typeOf.get(mention.entity) : undefined)
        return head && type && (mention.entity || mention.kind === 'name') ? [{ mention, head, type }] : []
      })
      .sort((x, y) => x.mention.start - y.mention.start || x.mention.end - y.mention.end)
    if (found.length < 2 || found.length > 40) continue
    const claims = extraction.claims.filter(({ type, evidence }) => type !== 'STATES' && evidence[0]!.sentence === sentence.id)
    const vector = await vectors.of(analysis.words)
    for (const [at, a] of found.entries())
      for (const b of found.slice(at + 1)) {
        if (overlaps(a.mention, b.mention) || (a.mention.entity && a.mention.entity === b.mention.entity)) continue
        const judged = gold.relations ? judge(a, b, gold as GoldDocument, kit.seeds.claims.ontology) : { label: '?', right: [] }
        if (!judged) continue
        const framed = framedBetween(a, b, claims)
        const { top } = pathBetween(tree, a.head, b.head)
        pairs.push({
          document: gold.key,
          sentence: document.text.slice(sentence.start, sentence.end),
          a: placeOf(a),
          b: placeOf(b),
          path: pathText(tree, a.head, b.head),
          ...judged,
          framed,
          features: featuresOf(tree, a, b, found, framed),
        })
        const three = new Float32Array(3 * WIDTH)
        for (const [n, word] of [a.head, b.head, top].entries()) three.set(vector.subarray((word.index - 1) * WIDTH, word.index * WIDTH), n * WIDTH)
        dense.push(three)
      }
  }
  return { pairs, dense, claims: extraction.claims, mentions: extraction.mentions }
}

const placeOf = ({ mention: { start, end, text, kind }, type }: Side) => ({ start, end, text, kind, type })

/** "TYPE" where the first side is the claim's subject, "<TYPE" where it is its object. */
function framedBetween(a: Side, b: Side, claims: readonly Claim[]): string[] {
  const is = (side: Claim['object'], { mention }: Side) =>
    side?.kind === 'entity' && (side.mention === mention.id || overlaps(side, mention))
  return [...new Set(claims.flatMap(({ type, subject, object }) => (is(subject, a) && is(object, b) ? [type] : is(subject, b) && is(object, a) ? [`<${type}`] : [])))]
}

/** What gold says of the pair: nothing (undefined) where a side is no entity of gold, or both are one. */
function judge(a: Side, b: Side, gold: GoldDocument, ontology: Ontology): { label: string; right: string[] } | undefined {
  const entitiesAt = ({ mention }: Side) => gold.mentions.filter((place) => overlaps(place, mention))
  const [first, second] = [entitiesAt(a), entitiesAt(b)]
  if (first.length === 0 || second.length === 0) return undefined
  if (first.some(({ entity }) => second.some((other) => other.entity === entity))) return undefined
  const between = gold.relations.flatMap((one) => {
    const straight = first.some(({ entity }) => entity === one.head) && second.some(({ entity }) => entity === one.tail)
    const turned = first.some(({ entity }) => entity === one.tail) && second.some(({ entity }) => entity === one.head)
    return straight || turned ? [{ ...one, straight }] : []
  })
  const right = new Set<string>()
  const labels = new Set<string>()
  let unclear = false
  for (const { relation, straight, sentences } of between) {
    const options: readonly Mapped[] =
      gold.corpus === 're3d' ? (mapping.re3d[relation] ?? []).map((type) => ({ type })) : (mapping.wikidata[relation] ?? [])
    if (options.length === 0 && (gold.corpus === 're3d' ? relation !== 'Apart' : mapping.unclear.includes(relation))) unclear = true
    const isHere = sentences.length === 1 && (sentences[0] === -1 || (sentences[0] === first[0]!.sentence && sentences[0] === second[0]!.sentence))
    let chosen = false
    for (const { type, turned = false, alsoRight = [] } of options) {
      const known = ontology.types.find((one) => one.type === type)!
      const name = (of: string, isStraight: boolean) => (isStraight || ontology.types.find((one) => one.type === of)?.symmetric ? of : `<${of}`)
      const ways = gold.corpus === 're3d' && relation === 'CoLocated' ? [straight, !straight] : [straight !== turned]
      for (const way of ways) {
        for (const also of [type, ...alsoRight]) right.add(name(also, way))
        const [subject, object] = way ? [a, b] : [b, a]
        const fits = (known.domain as readonly string[]).includes(subject.type) && (known.range as readonly string[]).includes(object.type)
        if (fits && isHere && !chosen) {
          labels.add(name(type, way))
          chosen = true
        }
      }
    }
    if (!chosen && options.length > 0) unclear = true
  }
  const label = labels.size > 0 ? [...labels][0]! : unclear ? '?' : ''
  return { label, right: [...right] }
}

if (process.argv[1]?.endsWith('candidates.ts')) {
  const [out = ''] = process.argv.slice(2)
  const data = join(HOME, '..', 'shared', 'data')
  const kit = createKit(await createEngine())
  const vectors = await createVectors()
  const [file, lines] = [openSync(`${out}.f32`, 'w'), openSync(`${out}.jsonl`, 'w')]
  for (const gold of [...readRe3d(join(data, 're3d')), ...readRedocred(join(data, 're-docred', 'dev_revised.json'))]) {
    const { pairs, dense } = await pairsOf(gold, kit, vectors)
    for (const three of dense) writeSync(file, new Uint8Array(three.buffer))
    for (const pair of pairs) writeSync(lines, `${JSON.stringify(pair)}\n`)
  }
  await vectors.close()
  await kit.engine.close()
}
