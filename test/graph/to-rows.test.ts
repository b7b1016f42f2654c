import { expect, test } from 'vitest'
import { loadRelationTypes } from '../../src/graph/relation-types.ts'
import { saysLess } from '../../src/graph/relationship-rows.ts'
import { toRows } from '../../src/graph/to-rows.ts'
import { makeExtraction } from '../support/make-extraction.ts'

const relationTypes = loadRelationTypes()
const rowsOf = (...given: Parameters<typeof makeExtraction>) =>
  toRows(makeExtraction(...given), { version: 'test', relationTypes })

const report = {
  key: 'one',
  title: 'A title',
  publishedAt: '2024-10',
  prose: ['😀 before.'],
  statements: [
    { subject: 'Sudland', predicate: 'sent', object: 'Norland', type: 'DEPLOYED_TO', amount: 3000, speaker: 'Ann Lee' },
    { subject: 'Sudland', predicate: 'met', object: 'Norland', type: 'MET_WITH', date: '2024-10-02' },
    { subject: 'Norland', predicate: 'met', object: 'Sudland', type: 'MET_WITH' },
    { subject: 'Norland', predicate: 'likes', object: 'Sudland' },
  ],
}

test('offsets count UTF-16 units and code points', () => {
  const rows = rowsOf(report)
  const second = rows.sentences.find(({ props }) => props.index === 1)!.props
  expect([second.start, second.startCp]).toEqual([11, 10])
  const [passage] = rows.relationships.get('evidenced-by')!
  expect(Number(passage!.key.start) - Number(passage!.props.startCp)).toBe(1)
})

test('a claim carries its amount, its time and the words of its sides', () => {
  const claims = rowsOf(report).claims.map(({ props }) => props)
  expect(claims.find(({ type }) => type === 'DEPLOYED_TO')).toMatchObject({
    qText: '3000 soldiers',
    qMin: 3000,
    qMax: 3000,
    qNoun: 'soldier',
    subjectText: 'Sudland',
    objectText: 'Norland',
  })
  expect(claims.find(({ tText }) => tText !== undefined)).toMatchObject({ tFrom: '2024-10-02', tPrecision: 'day' })
})

test('propositions that are compared together share a topic; a symmetric type has one either way round', () => {
  const topics = rowsOf(report).propositions.map(({ id, props }) => [
    props.type,
    props.topic === id ? 'itself' : props.topic,
  ])
  expect(topics.sort()).toEqual([
    ['DEPLOYED_TO', ':sudland DEPLOYED_TO'],
    ['MET_WITH', ':norland MET_WITH'],
    ['MET_WITH', ':norland MET_WITH'],
    ['STATES', ':norland likes'],
  ])
})

test('the outlet is the last speaker, and stands for whom it does not name', () => {
  const rows = rowsOf(report)
  expect(rows.relationships.get('attributed-to-entity')).toMatchObject([
    { to: 'person:ann-lee', key: { order: 0 }, props: { name: 'Ann Lee', cue: 'said', class: 'named' } },
  ])
  expect(rows.relationships.get('attributed-to-source')).toHaveLength(4)
})

test('every node has a name worth reading, and says how precisely it is dated', () => {
  const rows = rowsOf(report)
  expect(rows.article.props).toMatchObject({ name: 'A title', publishedPrecision: 'month' })
  const long = rowsOf({ key: 'long', prose: [`${'word '.repeat(40)}end.`] })
  expect(long.sentences[0]!.props.name).toMatch(/^(word )+word…$/)
})

test('the same extraction gives the same rows, another one another revision', () => {
  expect(rowsOf(report)).toEqual(rowsOf(report))
  expect(rowsOf({ ...report, title: 'Another' }).article.props.revision).not.toBe(rowsOf(report).article.props.revision)
})

test('lone halves of surrogate pairs become U+FFFD and move nothing', () => {
  const rows = rowsOf({ key: 'broken', prose: ['a\ud83d b', 'c'] })
  expect(rows.article.props.text).toBe('a\ufffd b\nc\n')
  expect(rows.sentences.map(({ props }) => [props.start, props.startCp, props.text])).toEqual(
    expect.arrayContaining([
      [0, 0, 'a\ufffd b'],
      [5, 5, 'c'],
    ]),
  )
})

test.each([
  ['she', 'person:ann-lee', 'Ann Lee', true],
  ['Lee', 'person:ann-lee', 'Ann Lee', true],
  ['Health Minister Ann Lee', 'person:ann-lee', 'Ann Lee', false],
  ['the Swiss company', 'organization:helvion', 'Helvion', true],
  ['its board', 'organization:helvion', 'Helvion', true],
  ['Seoul', 'country:south-korea', 'South Korea', false],
  ['Ukrainian officials', 'country:ukraine', 'Ukraine', false],
  ['the guards', 'organization:guards~0a1b2c3d', 'guards', false],
])('a speaker is shown by name where the words say less: %s', (words, entity, name, less) => {
  expect(saysLess(words, entity, name)).toBe(less)
})
