import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { serve } from '../src/serve/server.ts'
import { openStore } from '../src/store/open-store.ts'

/** `npm run screenshot`, second half: the page of `wiregraph serve` on North Korea from the sample articles, as docs/serve.png. Needs Chromium. */
const store = join(mkdtempSync(join(tmpdir(), 'wiregraph-pages-')), 'graph')
execFileSync('npm', ['start', '-s', '--', '--store', store])
const serving = await serve(async (work) => {
  const own = await openStore(store, { readOnly: true, env: {} })
  return work(own).finally(() => own.close())
}, 0)
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 1000, height: 980 } })
await page.goto(`${serving.url}/entity?name=North%20Korea`)
await page.locator('summary').nth(1).click()
await page.screenshot({ path: 'docs/serve.png' })
await browser.close()
await serving.close()
