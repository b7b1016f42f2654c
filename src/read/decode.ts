import { analyse } from 'chardet'

/** A text and how it was got from its bytes. `repaired` counts places shown as U+FFFD because their bytes mean nothing. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly repaired: number
}

/**
 * Bytes → well-formed text. In order: a byte order mark, zeros in every other byte (UTF-16 without a mark), UTF-8 that is right
 * to the last byte, the encoding a server (`charset`) or the text itself (HTML, XML) declares, mostly right UTF-8, statistics. With `keepMark` a UTF-8
 * mark stays in the text as U+FEFF.
 */
export function decode(
  bytes: Uint8Array,
  { keepMark = false, charset }: { keepMark?: boolean; charset?: string | undefined } = {},
): Decoded {
  const marked =
    MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.encoding ?? utf16WithoutMark(bytes)
  if (marked && marked !== 'utf-8') return lossy(bytes, marked)
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: keepMark }).decode(bytes),
      encoding: 'utf-8',
      repaired: 0,
    }
  } catch {
    return lossy(bytes, declared(bytes, charset) ?? (mostlyUtf8(bytes) ? 'utf-8' : guessed(bytes)), keepMark)
  }
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

function lossy(bytes: Uint8Array, encoding: string, keepMark = false): Decoded {
  const decoded = new TextDecoder(encoding, { ignoreBOM: keepMark }).decode(bytes)
  const text = WESTERN.test(encoding)
    ? decoded.replace(/[\u0080-\u009f]/g, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80]!)
    : decoded
  return { text, encoding, repaired: text.split('\uFFFD').length - 1 }
}

/** Some releases of Node 20 read Windows-1252, and the names the web gives it, as ISO 8859-1; these are its characters from 0x80 to 0x9F. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']
const WESTERN = /^(?:windows-1252|cp1252|iso-?8859-?1|latin1|us-ascii|ascii)$/i

/** English in UTF-16 has a zero in every other byte. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const size = Math.min(bytes.length, 4096) & ~1
  if (size < 8) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const half = size / 2
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be'
  return undefined
}

/** `<meta charset>` or `<?xml encoding?>` among the first bytes, when it is an encoding we know and not a false promise of UTF-8. */
function declared(bytes: Uint8Array, charset?: string): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1')
  const label =
    charset ??
    start.match(/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i)?.[1] ??
    start.match(/^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i)?.[1]
  return label && !/^utf-?(8|16)/i.test(label) && isKnown(label) ? label.toLowerCase() : undefined
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

/** A few broken bytes in a text whose other letters beyond ASCII are right UTF-8: cut or damaged, not another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.split('\uFFFD').length - 1
  const right = text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0
  return right > broken * 2
}

/** The likeliest encoding by statistics; Windows' Western one where nothing speaks for another. */
function guessed(bytes: Uint8Array): string {
  const sample = bytes.length > 65_536 ? bytes.subarray(0, 65_536) : bytes
  const best = analyse(sample).find(({ name }) => isKnown(name) && !/^utf|ascii/i.test(name))
  return best && best.confidence >= 30 ? best.name.toLowerCase() : 'windows-1252'
}
