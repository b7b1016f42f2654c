import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { HOME } from './home.ts'
import { InputError } from './model/errors.ts'

/** One JSON file of `seeds/`, checked: `readSeed('lexicon/units.json', Units)`. */
export const readSeed = <T extends z.ZodType>(name: string, schema: T): z.infer<T> => readJson(`seeds/${name}`, schema)

/** One JSON file of `models/`, checked. */
export const readModel = <T extends z.ZodType>(name: string, schema: T): z.infer<T> =>
  readJson(`models/${name}`, schema)

function readJson<T extends z.ZodType>(path: string, schema: T): z.infer<T> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(join(HOME, path), 'utf8'))
  } catch (cause) {
    throw new InputError(path, `is not readable as JSON (${(cause as Error).message})`, { cause })
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new InputError(path, z.prettifyError(parsed.error))
  return parsed.data
}
