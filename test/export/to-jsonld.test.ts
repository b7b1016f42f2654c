import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { beforeAll, expect, test } from 'vitest'
import { dumped } from '../../src/export/dumped.ts'
import { toJsonld } from '../../src/export/to-jsonld.ts'
import { openStore } from '../../src/store/open-store.ts'
import { evilArticles } from './page.ts'

interface Quad {
  readonly subject: { readonly value: string }
  readonly predicate: { readonly value: string }
  readonly object: { readonly value: string }
}

let text = ''
let quads: Quad[]
beforeAll(async () => {
  const store = await openStore(mkdtempSync(join(tmpdir(), 'wiregraph-jsonld-')), { env: {} })
  await store.prepare()
  await store.load(evilArticles, { version: 'test' })
  await store.finish()
  for await (const piece of toJsonld(() => dumped(store))) text += piece
  await store.close()
  quads = (await jsonld.toRDF(JSON.parse(text), { documentLoader: noLoader })) as unknown as Quad[]
}, 60_000)

/** Nothing has to be fetched. */
const noLoader = async (url: string): Promise<never> => {
  throw new Error(`asked for ${url}`)
}
const objects = (predicate: string, subject?: string) =>
  quads
    .filter((quad) => quad.predicate.value === predicate && (!subject || quad.subject.value === subject))
    .map(({ object }) => object.value)

test('a JSON-LD processor reads it as RDF and fetches nothing', () => {
  expect(quads.length).toBeGreaterThan(100)
  expect(objects('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')).toEqual(
    expect.arrayContaining([
      'https://schema.org/NewsArticle',
      'https://schema.org/Country',
      'https://schema.org/Claim',
      'urn:wiregraph:term:DEPLOYED_TO',
      'urn:wiregraph:term:Conflict',
    ]),
  )
})

test('every passage is where its selector says, in code points', () => {
  const bodies = new Map(
    quads
      .filter(({ predicate }) => predicate.value.endsWith('articleBody'))
      .map((quad) => [quad.subject.value, [...quad.object.value]]),
  )
  const passages = quads.filter(({ predicate }) => predicate.value === 'https://schema.org/appearance')
  expect(passages.length).toBeGreaterThan(3)
  for (const { object } of passages) {
    const [article] = objects('http://www.w3.org/ns/oa#hasSource', object.value)
    const selectors = objects('http://www.w3.org/ns/oa#hasSelector', object.value)
    const one = (name: string) =>
      selectors.flatMap((selector) => objects(`http://www.w3.org/ns/oa#${name}`, selector))[0]
    expect(
      bodies
        .get(article!)!
        .slice(Number(one('start')), Number(one('end')))
        .join(''),
    ).toBe(one('exact'))
  }
})

test('a claim says who, of whom, and what states it', () => {
  const [claim] = quads
    .filter(({ object }) => object.value === 'urn:wiregraph:term:DEPLOYED_TO')
    .map(({ subject }) => subject.value)
  const [subject] = objects('urn:wiregraph:term:subject', claim)
  expect(objects('urn:wiregraph:term:entity', subject)).toEqual(['urn:wiregraph:country:norland'])
  const speakers = objects('urn:wiregraph:term:attribution', claim).flatMap((one) =>
    objects('https://schema.org/name', one),
  )
  expect(speakers).toContain('Example Wire')
})
