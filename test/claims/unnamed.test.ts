import { describe, expect, test } from 'vitest'
import { isUnnamed } from '../../src/model/mention.ts'
import { read } from './read-text.ts'

const unnamedIn = async (text: string) => (await read(text)).entities.filter(({ id }) => isUnnamed(id))

describe('who is related but has no name becomes an entity of its article', () => {
  test.each([
    ['Rebels attacked Goma at dawn.', ['PERSON Rebels']],
    ['The Foreign Secretary visited Oslo on Monday.', ['PERSON Foreign Secretary']],
    ['Nora Finch met local doctors in Vienna.', ['PERSON local doctors']],
    ['Hungary supports the farmers who lost their land.', ['PERSON farmers']],
    ['The villagers waited for the rain.', []],
    ['Hungary supports this.', []],
    ['It attacked nobody.', []],
  ])('%s', async (text, expected) => {
    expect((await unnamedIn(text)).map(({ type, name }) => `${type} ${name}`)).toEqual(expected)
  })
})

test('everything that means it is its mention, and the claim points there', async () => {
  const { entities, mentions, claims } = await read('The rebels attacked Goma. The rebels then attacked Bukavu.')
  const own = entities.filter(({ id }) => isUnnamed(id))
  expect(own).toHaveLength(1)
  expect(mentions.filter(({ entity }) => entity === own[0]!.id).map(({ text }) => text)).toEqual([
    'The rebels',
    'The rebels',
  ])
  const attacks = claims.filter(({ type }) => type === 'ATTACKED')
  expect(attacks.map(({ subject }) => subject.kind === 'entity' && subject.id)).toEqual([own[0]!.id, own[0]!.id])
})

test('another article has its own', async () => {
  const [one] = await unnamedIn('Rebels attacked Goma at dawn.')
  const [other] = await unnamedIn('Rebels attacked Bukavu at dawn.')
  expect(one!.id).not.toBe(other!.id)
})
