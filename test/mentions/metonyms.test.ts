import { describe, expect, test } from 'vitest'
import { findMentions } from '../../src/mentions/find-mentions.ts'
import { documentOf, namingKit } from '../support/reader.ts'

const kindsIn = async (text: string) =>
  findMentions(await documentOf(text), await namingKit())
    .filter(({ kind }) => kind === 'name' || kind === 'metonym')
    .map(({ text: name, kind }) => `${name} ${kind}`)

describe('a capital acts for its government', () => {
  test.each([
    ['Pyongyang said the talks had failed.', 'Pyongyang metonym'],
    ['Moscow denied the report.', 'Moscow metonym'],
    ['The agreement between Tokyo and Seoul was signed.', 'Tokyo metonym, Seoul metonym'],
    ['They accused Ankara of spying.', 'Ankara metonym'],
    ['Kyiv’s decision surprised the bank.', 'Kyiv metonym'],
    ['The draft was rejected by Beijing.', 'Beijing metonym'],
  ])('%s', async (text, expected) => {
    expect((await kindsIn(text)).join(', ')).toBe(expected)
  })
})

describe('a capital is a place', () => {
  test.each([
    ['The museum stands in Pyongyang.', 'Pyongyang name'],
    ['He flew from Tokyo to Seoul.', 'Tokyo name, Seoul name'],
    ['The streets of Ankara were empty.', 'Ankara name'],
    ['Paris’s airport was closed.', 'Paris name'],
    ['The games will be hosted by Lisbon.', 'Lisbon name'],
  ])('%s', async (text, expected) => {
    expect((await kindsIn(text)).join(', ')).toBe(expected)
  })
})

test('an adjective of a nation stands for its country', async () => {
  expect(await kindsIn('Two Russian ships left.')).toEqual(['Russian metonym'])
})
