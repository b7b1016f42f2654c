import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from '../../src/store/in-order.ts'

async function* lines(keys: readonly string[]) {
  for (const key of keys) yield { key, line: JSON.stringify({ key }) }
}
const collect = async (source: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = []
  for await (const line of source) found.push(line)
  return found
}

test.each([1, 2, 7, 1000])(
  'lines come in the order of their keys, also through files of %i lines',
  async (inMemory) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'binary' }).map((text) => text.toString()),
          { maxLength: 30 },
        ),
        async (keys) => {
          const expected = [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((key) => JSON.stringify({ key }))
          expect(await collect(inOrder(lines(keys), inMemory))).toEqual(expected)
        },
      ),
      { numRuns: 30, seed: 5 },
    )
  },
)
