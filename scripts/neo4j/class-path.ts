import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const POM = fileURLToPath(new URL('pom.xml', import.meta.url))

/** The Neo4j that is started; the same number stands in pom.xml. */
export const NEO4J_VERSION = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)/.exec(readFileSync(POM, 'utf8'))![1]!

/** Where downloaded and unpacked things are kept between runs, outside any checkout. */
export const CACHE = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'wiregraph',
  `neo4j-${NEO4J_VERSION}`,
)

/**
 * The jars of Neo4j and its Browser, downloaded by Maven into its own repository when they are not there yet (143 MB, once).
 * The list is kept in `CACHE`; it is made anew when a jar on it is gone.
 */
export async function classPath(): Promise<string[]> {
  const list = join(CACHE, 'classpath.txt')
  const known = readList(list)
  if (known) return known
  mkdirSync(CACHE, { recursive: true })
  const fresh = `${list}.${process.pid}`
  await run('mvn', ['-q', '-B', '-f', POM, 'dependency:build-classpath', `-Dmdep.outputFile=${fresh}`])
  renameSync(fresh, list)
  return readList(list) ?? []
}

function readList(path: string): string[] | undefined {
  if (!existsSync(path)) return undefined
  const jars = readFileSync(path, 'utf8').trim().split(delimiter)
  return jars.every((jar) => existsSync(jar)) ? jars : undefined
}

/** Java itself: JAVA_HOME's, else the one on the path. */
export const java = (): string => (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java')

/** What is missing to start a Neo4j here, in words; `undefined` when nothing is. */
export async function whatIsMissing(): Promise<string | undefined> {
  const version = await run(java(), ['-version']).catch(() => undefined)
  if (version === undefined) return 'Java 17 or 21 (a JDK or JRE on the path, or JAVA_HOME)'
  const major = Number(/version "(\d+)/.exec(version)?.[1])
  if (major < 17) return `Java 17 or 21 (found ${major})`
  if (readList(join(CACHE, 'classpath.txt'))) return undefined
  const maven = await run('mvn', ['-version']).catch(() => undefined)
  return maven === undefined ? 'Maven (mvn), which downloads Neo4j' : undefined
}

/** Runs a program to its end and gives what it wrote; rejects with the end of that when it fails. */
export function run(
  program: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${program} ended with ${code}: ${output.slice(-2000)}`)),
    )
  })
}
