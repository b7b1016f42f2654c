import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CACHE, run } from './class-path.ts'

const KIT = fileURLToPath(new URL('../../cypher/browser', import.meta.url))
const isBrowser = (jar: string): boolean => /neo4j-browser-[^/\\]*\.jar$/.test(jar)

/** The class path with the Browser's jar unpacked and our style sheet and guide laid beside its pages; as it was when `jar` is not there. */
export async function withOwnPages(
  classPath: readonly string[],
  home: string,
): Promise<{ classPath: string[]; own: boolean }> {
  const jar = classPath.find(isBrowser)
  const unpacked = jar && existsSync(KIT) ? await unpack(jar).catch(() => undefined) : undefined
  if (!unpacked) return { classPath: [...classPath], own: false }
  const pages = join(home, 'browser-pages')
  rmSync(pages, { recursive: true, force: true })
  cpSync(unpacked, pages, { recursive: true })
  cpSync(KIT, join(pages, 'browser', 'own'), { recursive: true })
  return { classPath: classPath.map((entry) => (entry === jar ? pages : entry)), own: true }
}

/** Unpacked once, under the cache. */
async function unpack(jar: string): Promise<string> {
  const folder = join(CACHE, 'browser')
  if (existsSync(folder)) return folder
  const fresh = `${folder}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  const tool = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'jar') : 'jar'
  await run(tool, ['xf', jar], { cwd: fresh }).catch(() => run('unzip', ['-q', jar], { cwd: fresh }))
  renameSync(fresh, folder)
  return folder
}
