import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Extraction } from '../../src/model/extraction.ts'
import { findProfile } from '../../src/query/profile.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeExtraction, type Statement } from '../support/make-extraction.ts'

/** An article in which whatever reaches a stage is the one museum of the town. */
function article(key: string, statements: readonly Statement[]): Extraction {
  const made = makeExtraction({ key, statements: statements.map((one) => ({ subjectType: 'FACILITY', ...one })) })
  const claims = made.claims.map((claim) =>
    claim.type === 'REACHED_STAGE' ? { ...claim, proposition: 'prop:museum-in-town' } : claim,
  )
  return { ...made, claims }
}

test('a profile has what other articles say of the same thing under other words', async () => {
  const store = await openStore(join(mkdtempSync(join(tmpdir(), 'wiregraph-profile-')), 'graph'))
  await store.prepare()
  const articles = [
    article('one', [{ subject: 'Tide Museum', predicate: 'was begun by', object: 'Norland', type: 'REACHED_STAGE' }]),
    article('two', [
      { subject: 'new museum', predicate: 'was opened by', object: 'Norland', type: 'REACHED_STAGE' },
      { subject: 'new museum', predicate: 'shows', object: 'Sudland' },
      { subject: 'old museum', predicate: 'shows', object: 'Sudland' },
    ]),
  ]
  await store.load(articles, { version: 'test' })
  await store.finish()
  const { claims, inOtherWords } = await findProfile(store, 'Tide Museum')
  await store.close()
  expect(claims.map(({ claim }) => claim)).toEqual(['Tide Museum was begun by Norland'])
  expect(inOtherWords.map(({ claim }) => claim)).toEqual([
    'new museum was opened by Norland',
    'new museum shows Sudland',
  ])
})
