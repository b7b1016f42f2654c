import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identityRules, readJudgements, struckBy } from '../../src/corpus/judgements.ts'
import { IdentityRules } from '../../src/entities/identity-rules.ts'

const file = join(tmpdir(), `wiregraph-judgements-${process.pid}.jsonl`)
const line = (claim: string, article = 'article:a') => JSON.stringify({ judgement: 'not a claim', claim, article })

test('claims that are none, by article, in one order whatever the file’s', () => {
  writeFileSync(file, `${line('claim:2')}\n\n${line('claim:1')}\n${line('claim:2')}\n${line('claim:3', 'article:b')}\n`)
  expect([...struckBy(readJudgements(file))]).toEqual([
    ['article:a', ['claim:1', 'claim:2']],
    ['article:b', ['claim:3']],
  ])
})

test.each([
  ['{"judgement": "not a claim"', /:2: is not JSON/],
  ['{"judgement": "perhaps", "claim": "claim:1", "article": "article:a"}', /:2: is no judgement.*judgement/s],
  ['{"judgement": "not a claim", "claim": "claim:1"}', /:2: is no judgement.*article/s],
  ['{"judgement": "not a claim", "claim": "claim:1", "article": "article:a", "resaon": ""}', /resaon/],
])('%s is named with file and line', (bad, message) => {
  writeFileSync(file, `${line('claim:1')}\n${bad}\n`)
  expect(() => readJudgements(file)).toThrow(message)
})

test('a file that is not there is named', () => {
  expect(() => readJudgements('/nowhere/judgements.jsonl')).toThrow(/judgements\.jsonl: cannot be read/)
})

const same = (entity: string, as: string) =>
  JSON.stringify({ judgement: 'same', entity, as, type: 'PERSON', name: 'Ann Lee' })

test('who is who leads on to the last, for one article before all others', () => {
  const apart = JSON.stringify({
    judgement: 'not the same',
    entity: 'person:ann-lee',
    article: 'article:b',
    as: 'person:ann-lee-2',
    type: 'PERSON',
    name: 'Ann Lee (judge)',
    by: 'Max',
    reason: 'another age',
  })
  writeFileSync(file, `${same('person:a-lee', 'person:ann')}\n${same('person:ann', 'person:ann-lee')}\n${apart}\n`)
  const rules = new IdentityRules(identityRules(readJudgements(file)))
  const who = (article: string, entity: string) => rules.from(article, entity).at(-1)?.as.id ?? entity
  expect(who('article:a', 'person:a-lee')).toBe('person:ann-lee')
  expect(who('article:a', 'person:ann-lee')).toBe('person:ann-lee')
  expect(who('article:b', 'person:ann-lee')).toBe('person:ann-lee-2')
  expect(rules.notesFor('article:b', ['person:ann-lee', 'person:max'], [])).toEqual([
    'person:ann-lee is here person:ann-lee-2 (Max: another age)',
  ])
  expect(rules.notesFor('article:a', ['person:ann-lee'], ['person:ann is person:ann-lee'])).toEqual([
    'person:ann is person:ann-lee',
  ])
})

test.each([
  [
    [same('person:a', 'person:b'), same('person:a', 'person:c')],
    /:2: says that person:a is person:c, but a line above/,
  ],
  [[same('person:a', 'person:b'), same('person:b', 'person:c'), same('person:c', 'person:a')], /:3: .*in a circle/],
])('judgements that cannot stand together are named with their line', (lines, message) => {
  writeFileSync(file, lines.join('\n'))
  expect(() => readJudgements(file)).toThrow(message)
})
