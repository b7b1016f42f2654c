import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { withOwnPages } from './browser.ts'
import { classPath, java, run } from './class-path.ts'

export interface StartOptions {
  /** Home of the server: its data, logs and configuration. One home serves one process. */
  readonly home: string
  /** Ask for a password (default), kept in the home; without, anybody on this machine may log in. */
  readonly auth?: boolean
  /** Serve Neo4j Browser with our pages (default false). */
  readonly browser?: boolean
  /** Start sooner, run slower: for tests. */
  readonly quickStart?: boolean
  /** Let the server live on when this process ends. */
  readonly detached?: boolean
}

export interface Connection {
  readonly uri: string
  readonly username: string
  readonly password: string
  /** Address of Neo4j Browser, null when it is not served. */
  readonly browser: string | null
  readonly pid: number
}

/** A real Neo4j Community on free ports of this machine, ready to be asked. Throws with the end of its output when it does not come up in three minutes. */
export async function startNeo4j(options: StartOptions): Promise<Connection> {
  const { auth = true, browser = false, quickStart = false, detached = false } = options
  const home = resolve(options.home)
  mkdirSync(join(home, 'conf'), { recursive: true })
  const plain = await classPath()
  const pages = browser ? await withOwnPages(plain, home) : { classPath: plain, own: false }
  const [bolt, http] = [await freePort(), await freePort()]
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration({ bolt, http, auth, browser, own: pages.own }))
  const jars = pages.classPath.join(delimiter)
  const password = auth ? await passwordOf(home, jars) : ''
  const log = join(home, 'console.log')
  const output = openSync(log, 'w')
  const flags = quickStart ? ['-Xmx512m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] : ['-Xmx1g']
  const server = spawn(
    java(),
    [
      ...flags,
      '-cp',
      jars,
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
      '--console-mode',
    ],
    { stdio: ['ignore', output, output], detached, env: { ...process.env, NEO4J_PASSWORD: '', NEO4J_AUTH: '' } },
  )
  closeSync(output)
  const uri = `bolt://127.0.0.1:${bolt}`
  const login = auth ? neo4j.auth.basic('neo4j', password) : undefined
  await untilReady(uri, login, server, log)
  if (detached) server.unref()
  const dbms = `dbms=bolt://127.0.0.1:${bolt}${auth ? '' : '&preselectAuthMethod=NO_AUTH'}`
  return {
    uri,
    username: auth ? 'neo4j' : '',
    password,
    browser: browser ? `http://127.0.0.1:${http}/browser/?${dbms}` : null,
    pid: server.pid!,
  }
}

/** Ends a server: asks first, insists after 15 seconds. */
export async function stopNeo4j(pid: number): Promise<void> {
  if (!signal(pid, 'SIGTERM')) return
  for (const until = Date.now() + 15_000; Date.now() < until; await sleep(50)) if (!signal(pid, 0)) return
  signal(pid, 'SIGKILL')
}

const signal = (pid: number, name: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

function configuration({
  bolt,
  http,
  auth,
  browser,
  own,
}: {
  bolt: number
  http: number
  auth: boolean
  browser: boolean
  own: boolean
}): string {
  const site = `http://127.0.0.1:${http}/browser/own`
  return [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${bolt}`,
    `server.bolt.advertised_address=127.0.0.1:${bolt}`,
    `server.http.enabled=${browser}`,
    ...(browser
      ? [`server.http.listen_address=127.0.0.1:${http}`, `server.http.advertised_address=127.0.0.1:${http}`]
      : []),
    'server.https.enabled=false',
    'server.directories.import=import',
    'server.memory.pagecache.size=128m',
    'db.tx_log.preallocate=false',
    `dbms.security.auth_enabled=${auth}`,
    'dbms.usage_report.enabled=false',
    'client.allow_telemetry=false',
    'server.config.strict_validation.enabled=true',
    'internal.server.bolt.thread_pool_shutdown_wait_time=100ms',
    ...(own
      ? [
          'browser.remote_content_hostname_whitelist=localhost,127.0.0.1',
          `browser.post_connect_cmd=style ${site}/style.grass; play ${site}/guide.html`,
        ]
      : []),
    '',
  ].join('\n')
}

/** The password of this home: the one it was given at its first start (NEO4J_PASSWORD, else a random one). */
async function passwordOf(home: string, jars: string): Promise<string> {
  const file = join(home, 'password')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const password = process.env.NEO4J_PASSWORD || randomBytes(15).toString('base64url')
  const fresh = `${file}.new`
  writeFileSync(fresh, password, { mode: 0o600 })
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf'), NEO4J_PASSWORD: '' }
  await run(java(), ['-cp', jars, 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', `@${fresh}`], { env })
  writeFileSync(file, password, { mode: 0o600 })
  rmSync(fresh)
  return password
}

async function untilReady(
  uri: string,
  login: ReturnType<typeof neo4j.auth.basic> | undefined,
  server: ChildProcess,
  log: string,
): Promise<void> {
  const failure = new Promise<Error>((resolve) => {
    server.once('error', resolve)
    server.once('exit', (code) =>
      resolve(new Error(`Neo4j ended with ${code}:\n${readFileSync(log, 'utf8').slice(-3000)}`)),
    )
  })
  const driver = neo4j.driver(uri, login, { connectionTimeout: 2000, telemetryDisabled: true })
  try {
    for (const until = Date.now() + 180_000; Date.now() < until; ) {
      const answer = await Promise.race([
        failure,
        driver.verifyConnectivity().then(
          () => 'ready' as const,
          () => sleep(100),
        ),
      ])
      if (answer === 'ready') return
      if (answer instanceof Error) throw answer
    }
    server.kill('SIGKILL')
    throw new Error(`Neo4j was not ready after three minutes:\n${readFileSync(log, 'utf8').slice(-3000)}`)
  } finally {
    await driver.close()
  }
}

/** A port nobody listens on at this moment. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
