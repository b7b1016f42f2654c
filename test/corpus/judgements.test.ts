import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readJudgements, struckBy } from '../../src/corpus/judgements.ts'

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
