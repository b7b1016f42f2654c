import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Conflict } from '../query/conflicts.ts'
import { type Statement, sureOnes, toStatements } from '../view/statements.ts'
import { counted, oneLine } from '../view/terminal.ts'
import type { Page, PageArticle, PageClaim } from './page-of.ts'

const asset = (name: string): string => readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8')

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
  const places = new Map(page.entities.flatMap(({ claims }) => claims).map(({ id, sentenceId }) => [id, sentenceId]))
  for (const conflict of page.conflicts) yield renderConflict(conflict, places)
  yield '<h2>Who and what</h2>\n'
  for (const { entity, claims } of page.entities) {
    const also = entity.aliases.length > 0 ? ` <span class="small">also ${html(entity.aliases.join(', '))}</span>` : ''
    const type = entity.type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
    const facts = `${type}, ${counted(entity.mentions, 'mention')} in ${counted(entity.articles, 'article')}`
    yield `<details data-part><summary><b>${html(entity.name)}</b> <span class="small">${facts}</span>${also}</summary>\n${renderClaims(claims)}</details>\n`
  }
  yield '<h2>Articles</h2>\n'
  for (const article of page.articles) yield renderArticle(article)
  yield `<script>${script}</script>\n</body>\n</html>\n`
}

function renderConflict(
  { name, kind, verdict, reason, members }: Conflict,
  places: ReadonlyMap<string, string>,
): string {
  const sides = members.map(({ value, speaker, outlet, publishedAt, claim, quote }) => {
    const who = [speaker, ...(speaker === outlet ? [] : [`in ${outlet}`]), ...(publishedAt ? [publishedAt] : [])].join(
      ', ',
    )
    return `<li><b>${html(value)}</b> <span class="small">${html(who)}</span><br>${quoted(quote, places.get(claim))}</li>\n`
  })
  return `<details data-part><summary><b>${html(name)}</b></summary>
<p><span class="mark">${html(verdict)} (${html(kind)})</span> ${html(reason)}</p>
<ul>
${sides.join('')}</ul></details>
`
}

/** As `entity` prints them: by type, what is stated twice once, unsure ones counted. */
function renderClaims(claims: readonly PageClaim[]): string {
  const { sure, leftOut } = sureOnes(claims)
  const types = [...new Set(sure.map(({ type }) => type))].sort(
    (a, b) => Number(a === 'STATES') - Number(b === 'STATES'),
  )
  const groups = types.map((type) => {
    const title = type === 'STATES' ? 'other statements' : type.toLowerCase().replaceAll('_', ' ')
    const statements = toStatements(sure.filter((claim) => claim.type === type))
    return `<h3>${html(title)}</h3>\n<ul>\n${statements.map(renderStatement).join('')}</ul>\n`
  })
  const less = leftOut > 0 ? `<p class="small">${counted(leftOut, 'unsure statement')} left out.</p>\n` : ''
  return groups.join('') + less
}

function renderStatement(statement: Statement): string {
  const [first] = statement
  const when = first.time && !first.claim.includes(first.time) ? ` <span class="small">${html(first.time)}</span>` : ''
  const stances = [first.polarity === 'denied' ? 'denied' : '', first.factuality === 'asserted' ? '' : first.factuality]
  const marks = stances.filter((mark) => mark !== '').map((mark) => ` <span class="mark">${html(mark)}</span>`)
  const voices = (statement as unknown as readonly PageClaim[]).map((claim) => {
    const said = claim.speakers.filter((speaker) => speaker.class !== 'outlet').map(({ name }) => name)
    const who = [...said, claim.source].join(' ← ')
    return `<br><span class="small">${html(who)}${claim.published ? ` · ${html(claim.published)}` : ''}</span> ${quoted(claim.quote, claim.sentenceId)}`
  })
  return `<li>${html(first.claim)}${when}${marks.join('')}${voices.join('')}</li>\n`
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

const quoted = (quote: string, sentence: string | undefined): string =>
  sentence ? `<a href="#${encodeURIComponent(sentence)}">“${html(quote)}”</a>` : `“${html(quote)}”`

/** Text from outside as text of a page: on one line, nothing in it turns the direction of writing. */
const html = (text: string): string => oneLine(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
