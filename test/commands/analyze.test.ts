import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { faultsOf } from '../support/check-conllu.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-analyze-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function analyze(text: string, ...args: string[]): Promise<string> {
  const file = join(folder, 'story.txt')
  writeFileSync(file, text)
  const home = new URL('../..', import.meta.url)
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'analyze', ...args, file], {
    cwd: home,
    maxBuffer: 1e9,
  })
  return stdout
}

const STORY = `Envoy Leaves Talks\r\n\r\nRosa Mendes, the country's chief negotiator, left Geneva on Friday. "We can't go on," she said. Mendes didn’t say why… 🕊 שלום\n\nThe ${'long '.repeat(260)}day ended.\n\ud83d broken`

describe.each(['encoder', 'fast'])('with the %s engine', (engine) => {
  test('text becomes valid CoNLL-U with exact places', async () => {
    const said = await analyze(STORY, '--input', 'text', '--output', 'conllu', '--engine', engine)
    expect(faultsOf(said)).toEqual([])
    expect(said).toMatch(/^\d+-\d+\tcan't\t/m)
    expect(said).toMatch(/\tRosa\t.*NER=B-PERSON/)
    const whole = Buffer.from(STORY).toString() // a lone surrogate does not survive a file
    for (const [, form, start, end] of said.matchAll(/^\d+\t([^\t]+)\t.*TokenRange=(\d+):(\d+)/gm))
      expect(whole.slice(Number(start), Number(end))).toBe(form)
  })

  test('given words are kept, twice the same', async () => {
    const given =
      '# newdoc id = d\n# sent_id = 1\n# text = Ana can not go\n1\tAna\t_\t_\t_\t_\t_\t_\t_\t_\n2\tcan\t_\t_\t_\t_\t_\t_\t_\t_\n3\tnot\t_\t_\t_\t_\t_\t_\t_\t_\n4\tgo\t_\t_\t_\t_\t_\t_\t_\t_\n\n'
    const said = await analyze(given, '--input', 'conllu', '--engine', engine)
    expect(faultsOf(said)).toEqual([])
    expect([...said.matchAll(/^\d+\t([^\t]+)/gm)].map(([, form]) => form)).toEqual(['Ana', 'can', 'not', 'go'])
    expect(await analyze(given, '--input', 'conllu', '--engine', engine)).toBe(said)
  })
})
