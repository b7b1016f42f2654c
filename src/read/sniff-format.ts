import type { Format } from './find-inputs.ts'

/** How many bytes are looked at. */
const START = 4096

/** The format of bytes: the one their file's name promises, corrected where the bytes plainly are something else. The bytes come back whole. */
export async function sniffFormat(
  chunks: AsyncGenerator<Buffer>,
  named: Format | undefined,
): Promise<{ format: Format; bytes: AsyncGenerator<Buffer> }> {
  let start = Buffer.alloc(0)
  while (start.length < START) {
    const { value, done } = await chunks.next()
    if (done) break
    start = Buffer.concat([start, value])
  }
  return { format: named ?? sniffed(start), bytes: again(start, chunks) }
}

async function* again(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (start.length > 0) yield start
  yield* rest
}

function sniffed(start: Buffer): Format {
  const text = start
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (/^WARC\/\d/.test(text)) return 'warc'
  if (/^<(\?xml|rss|feed|rdf:RDF)\b/i.test(text) && !/<html\b/i.test(text)) return 'feed'
  if (/^<(!doctype html|html|head|body|article|!--)/i.test(text)) return 'html'
  if (/^\{[^\n]*\}[ \t\r]*\n\s*\{/.test(text)) return 'lines'
  if (/^[{[]/.test(text) && /^(\{\s*"|\[\s*[{\]])/.test(text))
    return /^\{[^\n]*$/.test(text.slice(0, START)) && text.length >= START - 8 ? 'lines' : 'json'
  if (/^---[ \t]*\r?\n[^\n]*:/.test(text)) return 'markdown'
  return 'text'
}
