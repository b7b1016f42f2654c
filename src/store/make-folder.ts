import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { InputError } from '../model/errors.ts'

/**
 * Makes a folder and those above it where they are not there; throws `InputError` where that cannot be.
 * One by one: Node's own recursive mkdir never returns below /proc.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw new InputError(folder, `cannot be made (${message}); choose another place`, { cause })
  }
}
