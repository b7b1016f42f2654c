import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder: seeds, models and Cypher files are found from here, wherever the program is called. */
export const HOME = fileURLToPath(new URL('..', import.meta.url))

export const programVersion = (): string => JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')).version
