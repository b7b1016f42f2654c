import { expect, test } from 'vitest'
import { Ontology } from '../../src/claims/ontology.ts'
import { readSeed } from '../../src/read-seed.ts'
import { read } from './read-text.ts'

const { types } = readSeed('ontology.json', Ontology)

test('every type has its own id, label and frame ids', () => {
  expect(new Set(types.map(({ type }) => type)).size).toBe(types.length)
  const frames = types.flatMap((type) => type.frames.map(({ id }) => id))
  expect(new Set(frames).size).toBe(frames.length)
})

const rows = (key: 'says' | 'saysNot') => types.flatMap((type) => type[key].map((text) => [type.type, text] as const))
const typesIn = async (text: string) => (await read(text)).claims.map(({ type }) => type)

test.each(rows('says'))('%s: %s', async (type, text) => {
  expect(await typesIn(text)).toContain(type)
})

test.each(rows('saysNot'))('not %s: %s', async (type, text) => {
  expect(await typesIn(text)).not.toContain(type)
})
