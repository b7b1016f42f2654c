import { createHash } from 'node:crypto'
import { asset, html, renderClaims, renderConflict } from '../view/html.ts'
import { counted } from '../view/terminal.ts'
import type { Page, PageArticle } from './page-of.ts'

/**
 * A page as one HTML file that needs nothing else and asks for nothing: contradictions, who and what with all that is claimed of them, and the articles' sentences, to
 * which every claim leads. Text from articles is text and never markup; its one script is named by its hash, and no other may run.
 */
export function* toHtml(page: Page): Iterable<string> {
  const [style, script] = [asset('style.css'), asset('search.js')]
  const hash = createHash('sha256').update(script).digest('base64')
  const counts = `${counted(page.articles.length, 'article')}, ${counted(page.conflicts.length, 'contradiction')}`
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">
<title>wiregraph: ${counts}</title>
<style>${style}</style>
</head>
<body>
<header><input type="search" aria-label="Search" placeholder="Search names, claims and sentences"></header>
<p class="small">${counts}. Every claim leads to the sentence that says it, its speaker and its outlet. Nobody wins a contradiction.</p>
`
  if (page.conflicts.length > 0) yield '<h2>Contradictions</h2>\n'
  const sentences = new Map(page.entities.flatMap(({ claims }) => claims).map(({ id, sentenceId }) => [id, sentenceId]))
  const placeOf = (claim: string) =>
    sentences.has(claim) ? `#${encodeURIComponent(sentences.get(claim)!)}` : undefined
  for (const conflict of page.conflicts) yield renderConflict(conflict, placeOf)
  yield '<h2>Who and what</h2>\n'
  for (const { entity, claims } of page.entities) {
    const also = entity.aliases.length > 0 ? ` <span class="small">also ${html(entity.aliases.join(', '))}</span>` : ''
    const type = entity.type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
    const facts = `${type}, ${counted(entity.mentions, 'mention')} in ${counted(entity.articles, 'article')}`
    yield `<details data-part><summary><b>${html(entity.name)}</b> <span class="small">${facts}</span>${also}</summary>\n${renderClaims(claims, placeOf)}</details>\n`
  }
  yield '<h2>Articles</h2>\n'
  for (const article of page.articles) yield renderArticle(article)
  yield `<script>${script}</script>\n</body>\n</html>\n`
}

function renderArticle({ title, source, published, url, sentences }: PageArticle): string {
  const paragraphs = new Map<number, string[]>()
  for (const { id, paragraph, zone, text } of sentences) {
    const lines = paragraphs.get(paragraph) ?? paragraphs.set(paragraph, []).get(paragraph)!
    lines.push(`<span id="${html(id)}" class="${html(zone)}">${html(text)}</span>`)
  }
  const body = [...paragraphs.values()].map((lines) => `<p dir="auto">${lines.join(' ')}</p>\n`)
  const link =
    url && /^https?:\/\//.test(url) ? `<p class="small"><a href="${html(url)}" rel="noreferrer">original</a></p>\n` : ''
  return `<details data-part><summary><b>${html(title)}</b> <span class="small">${html(source)}${published ? `, ${html(published)}` : ''}</span></summary>
${link}${body.join('')}</details>
`
}
