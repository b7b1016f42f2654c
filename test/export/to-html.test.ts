import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { beforeAll, expect, test } from 'vitest'
import { EVIL, makePage } from './page.ts'

let html: string
let page: Document
const texts = (selector: string) => [...page.querySelectorAll(selector)].map((element) => element.textContent!.trim())
beforeAll(async () => {
  html = await makePage()
  page = parseHTML(html).document as unknown as Document
})

test('shows contradictions with every side, who and what with all that is claimed, and the articles', () => {
  expect(texts('h2')).toEqual(['Contradictions', 'Who and what', 'Articles'])
  const conflict = page.querySelector('details')!.textContent!
  expect(conflict).toMatch(/conflicts \(quantity\)/)
  expect(conflict).toMatch(/10,?000[\s\S]*Ann Lee, in Example Wire, 2024-10-24/)
  const norland = [...page.querySelectorAll('details')].find((part) =>
    /^Norland\s+country/.test(part.textContent!.trim()),
  )!
  expect(norland.textContent).toMatch(/country, \d+ mentions in 2 articles/)
  expect(norland.textContent).toContain('planned')
  expect(norland.textContent).toContain('1 unsure statement left out.')
  expect(texts('details p').join(' ')).toContain('A quiet day.')
})

test('every quote leads to a sentence that is in the page and has it', () => {
  const links = [...page.querySelectorAll('a[href^="#"]')]
  expect(links.length).toBeGreaterThan(4)
  for (const link of links) {
    const sentence = page.getElementById(decodeURIComponent(link.getAttribute('href')!.slice(1)))!
    expect(sentence.textContent).toContain(link.textContent!.slice(1, -1))
  }
})

test('text from articles is text: one script, which the policy names by its hash', () => {
  const scripts = [...page.querySelectorAll('script')]
  expect(scripts).toHaveLength(1)
  expect(page.querySelectorAll('img, iframe, object, link, [onerror], [onclick]')).toHaveLength(0)
  const policy = page.querySelector('meta[http-equiv]')!.getAttribute('content')!
  const hash = createHash('sha256').update(scripts[0]!.textContent!).digest('base64')
  expect(policy).toBe(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`)
  expect(texts('summary b')).toContain(EVIL)
  expect(html).not.toContain(EVIL)
})

test('the same graph gives the same page', async () => {
  expect(await makePage()).toBe(html)
})
