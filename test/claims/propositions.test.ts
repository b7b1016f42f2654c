import { expect, test } from 'vitest'
import { propositionId } from '../../src/claims/propositions.ts'
import { read } from './read-text.ts'

const of = async (text: string, type: string) =>
  (await read(text)).claims.find((claim) => claim.type === type)!.proposition

test.each([
  ['active and passive', 'SANCTIONS', 'Ukraine sanctioned Belarus.', 'Belarus was sanctioned by Ukraine.'],
  ['verb and noun', 'ATTACKED', 'Israel attacked Lebanon.', "Israel's attack on Lebanon went on."],
  [
    'other numbers',
    'DEPLOYED_TO',
    'Kenya deployed 400 troops to Haiti.',
    'Some 1,000 Kenyan soldiers were deployed to Haiti.',
  ],
  ['the two ends of a meeting', 'MET_WITH', 'Anna Roth met Luis Ferrer.', 'Luis Ferrer met Anna Roth.'],
  ['a denial', 'DEPLOYED_TO', 'Kenya deployed troops to Haiti.', 'Kenya denied deploying troops to Haiti.'],
])('%s meet in one proposition', async (_name, type, one, other) => {
  expect(await of(one, type)).toBe(await of(other, type))
})

test.each([
  [
    'killed and wounded',
    'SUFFERED_LOSSES',
    'Some 300 Sudanese soldiers were killed in Darfur.',
    'Some 300 Sudanese soldiers were wounded in Darfur.',
  ],
  ['other places', 'DEPLOYED_TO', 'Kenya deployed troops to Haiti.', 'Kenya deployed troops to Somalia.'],
  ['the other way round', 'ACCUSES', 'Greece accused Turkey.', 'Turkey accused Greece.'],
])('%s are two propositions', async (_name, type, one, other) => {
  expect(await of(one, type)).not.toBe(await of(other, type))
})

test('open claims meet without articles and case', () => {
  const side = (text: string) => ({ kind: 'text' as const, start: 0, end: text.length, text })
  const claim = (subject: string) => ({
    type: 'STATES',
    predicate: 'rise',
    subject: side(subject),
    object: null,
    roles: [],
  })
  expect(propositionId(claim('The prices'), undefined)).toBe(propositionId(claim('prices'), undefined))
  expect(propositionId(claim('prices'), undefined)).not.toBe(propositionId(claim('rents'), undefined))
})

test('what is said of one name meets, whatever type an article takes it for', () => {
  const claim = (id: string) => ({
    type: 'STATES',
    predicate: 'rescue',
    subject: { kind: 'entity' as const, id, mention: 'm', start: 0, end: 5, text: 'Tarna' },
    object: null,
    roles: [],
  })
  const id = (entity: string) => propositionId(claim(entity), undefined)
  expect(id('vessel:tarna')).toBe(id('organization:tarna'))
  expect(id('vessel:tarna')).not.toBe(id('vessel:tarna-star'))
})
