import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'

/**
 * `npm run screenshot`: starts a real Neo4j, builds the sample articles into it, opens its Browser in a real Chromium with our style sheet and guide, asks for one
 * contradiction as a picture, and saves docs/browser.png. Needs Java, Maven and Chromium (CHROMIUM names the program if it is not /usr/bin/chromium).
 */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const HOME = '.wiregraph/screenshot'
const QUERY = `MATCH (conflict:Conflict {verdict: 'conflicts', kind: 'quantity'})-[:INVOLVES]->(claim) WITH conflict, count(claim) AS sides ORDER BY sides DESC, conflict.id LIMIT 1
MATCH path = (conflict)-[:INVOLVES]->(:Claim)-[:EVIDENCED_BY {role: 'whole'}]->(:Sentence)<-[:HAS_SENTENCE]-(:Article)-[:PUBLISHED_BY]->(:Source) RETURN path`

if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is not here; set CHROMIUM to a Chromium or Chrome`)
const npm = (args: readonly string[], env = {}) =>
  execFileSync('npm', ['run', '-s', ...args], { encoding: 'utf8', env: { ...process.env, ...env } })

const server = JSON.parse(npm(['neo4j', '--', 'start', '--dir', HOME, '--json'])) as {
  uri: string
  username: string
  password: string
  browser: string
}
try {
  npm(['start', '--', '--store', server.uri, ...process.argv.slice(2)], {
    NEO4J_USERNAME: server.username,
    NEO4J_PASSWORD: server.password,
  })
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  const page = await browser.newPage({ viewport: { width: 1500, height: 950 } })
  await page.goto(`${server.browser}`)
  await connect(page)
  await run(page, ':config autoComplete: false') // only the paths asked for, not every relationship between their nodes
  await run(page, QUERY)
  await page.locator('svg g.node').first().waitFor({ timeout: 60_000 })
  await page.locator('[data-testid=frame-Fullscreen], [title=Fullscreen]').first().click()
  await page.locator('[aria-label^="Collapse the node"], [title^="Collapse the node"]').first().click()
  await page.waitForTimeout(8000) // the nodes find their places
  await page.locator('[aria-label="zoom-to-fit"], [title="Zoom to fit"]').first().click()
  await page.waitForTimeout(2000)
  mkdirSync('docs', { recursive: true })
  await page.screenshot({ path: 'docs/browser.png' })
  await browser.close()
} finally {
  npm(['neo4j', '--', 'stop', '--dir', HOME])
}

async function connect(page: Page): Promise<void> {
  const password = page.locator('[data-testid=password]')
  await password.waitFor({ timeout: 60_000 })
  await page.locator('[data-testid=username]').fill(server.username)
  await password.fill(server.password)
  await page.locator('[data-testid=connect]').click()
  await page.getByText('You are connected').first().waitFor({ timeout: 60_000 })
}

async function run(page: Page, command: string): Promise<void> {
  await page.locator('[data-testid=activeEditor] .view-lines').first().click()
  await page.keyboard.type(command.replaceAll('\n', ' '))
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(1000)
}
