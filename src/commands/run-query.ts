import { readFileSync } from 'node:fs'
import { InputError } from '../model/errors.ts'
import { renderTable } from '../view/render-table.ts'
import { styleFor } from '../view/terminal.ts'
import { printLine } from './print.ts'
import { type StoreOptions, withStore } from './with-store.ts'

export interface QueryOptions extends StoreOptions {
  readonly file?: string
  readonly param: Readonly<Record<string, unknown>>
}

/** Runs a statement, given or in a file, and prints its rows as a table, or a JSON object a line. */
export async function runQuery(statement: string | undefined, options: QueryOptions): Promise<void> {
  const text = textOf(statement, options.file)
  const rows = await withStore(options, (store) => store.query(text, options.param))
  if (options.json) for (const row of rows) await printLine(JSON.stringify(row))
  else
    await printLine(
      renderTable(rows, {
        width: process.stdout.isTTY ? process.stdout.columns : undefined,
        style: styleFor(process.stdout),
      }),
    )
}

function textOf(statement: string | undefined, file: string | undefined): string {
  if ((statement === undefined) === (file === undefined))
    throw new InputError('query', 'give either a statement or --file, one of them')
  if (file === undefined) return statement!
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new InputError(file, `cannot be read (${(cause as Error).message})`, { cause })
  }
}
