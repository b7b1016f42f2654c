import { afterEach, expect, test, vi } from 'vitest'
import { Progress } from '../../src/commands/progress.ts'

afterEach(() => vi.unstubAllEnvs())

/** What a progress line writes to a stream. */
function written(stream: { isTTY: boolean; columns?: number }): string {
  let text = ''
  const write = (piece: string) => {
    text += piece
    return true
  }
  const progress = new Progress({ ...stream, write } as unknown as NodeJS.WriteStream)
  progress.phase('comparing all the claims there are')
  progress.end()
  return text
}

test('a line is shown and taken back on a terminal', () => {
  vi.stubEnv('TERM', 'xterm')
  expect(written({ isTTY: true, columns: 80 })).toBe('\r\u001b[Kcomparing all the claims there are …\r\u001b[K')
})

test('it never wraps in a narrow one, where it could not be taken back', () => {
  vi.stubEnv('TERM', 'xterm')
  expect(written({ isTTY: true, columns: 20 })).toBe('\r\u001b[Kcomparing all the …\r\u001b[K')
})

test.each([
  [{ isTTY: false }, 'xterm'],
  [{ isTTY: true }, 'dumb'],
])('nothing is written where there is no cursor to set: %j, TERM=%s', (stream, term) => {
  vi.stubEnv('TERM', term)
  expect(written(stream)).toBe('')
})
