import { readFileSync } from 'node:fs'
import { InputError } from '../model/errors.ts'

/** A whole text file, or standard input for "-", without a byte order mark. */
export function loadText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, '')
  } catch (cause) {
    throw new InputError(file, `cannot be read (${(cause as Error).message})`, { cause })
  }
}

/** Writes to standard output and waits until it is taken. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
