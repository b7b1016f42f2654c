import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One folder for whatever tests and the programs they start put into the system's temporary folder; it goes when they end, also when they fail. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'wiregraph-tests-'))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
