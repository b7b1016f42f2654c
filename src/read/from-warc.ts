import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { megabytes } from './open-bytes.ts'
import { ReadError } from './read-error.ts'

/** A page as a crawler received it. */
export interface WarcPage {
  readonly url: string
  readonly html: Buffer
  /** The encoding that the server named. */
  readonly charset: string | undefined
}

/** The HTML pages in a WARC file (ISO 28500), a record at a time; records of other kinds are passed over. A record above `limit` comes as an error. */
export async function* fromWarc(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<WarcPage | ReadError> {
  const bytes = new ByteQueue(chunks)
  for (let record = 1; ; record++) {
    const head = await bytes.until('\r\n\r\n', 64 * 1024)
    if (head === undefined) return
    const fields = fieldsOf(head.trimStart())
    const length = Number(fields.get('content-length'))
    if (!/^WARC\/\d/.test(head.trimStart()) || !Number.isSafeInteger(length) || length < 0)
      throw new ReadError('broken-record', `is no WARC from record ${record} on.`)
    const isPage = fields.get('warc-type') === 'response' && /^https?:/i.test(fields.get('warc-target-uri') ?? '')
    if (!isPage || length > limit) {
      await bytes.skip(length)
      if (isPage)
        yield new ReadError('too-large', `has a record (${fields.get('warc-target-uri')}) above ${megabytes(limit)}.`)
      continue
    }
    const page = pageOf(await bytes.take(length), fields.get('warc-target-uri')!.replace(/^<|>$/g, ''))
    if (page) yield page
  }
}

function pageOf(response: Buffer, url: string): WarcPage | ReadError | undefined {
  const end = response.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = response.subarray(0, end).toString('latin1')
  const fields = fieldsOf(head)
  const type = fields.get('content-type') ?? ''
  if (!/^HTTP\/\S+ 200/.test(head) || !/\b(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return undefined
  try {
    let html = response.subarray(end + 4)
    if (/chunked/i.test(fields.get('transfer-encoding') ?? '')) html = dechunked(html)
    return {
      url,
      html: unpacked(html, fields.get('content-encoding')),
      charset: /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1],
    }
  } catch (error) {
    return new ReadError(
      'broken-record',
      `has a record (${url}) that cannot be unpacked (${(error as Error).message}).`,
    )
  }
}

const LARGEST = { maxOutputLength: 64 * 1024 * 1024 }
function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(bytes, LARGEST)
  if (encoding === 'deflate') return inflateSync(bytes, LARGEST)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, LARGEST) : bytes
}

/** Crawlers often keep the field but store the body already joined. */
function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const line = body.indexOf('\r\n', at)
    const size = line < 0 ? Number.NaN : Number.parseInt(body.subarray(at, line).toString('latin1'), 16)
    if (!/^[\da-f]+\s*(;.*)?$/i.test(body.subarray(at, Math.max(at, line)).toString('latin1')) || Number.isNaN(size))
      return at === 0 ? body : Buffer.concat(parts)
    if (size === 0) break
    parts.push(body.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
  return Buffer.concat(parts)
}

/** "Name: value" lines, names in lower case. */
const fieldsOf = (head: string): Map<string, string> =>
  new Map(
    head
      .split(/\r?\n/)
      .slice(1)
      .flatMap((line) => {
        const colon = line.indexOf(':')
        return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const] : []
      }),
  )

/** Bytes that arrive in chunks, taken in other portions. */
class ByteQueue {
  private held: Buffer = Buffer.alloc(0)
  private readonly source: AsyncIterator<Buffer>
  constructor(chunks: AsyncIterable<Buffer>) {
    this.source = chunks[Symbol.asyncIterator]()
  }

  private async more(): Promise<boolean> {
    const { value, done } = await this.source.next()
    if (done) return false
    this.held = this.held.length === 0 ? value : Buffer.concat([this.held, value])
    return true
  }

  /** Text up to and with a mark; `undefined` at the end of the input. */
  async until(mark: string, limit: number): Promise<string | undefined> {
    for (;;) {
      const from = this.held.findIndex((byte) => byte !== 0x0d && byte !== 0x0a)
      const at = from < 0 ? -1 : this.held.indexOf(mark, from)
      if (at >= 0) return (await this.take(at + mark.length)).toString('utf8')
      if (this.held.length > limit)
        throw new ReadError('broken-record', 'has a WARC record without an end to its head.')
      if (!(await this.more())) return undefined
    }
  }

  async take(size: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let missing = size
    while (missing > 0) {
      if (this.held.length === 0 && !(await this.more())) break
      const part = this.held.subarray(0, missing)
      parts.push(part)
      this.held = this.held.subarray(part.length)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }

  async skip(size: number): Promise<void> {
    let missing = size
    while (missing > 0) {
      if (this.held.length === 0 && !(await this.more())) return
      const part = Math.min(missing, this.held.length)
      this.held = this.held.subarray(part)
      missing -= part
    }
  }
}
