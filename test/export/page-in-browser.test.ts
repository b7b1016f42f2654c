import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writePage } from './page.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const isThere = existsSync(CHROMIUM)
if (!isThere)
  process.stderr.write(
    `\n  LEFT OUT: the page in a real browser (${CHROMIUM} is not there; CHROMIUM names another).\n\n`,
  )

let browser: Browser
let page: Page
const asked: string[] = []
const said: string[] = []
beforeAll(async () => {
  if (!isThere) return
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
  browser = await chromium.launch({ executablePath: CHROMIUM, args })
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', ({ message }) => said.push(message))
  page.on('console', (message) => said.push(message.text()))
  await page.goto(`file://${await writePage()}`)
})
afterAll(() => browser?.close())

test.runIf(isThere)(
  'a real browser runs nothing of an article, asks for nothing and has nothing to complain of',
  async () => {
    expect(await page.title()).toMatch(/^wiregraph: 2 articles/)
    expect(asked).toHaveLength(1)
    expect(said).toEqual([])
  },
)

test.runIf(isThere)('searching leaves what has the words', async () => {
  const shown = page.locator('[data-part]:visible')
  const all = await shown.count()
  await page.fill('input', 'quiet day')
  expect(await shown.count()).toBe(1)
  await page.fill('input', '')
  expect(await shown.count()).toBe(all)
})

test.runIf(isThere)('a quote opens its article at the sentence', async () => {
  await page.locator('summary').first().click()
  const link = page.locator('a[href^="#"]').first()
  await link.click()
  const sentence = page.locator(':target')
  await sentence.waitFor({ state: 'visible' })
  expect(await sentence.textContent()).toContain((await link.textContent())!.slice(1, -1))
})
