import { readFileSync } from 'node:fs'
import { InputError } from '../model/errors.ts'
import { isBinary } from '../read/is-binary.ts'

/** A whole text file, or standard input for "-", without a byte order mark; throws `InputError` where there is none. */
export function loadText(file: string): string {
  const text = bytesOf(file)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  if (isBinary(text)) throw new InputError(file, 'holds no text but data of some other kind')
  return text
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (cause) {
    throw new InputError(file, `cannot be read (${(cause as Error).message})`, { cause })
  }
}

/** Writes to standard output and waits until it is taken. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
