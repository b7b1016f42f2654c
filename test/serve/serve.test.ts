import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Serving, serve } from '../../src/serve/server.ts'
import { openStore } from '../../src/store/open-store.ts'
import { EVIL, evilArticles } from '../export/page.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'wiregraph-serve-')), 'graph')
let serving: Serving
beforeAll(async () => {
  const store = await openStore(folder, { env: {} })
  await store.prepare()
  await store.load(evilArticles, { version: 'test' })
  await store.finish()
  await store.close()
  serving = await serve(async (work) => {
    const own = await openStore(folder, { readOnly: true, env: {} })
    try {
      return await work(own)
    } finally {
      await own.close()
    }
  }, 0)
}, 60_000)
afterAll(() => serving.close())

/** Status, headers and body of an answer; the host's name as somebody else may have it. */
const ask = (path: string, { method = 'GET', host = '' } = {}) =>
  new Promise<{ status: number; location: string | undefined; body: string; policy: string }>((resolve, reject) => {
    const options = { method, headers: host ? { host } : {} }
    request(`${serving.url}${path}`, options, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (text) => {
        body += text
      })
      answer.on('end', () =>
        resolve({
          status: answer.statusCode!,
          location: answer.headers.location,
          body,
          policy: String(answer.headers['content-security-policy']),
        }),
      )
    })
      .on('error', reject)
      .end()
  })

describe('pages', () => {
  test.each([
    ['/', 200, 'Contradictions'],
    ['/search?q=norland', 302, ''],
    ['/search?q=sent', 200, 'Norland sent'],
    ['/search?q=nothingofthesort', 200, 'Nothing in the graph has “nothingofthesort” in it'],
    ['/entity?name=Norland', 200, '<svg'],
    ['/entity?name=Nobody', 404, 'Nobody and nothing in the graph is called “Nobody”'],
    ['/conflicts', 200, '10000'],
    ['/articles', 200, '2 articles'],
    ['/article?id=article:none', 404, 'no such article'],
    ['/claim?id=claim:none', 404, 'no such claim'],
    ['/etc/passwd', 404, 'no such page'],
    ['/constructor', 404, 'no such page'],
    ['//[', 404, 'no such page'],
  ])('%s: %d', async (path, status, words) => {
    const answer = await ask(path)
    expect([answer.status, answer.body]).toEqual([status, expect.stringContaining(words)])
    expect(answer.policy).toContain("default-src 'none'")
    expect(answer.body).not.toContain('<img')
  })

  test('other names of this address, and anything but reading, are refused', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421)
    expect((await ask('/', { host: 'localhost:80' })).status).toBe(200)
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
    expect((await ask('/', { method: 'HEAD' })).body).toBe('')
  })

  test('a port that is taken is named', async () => {
    const port = Number(new URL(serving.url).port)
    await expect(serve(async () => undefined as never, port)).rejects.toThrow(/is in use; choose another with --port/)
  })
})

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
describe.runIf(existsSync(CHROMIUM))('in a real browser', () => {
  let browser: Browser
  let tab: Page
  const said: string[] = []
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
    browser = await chromium.launch({ executablePath: CHROMIUM, args })
    tab = await browser.newPage()
    tab.on('console', (message) => said.push(message.text()))
  })
  afterAll(() => browser?.close())

  test('from a search to a name, its picture, a claim, and the passage in its article', async () => {
    await tab.goto(serving.url)
    await tab.fill('input', 'norland')
    await tab.press('input', 'Enter')
    await tab.waitForURL(/entity/)
    expect(await tab.locator('svg .middle').textContent()).toContain('Norland')
    expect(await tab.locator('svg a').first().textContent()).toContain('Sudland')
    const link = tab.locator('li a[href^="/claim"]').first()
    await tab.locator('summary').first().click()
    const quote = (await link.textContent())!.slice(1, -1)
    await link.click()
    expect(await tab.locator('mark:target').textContent()).toBe(quote)
  })

  test('an article that would like to be a program is text', async () => {
    await tab.goto(`${serving.url}/articles`)
    await tab.locator('li a', { hasText: '</details>' }).click()
    expect(await tab.locator('h1').textContent()).toBe(EVIL)
    expect(await tab.title()).not.toBe('owned')
    expect(await tab.locator('img').count()).toBe(0)
    expect(said.filter((text) => !text.includes('favicon'))).toEqual([])
  })
})

test('the command says where it is, and Ctrl-C ends it', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const args = ['--import', 'tsx', 'src/cli.ts', 'serve', '--store', folder, '--port', '0', '--json']
  const child = spawn(process.execPath, args, { cwd: root })
  const line = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))
  const { url } = JSON.parse(line)
  expect((await fetch(url)).status).toBe(200)
  child.kill('SIGINT')
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
}, 30_000)
