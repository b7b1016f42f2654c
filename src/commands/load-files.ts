import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { InputError } from '../model/errors.ts'
import { Extraction } from '../model/extraction.ts'
import { EXIT } from '../read/problem.ts'
import { readingVersion } from '../reading-version.ts'
import { loadAll } from '../store/load-all.ts'
import { counted } from '../view/terminal.ts'
import { printLine } from './print.ts'
import { type StoreOptions, withStore } from './with-store.ts'

export interface LoadCommandOptions extends StoreOptions {
  readonly engine: 'encoder' | 'fast'
}

/** Loads files of extractions and says what became of them; returns the exit code. */
export async function loadFiles(files: readonly string[], options: LoadCommandOptions): Promise<number> {
  const done = { loaded: 0, replaced: 0, unchanged: 0, rows: 0 }
  const refreshed = await withStore(
    options,
    async (store) => {
      await store.prepare()
      return loadAll(store, readExtractions(files), {
        version: readingVersion(options.engine),
        onReport: ({ action, rows }) => {
          done[action]++
          done.rows += rows
        },
      })
    },
    { readOnly: false },
  )
  if (options.json) await printLine(JSON.stringify({ ...done, ...refreshed }))
  else {
    const { loaded, replaced, unchanged, rows } = done
    await printLine(
      `${counted(loaded, 'article')} loaded, ${replaced} replaced, ${unchanged} unchanged; ${rows.toLocaleString('en')} nodes and relationships written.`,
    )
    await printLine(
      `${refreshed.propositions} propositions compared, ${refreshed.conflicts} contradictions, ${refreshed.edges} edges between ${refreshed.entities} entities.`,
    )
  }
  return done.loaded + done.replaced + done.unchanged > 0 ? EXIT.fine : EXIT.nothingRead
}

/** Every line of the files as an extraction; throws `InputError` with file and line at the first that is none. */
async function* readExtractions(files: readonly string[]): AsyncIterable<Extraction> {
  for (const file of files) {
    if (file !== '-' && !existsSync(file))
      throw new InputError(file, 'does not exist. Check the spelling and the folder you are in.')
    const input = file === '-' ? process.stdin : createReadStream(file)
    let number = 0
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      if (line.trim() !== '') yield toExtraction(line, `${file}:${number}`)
    }
  }
}

const TAKES = 'This command takes what `wiregraph extract` prints; articles go to `wiregraph build`.'

function toExtraction(line: string, where: string): Extraction {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new InputError(where, `is not JSON (${(cause as Error).message}). ${TAKES}`, { cause })
  }
  const parsed = Extraction.safeParse(value)
  if (!parsed.success) throw new InputError(where, `is no extraction: ${z.prettifyError(parsed.error)}\n${TAKES}`)
  return parsed.data
}
