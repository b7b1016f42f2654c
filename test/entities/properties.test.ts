import { expect, test } from 'vitest'
import { entityBrackets } from '../../src/entities/entity-brackets.ts'
import { findChains } from '../../src/entities/find-chains.ts'
import { resolveEntities } from '../../src/entities/resolve-entities.ts'
import { findMentions } from '../../src/mentions/find-mentions.ts'
import { overlaps } from '../../src/model/span.ts'
import { documentOf, namingKit } from '../support/reader.ts'

const TEXTS = [
  'Anna Berg, head of Nordea, met Kim Jong Un in Oslo. She said the bank would stay. “I agree,” Kim said.',
  'PYONGYANG HAILS NEW SHIP\n\nThe U.S. Navy and the Korean People’s Army (KPA) did not comment 🚢. The KPA later denied it.',
  '(Storm) Corps ) said: "We" — their — his “it”. The the of of.\r\n\r\n\t• Mr. Mr. Smith’s U.N. envoy’s',
  'The University of California sued Google; the company and the school settled. Google’s lawyer praised the university.',
  'שלום עולם Kim مرحبا. ¿Qué? A\u0301ngel O’Neil-Smith III, Jr., of St. John’s, left.',
  '',
]

async function read(text: string) {
  const document = await documentOf(text)
  const kit = await namingKit()
  const found = findMentions(document, kit)
  const speech = { quotations: [], attributions: [] }
  return {
    document,
    kit,
    found,
    ...resolveEntities(document, found, speech, kit),
    chains: findChains(document, speech, kit),
  }
}

test.each(TEXTS)('mentions are their words, in order, once; names do not overlap: %j', async (text) => {
  const { document, mentions, found } = await read(text)
  for (const mention of mentions) {
    expect(document.text.slice(mention.start, mention.end)).toBe(mention.text)
    expect(mention.text.trim()).toBe(mention.text)
    expect(mention.text).not.toBe('')
    const sentence = document.sentences.find(({ sentence }) => sentence.id === mention.sentence)!.sentence
    expect(sentence.start <= mention.start && mention.end <= sentence.end).toBe(true)
  }
  expect(new Set(mentions.map(({ id }) => id)).size).toBe(mentions.length)
  expect(mentions.map(({ start }) => start)).toEqual([...mentions.map(({ start }) => start)].sort((a, b) => a - b))
  const names = mentions.filter(({ kind }) => kind === 'name')
  for (const [at, name] of names.entries())
    expect(names.slice(at + 1).some((other) => overlaps(name, other))).toBe(false)
  expect(mentions.map(({ id }) => id)).toEqual(expect.arrayContaining(found.map(({ id }) => id)))
})

test.each(TEXTS)('entities and mentions point to each other, and every entity is named: %j', async (text) => {
  const { mentions, entities } = await read(text)
  const byId = new Map(mentions.map((mention) => [mention.id, mention]))
  for (const entity of entities) {
    expect(entity.mentions.length).toBeGreaterThan(0)
    for (const id of entity.mentions) expect(byId.get(id)?.entity).toBe(entity.id)
    expect(entity.mentions.some((id) => ['name', 'metonym'].includes(byId.get(id)!.kind))).toBe(true)
  }
  const ids = new Set(entities.map(({ id }) => id))
  for (const { entity } of mentions) expect(entity === null || ids.has(entity)).toBe(true)
  expect(ids.size).toBe(entities.length)
})

test.each(TEXTS)('reading twice gives the same: %j', async (text) => {
  const [one, two] = [await read(text), await read(text)]
  expect(JSON.stringify([two.mentions, two.entities])).toBe(JSON.stringify([one.mentions, one.entities]))
})

test.each(TEXTS)('brackets nest: %j', async (text) => {
  const { chains } = await read(text)
  for (const sentence of entityBrackets(chains)) {
    const open: string[] = []
    for (const cell of sentence) {
      for (const part of cell.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
        if (!part.startsWith('(')) expect(part.slice(0, -1)).toBe(open.pop())
        else if (!part.endsWith(')')) open.push(part.slice(1).split('-')[0]!)
      }
    }
    expect(open).toEqual([])
  }
})
