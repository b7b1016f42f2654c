import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ReadError } from './read-error.ts'

/** The bytes of a file ("-": standard input) in chunks, unpacked when they are gzip, whatever the name says. */
export async function* openBytes(
  path: string,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): AsyncGenerator<Buffer> {
  const chunks = (path === '-' ? stdin : createReadStream(path))[Symbol.asyncIterator]()
  let first: Buffer
  try {
    first = await atLeast(chunks, 3)
  } catch (error) {
    throw new ReadError('unreadable', `cannot be read (${(error as Error).message}).`)
  }
  const all = Readable.from(joined(first, chunks), { objectMode: false })
  if (!(first[0] === 0x1f && first[1] === 0x8b && first[2] === 0x08)) {
    try {
      yield* all
    } catch (error) {
      throw new ReadError('unreadable', `cannot be read to its end (${(error as Error).message}).`)
    }
    return
  }
  const unpacked = createGunzip()
  all.on('error', (error) => unpacked.destroy(error))
  all.pipe(unpacked)
  try {
    yield* unpacked
  } catch (error) {
    throw new ReadError(
      'broken-gzip',
      `is broken gzip (${(error as Error).message}). What came before the break was read where it could be.`,
    )
  } finally {
    all.destroy()
    unpacked.destroy()
  }
}

async function atLeast(chunks: AsyncIterator<Uint8Array>, count: number): Promise<Buffer> {
  let start = Buffer.alloc(0)
  while (start.length < count) {
    const { value, done } = await chunks.next()
    if (done) break
    start = Buffer.concat([start, value])
  }
  return start
}

async function* joined(first: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** All bytes at once; throws `too-large` before more than `limit` are kept. */
export async function allBytes(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit)
      throw new ReadError('too-large', `is larger than ${megabytes(limit)}. Split it, or give it as JSON Lines.`)
    kept.push(chunk)
  }
  return Buffer.concat(kept)
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`

/** One line of bytes without its end, counted from 1. A line above the limit comes with `bytes` null. */
export interface ByteLine {
  readonly line: number
  readonly bytes: Buffer | null
}

/** Splits at "\n"; never keeps more than one line. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ByteLine> {
  let line = 1
  let parts: Uint8Array[] = []
  let size = 0
  const add = (part: Uint8Array) => {
    size += part.length
    if (size <= limit) parts.push(part)
    else parts = []
  }
  const take = (): ByteLine => {
    const whole = { line: line++, bytes: size > limit ? null : Buffer.concat(parts) }
    parts = []
    size = 0
    return whole
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      add(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  if (size > 0) yield take()
}
