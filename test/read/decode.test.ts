import { expect, test } from 'vitest'
import { decode } from '../../src/read/decode.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const WORDS = 'The café’s owner said “no” – 4 € too much'

test.each([
  ['UTF-8', Buffer.from(WORDS), 'utf-8'],
  ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(WORDS)]), 'utf-8'],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WORDS, 'utf16le')]), 'utf-16le'],
  ['UTF-16 without a mark', Buffer.from(WORDS, 'utf16le'), 'utf-16le'],
  ['big-endian UTF-16', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(WORDS, 'utf16le').swap16()]), 'utf-16be'],
])('%s', (_name, bytes, encoding) => expect(decode(bytes)).toEqual({ text: WORDS, encoding, repaired: 0 }))

test('Windows-1252 without a word about it', () => {
  const bytes = latin(
    'The caf\xe9 on the quay \x96 \x93closed\x94, it said \x96 sold for \x80300,000 on Friday to a firm in Orl\xe9ans.',
  )
  expect(decode(bytes).text).toBe(
    'The café on the quay – “closed”, it said – sold for €300,000 on Friday to a firm in Orléans.',
  )
})

test('the encoding that a page declares, where the bytes are not UTF-8', () => {
  expect(decode(latin('<meta charset="iso-8859-2"><p>\xb1')).text).toContain('ą')
  expect(decode(latin('<?xml version="1.0" encoding="windows-1251"?><a>\xcc\xe8\xf0</a>')).text).toContain('Мир')
  expect(decode(Buffer.from('<meta charset="windows-1251"><p>é')).text).toContain('é')
  expect(decode(latin('\xcc\xe8\xf0'), { charset: 'windows-1251' }).text).toBe('Мир')
  expect(decode(latin('<meta charset="nonsense"><p>caf\xe9 on the quay')).text).toContain('café')
})

test('UTF-8 with a broken byte stays UTF-8', () => {
  const bytes = Buffer.concat([
    Buffer.from('“One” – “two” – “three” '),
    Buffer.from([0xe2, 0x80]),
    Buffer.from(' and “four”'),
  ])
  expect(decode(bytes)).toEqual({ text: '“One” – “two” – “three” \uFFFD and “four”', encoding: 'utf-8', repaired: 1 })
})

test('a mark is kept where the text is to be unchanged', () => {
  const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('a')])
  expect(decode(bytes, { keepMark: true }).text).toBe('\uFEFFa')
  expect(decode(bytes).text).toBe('a')
})

test('nothing gives nothing', () =>
  expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', repaired: 0 }))
