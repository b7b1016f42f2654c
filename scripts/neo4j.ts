import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { whatIsMissing } from './neo4j/class-path.ts'
import { type Connection, startNeo4j, stopNeo4j } from './neo4j/start-neo4j.ts'

/** A real Neo4j without Docker: `npm run neo4j -- start`, `npm run neo4j -- stop`. */
const program = new Command('neo4j').description(
  'A real Neo4j Community from Maven’s artifacts, without Docker (needs Java 17 or 21 and mvn).',
)

interface Options {
  readonly dir: string
  readonly json?: boolean
}

const runs = (connection: Connection, home: string): boolean => {
  try {
    process.kill(connection.pid, 0)
    const line = readFileSync(`/proc/${connection.pid}/cmdline`, 'utf8')
    return line.includes(`--home-dir=${home}`)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && process.platform !== 'linux'
  }
}

const connectionFile = (home: string): string => join(home, 'connection.json')
const readConnection = (home: string): Connection | undefined => {
  if (!existsSync(connectionFile(home))) return undefined
  const connection = JSON.parse(readFileSync(connectionFile(home), 'utf8')) as Connection
  return runs(connection, home) ? connection : undefined
}

program
  .command('start')
  .description('start it on free ports and leave it running; a second start in the same folder finds the first')
  .option('--dir <folder>', 'where its data lives', '.wiregraph/neo4j')
  .option('--json', 'print uri, username, password, browser as JSON')
  .action(async ({ dir, json }: Options) => {
    const home = resolve(dir)
    const running = readConnection(home)
    const missing = running ? undefined : await whatIsMissing()
    if (missing) return fail(`Neo4j cannot be started here: what is missing is ${missing}.`)
    mkdirSync(home, { recursive: true })
    if (!json && !running) process.stderr.write('Starting Neo4j (the first time downloads 143 MB) …\n')
    const connection = running ?? (await startNeo4j({ home, browser: true, detached: true }))
    writeFileSync(connectionFile(home), JSON.stringify(connection), { mode: 0o600 })
    const { pid: _pid, ...shown } = connection
    process.stdout.write(json ? `${JSON.stringify(shown)}\n` : describe(connection, home))
  })

program
  .command('stop')
  .description('stop the one started in the folder')
  .option('--dir <folder>', 'where its data lives', '.wiregraph/neo4j')
  .option('--json', 'print {"stopped": true or false}')
  .action(async ({ dir, json }: Options) => {
    const home = resolve(dir)
    const running = readConnection(home)
    if (running) await stopNeo4j(running.pid)
    rmSync(connectionFile(home), { force: true })
    process.stdout.write(
      json
        ? `${JSON.stringify({ stopped: running !== undefined })}\n`
        : running
          ? 'Stopped.\n'
          : 'Nothing was running there.\n',
    )
  })

const describe = ({ uri, browser }: Connection, home: string): string =>
  [
    `Neo4j is running at ${uri}`,
    `  Browser   ${browser}`,
    '  user      neo4j',
    `  password  in ${join(home, 'password')}`,
    '',
    'To use it:',
    `  export NEO4J_URI=${uri} NEO4J_USERNAME=neo4j NEO4J_PASSWORD="$(cat '${join(home, 'password')}')"`,
    '  npm run -s wiregraph -- build seeds/articles --store "$NEO4J_URI"',
    '',
  ].join('\n')

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

await program.parseAsync().catch((error: Error) => fail(error.message))
