import { expect, test } from 'vitest'
// @ts-expect-error: plain JavaScript, since it runs before TypeScript can be read
import { load } from '../../src/run/as-written.mjs'

const loaded = async (source: string, url = 'file:///x.ts'): Promise<string> =>
  (await load(url, {}, async () => ({ source }))).source

test.each([
  ['const a=new RegExp("^\\\\p{Lu}","u").test(b)', 'const a=/^\\p{Lu}/u.test(b)'],
  ['f(new RegExp("[^/]\\\\p{L}\\"","gu"))', 'f(/[^\\/]\\p{L}"/gu)'],
  ['new RegExp("\\u2019\\\\p{L}","u")', '/\\u2019\\p{L}/u'],
  ['new RegExp(name,"u")', 'new RegExp(name,"u")'],
])('%s is %s, as long as before', async (source, expected) => {
  const found = await loaded(source)
  expect(found.replace(/ +/g, '')).toBe(expected.replace(/ +/g, ''))
  expect(found).toHaveLength(source.length)
})

test('what is no TypeScript is left alone', async () => {
  const source = 'new RegExp("\\\\p{L}","u")'
  expect(await loaded(source, 'file:///x.js')).toBe(source)
})
