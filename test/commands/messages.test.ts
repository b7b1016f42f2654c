import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wiregraph } from '../support/cli.ts'
import { makeExtraction } from '../support/make-extraction.ts'

const folder = mkdtempSync(join(tmpdir(), 'wiregraph-messages-'))
const at = (...names: string[]) => join(folder, ...names)
mkdirSync(at('broken'))
writeFileSync(at('broken', 'graph.grafeo'), 'no graph')
writeFileSync(at('picture.txt'), Buffer.from(Array.from({ length: 2000 }, (_, byte) => (byte * 7919) % 256)))
writeFileSync(at('report.txt'), 'Norway met Latvia.\n')

test.each([
  [['explain', at('nosuch.txt')], /nosuch\.txt: does not exist\. Check the spelling/],
  [['explain', ''], /give a sentence or a file/],
  [['analyze', at('picture.txt')], /picture\.txt: holds no text/],
  [['load', at('report.txt'), '--store', at('new')], /report\.txt:1: is not JSON .*articles go to `wiregraph build`/],
  [['load', at('nosuch.jsonl'), '--store', at('new')], /nosuch\.jsonl: does not exist/],
  [['claims', '--store', at('broken')], /broken: holds no graph that can be opened .*choose another folder/],
  [['query', 'RETURN $name AS name', '--store', at('new')], /\$name has no value; give it with -p name=/],
  [['claims', '--store', 'neo4j://nowhere.invalid:1'], /no Neo4j answers there/],
  [['claims', '--store', 'http://localhost'], /give a folder, or a bolt:/],
])('%j is refused in a sentence that shows the way out', async (args, message) => {
  const ran = await wiregraph(args)
  expect(ran.code).toBe(1)
  expect(ran.err).toMatch(message)
  expect(ran.err).not.toMatch(/ at \S+ \(|node:internal/)
})

test.runIf(process.platform === 'linux')(
  'a store where no folder can be made is named at once',
  async () => {
    const ran = await wiregraph(['build', at('report.txt'), '--store', '/proc/none/graph'])
    expect([ran.code, ran.err]).toEqual([
      1,
      expect.stringMatching(/^wiregraph: \/proc\/none: cannot be made .*another place\n$/),
    ])
  },
  20_000,
)

test('Ctrl-C says how far it came', async () => {
  const store = at('stopped')
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli.ts', 'build', 'seeds/articles', '--store', store, '--engine', 'fast'],
    { env: { ...process.env, NEO4J_URI: '' }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  while (!existsSync(join(store, 'graph.grafeo'))) await new Promise((resolve) => setTimeout(resolve, 20))
  child.kill('SIGINT')
  const [code] = await once(child, 'close')
  expect(code).toBe(130)
  expect(said).toMatch(/^Stopped\. \d+ articles? (?:is|are) in .*stopped; the same command goes on from there\.\n$/)
}, 60_000)

test.runIf(process.platform !== 'win32')(
  'a disk without room is named, and with room the same command does it',
  () => {
    const prose = Array.from({ length: 400 }, (_, at) => `Nothing happened on day ${at} of the strike.`)
    writeFileSync(at('long.jsonl'), `${JSON.stringify(makeExtraction({ key: 'long', prose, statements: [] }))}\n`)
    const load = (limit: string) =>
      spawnSync(
        'bash',
        [
          '-c',
          `trap '' XFSZ; ${limit} exec "$0" --import tsx src/cli.ts load "$1" --store "$2"`,
          process.execPath,
          at('long.jsonl'),
          at('full'),
        ],
        { encoding: 'utf8', env: { ...process.env, NEO4J_URI: '' } },
      )
    const full = load('ulimit -f 60;')
    expect(full.status).toBe(1)
    expect(full.stderr).toMatch(
      /^wiregraph: .*full: could not be written .*; make room there and run the command again\n$/,
    )
    expect(load('').stdout).toContain('1 article loaded')
  },
  60_000,
)
