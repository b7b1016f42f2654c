import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { HOME } from './home.ts'
import { sha256 } from './model/id.ts'

/** Folders and files that decide how a text is read: the stages, what they know, and the libraries they use. */
const DECIDING = ['src', 'seeds', 'models', 'package.json']
/** Parts of these that come before or after the reading. */
const BESIDE = /^src\/(?:commands|serve|store|graph|query|view|export|corpus|run|cli\.ts)|^seeds\/articles|\.md$/

/**
 * Hash of all that decides a reading, 16 hexadecimal digits: two extractions of one text with the same version are the same.
 * Cheap: nothing is loaded but the bytes.
 */
export function readingVersion(engine: 'encoder' | 'fast'): string {
  const used = (file: string) => engine === 'encoder' || extname(file) !== '.onnx'
  const files = DECIDING.flatMap(filesUnder)
    .filter((file) => !BESIDE.test(file) && used(file))
    .sort()
  return sha256(`${engine}\n${files.map((file) => sha256(readFileSync(join(HOME, file)))).join('\n')}`).slice(0, 16)
}

function filesUnder(path: string): string[] {
  if (extname(path)) return [path]
  return readdirSync(join(HOME, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  )
}
