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

describe('frames of the deeper kind', () => {
  const typed = async (text: string) =>
    (await read(text)).claims
      .filter(({ type }) => type !== 'STATES')
      .map(({ type, subject, object }) => `${type} | ${subject.text} | ${object?.text}`)

  test.each([
    [
      'what a thing is said to be',
      'Delvin is a town controlled by the army.',
      'CONTROLS_TERRITORY | the army | Delvin',
    ],
    ['the name that follows its kind', 'The city of Raqqa was taken by rebels.', 'CONTROLS_TERRITORY | rebels | Raqqa'],
    [
      'who is helped in it',
      'Peru backed Chile in the fight against the rebels.',
      'FOUGHT_AGAINST | Chile | the rebels',
    ],
    [
      'the phrases of a light participle',
      'They welcomed the agreement reached yesterday between Peru and Chile.',
      'AGREED_WITH | Peru | Chile',
    ],
    ['beside the attack', 'The army bombed the militia in Raqqa.', 'LOCATED_IN | the militia | Raqqa'],
    ['beside the attack, the attack', 'The army bombed the militia in Raqqa.', 'ATTACKED | The army | the militia'],
    [
      'a list of which one is placed',
      'The Alder Front in Mali, the Birch Front and the Oak Front met.',
      'LOCATED_IN | Alder Front | Mali',
    ],
  ])('%s', async (_what, text, expected) => {
    expect(await typed(text)).toContain(expected)
  })

  test.each([
    ['what it is denied to be', 'Delvin is not a town controlled by the army.', /CONTROLS/],
    [
      'the others of a list',
      'The Alder Front in Mali, the Birch Front and the Oak Front met.',
      /LOCATED_IN \| (Birch|Oak)/,
    ],
    ['who is killed there', 'The earthquake killed 120 people in Nepal.', /LOCATED_IN/],
  ])('not %s', async (_what, text, wrong) => {
    expect((await typed(text)).filter((claim) => wrong.test(claim))).toEqual([])
  })
})
