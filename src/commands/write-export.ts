import { existsSync, readdirSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { dumped } from '../export/dumped.ts'
import { pageOf } from '../export/page-of.ts'
import { columnsOf, LIST_DELIMITER, type Piece, toCsv } from '../export/to-csv.ts'
import { toCypher } from '../export/to-cypher.ts'
import { toGraphml } from '../export/to-graphml.ts'
import { toHtml } from '../export/to-html.ts'
import { toJsonld } from '../export/to-jsonld.ts'
import { InputError } from '../model/errors.ts'
import { makeFolder } from '../store/make-folder.ts'
import type { Store } from '../store/store.ts'
import { printLine } from './print.ts'
import { type StoreOptions, withStore } from './with-store.ts'

export interface ExportOptions extends StoreOptions {
  readonly format: 'cypher' | 'csv' | 'graphml' | 'jsonld' | 'html'
  readonly out: string
}

/** Writes the graph to a file, or CSV into a folder, and says what to do with it. */
export async function writeExport(options: ExportOptions): Promise<void> {
  const { format, out } = options
  const files = await withStore(options, async (store) => {
    if (format === 'csv') return writePieces(intoFolder(out), toCsv(dumped(store), await columnsOf(dumped(store))))
    return writePieces(out, asPieces(await textsOf(format, store)))
  })
  if (options.json) return printLine(JSON.stringify({ format, out, files }))
  await printLine(`Wrote ${out}${format === 'csv' ? `: ${files.length} files` : ''}.`)
  if (format === 'csv') await printLine(`To import it into a stopped Neo4j:\n  ${importCommand(out, files)}`)
}

async function textsOf(
  format: Exclude<ExportOptions['format'], 'csv'>,
  store: Store,
): Promise<AsyncIterable<string> | Iterable<string>> {
  if (format === 'html') return toHtml(await pageOf(dumped(store)))
  if (format === 'jsonld') return toJsonld(() => dumped(store))
  return format === 'cypher' ? toCypher(dumped(store)) : toGraphml(() => dumped(store))
}

/** The importer's command line for the files of a folder. */
export function importCommand(folder: string, files: readonly string[]): string {
  const list = (kind: string) =>
    files.filter((file) => file.startsWith(`${kind}-`)).map((file) => `--${kind}="${join(folder, file)}"`)
  const delimiter = `U+${LIST_DELIMITER.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`
  const options = [`--array-delimiter=${delimiter}`, '--multiline-fields=true']
  return ['neo4j-admin database import full neo4j', ...options, ...list('nodes'), ...list('relationships')].join(' ')
}

function intoFolder(out: string): string {
  if (existsSync(out) && !statSync(out).isDirectory()) throw new InputError(out, 'is a file; CSV goes into a folder')
  makeFolder(out)
  if (readdirSync(out).some((file) => file.endsWith('.csv'))) throw new InputError(out, 'already has CSV files in it')
  return out
}

async function* asPieces(texts: AsyncIterable<string> | Iterable<string>): AsyncIterable<Piece> {
  for await (const text of texts) yield { file: '', text }
}

/** Characters gathered before they are written. */
const AT_ONCE = 100_000

/** Each piece to the end of its file. Gives the names of the files; throws `InputError` where they cannot be written. */
async function writePieces(out: string, pieces: AsyncIterable<Piece>): Promise<string[]> {
  const files = new Map<string, { readonly handle: FileHandle; text: string }>()
  const flush = async (file: { readonly handle: FileHandle; text: string }) => {
    await file.handle.appendFile(file.text)
    file.text = ''
  }
  try {
    for await (const { file: name, text } of pieces) {
      const file = files.get(name) ?? { handle: await open(name === '' ? out : join(out, name), 'w'), text: '' }
      files.set(name, file)
      file.text += text
      if (file.text.length >= AT_ONCE) await flush(file)
    }
    for (const file of files.values()) await flush(file)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall === undefined) throw cause
    throw new InputError(out, `cannot be written (${(cause as Error).message})`, { cause })
  } finally {
    for (const { handle } of files.values()) await handle.close()
  }
  return [...files.keys()].sort()
}
