import { expect, test } from 'vitest'
import { toDocument } from '../../src/nlp/to-document.ts'
import { findTimes } from '../../src/times/find-times.ts'
import { articleOf, theEngine, theKit } from '../support/reader.ts'

/** Published on Friday, 24 October 2025: the first date of each sentence lies before or behind that day as its own clause says. */
test.each([
  ['More rain, due on Monday, could flood the road.', '2025-10-27'],
  ['Rain expected on Monday may flood the road.', '2025-10-27'],
  ['The road was flooded on Monday and will open again.', '2025-10-20'],
  ['Sales fell, and orders for December are up.', '2025-12'],
  ['The talks are to end on Tuesday, the ministry said.', '2025-10-28'],
  ['The mine closed in March.', '2025-03'],
])('%s → %s', async (text, value) => {
  const document = await toDocument({ ...articleOf(text), publishedAt: '2025-10-24' }, await theEngine())
  expect(findTimes(document, await theKit())[0]?.value).toBe(value)
})
