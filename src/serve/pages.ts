import { type FoundClaim, findClaimsWithWords, oncePerClaim, toClaim } from '../query/claims.ts'
import { findConflicts } from '../query/conflicts.ts'
import { type FoundEntity, findProfile, findSimilar, toEntity } from '../query/profile.ts'
import { summarize } from '../query/summary.ts'
import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { asset, escaped, html, renderClaims, renderConflict, renderVoice } from '../view/html.ts'
import { counted } from '../view/terminal.ts'
import { drawNeighbours, toConnection } from './picture.ts'

/** An answer to a browser: a page, or the address of another. */
export type Answer = { readonly status: 200 | 404; readonly page: string } | { readonly moved: string }
type Asked = URLSearchParams

/** Articles listed on a page, contradictions and names on the first. */
const [ARTICLES, CONFLICTS, NAMES] = [100, 8, 40]

/** The pages of a graph, by the path of their address. Each asks the store anew, so a page shows what is in the graph now. */
export const PAGES: Readonly<Record<string, (store: Store, asked: Asked) => Promise<Answer>>> = {
  '/': home,
  '/search': search,
  '/entity': entity,
  '/conflicts': conflicts,
  '/articles': articles,
  '/article': article,
  '/claim': claim,
}

async function home(store: Store): Promise<Answer> {
  const { articles: count, claims, conflicts: all, entitiesByType } = await summarize(store)
  const foremost = (await store.ask('foremost-entities', { limit: NAMES })).map(toEntity)
  const found = await findConflicts(store, { verdicts: ['conflicts', 'changed over time'] })
  const names = entitiesByType.reduce((sum, { entities }) => sum + entities, 0)
  return page('wiregraph', '', [
    `<p>${counted(count, 'article')}, ${counted(names, 'name')}, ${counted(claims, 'claim')}, ${counted(all, 'contradiction')}. Every claim leads to the sentence that says it. Nobody wins a contradiction.</p>\n`,
    found.length > 0 ? '<h2>Contradictions</h2>\n' : '',
    ...found.slice(0, CONFLICTS).map((one) => renderConflict(one, placeOf)),
    all > CONFLICTS ? '<p><a href="/conflicts">all contradictions</a></p>\n' : '',
    '<h2>Who and what</h2>\n',
    `<p class="names">${foremost.map(renderName).join(' ')}</p>\n`,
    '<p><a href="/articles">articles</a></p>\n',
  ])
}

async function search(store: Store, asked: Asked): Promise<Answer> {
  const words = (asked.get('q') ?? '').trim()
  if (words === '') return { moved: '/' }
  const similar = await findSimilar(store, words)
  const exact = similar.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.toLowerCase() === words.toLowerCase()),
  )
  const claims = await findClaimsWithWords(store, words)
  if (exact.length === 1 && similar.length === 1) return { moved: entityPath(exact[0]!.name) }
  return page(words, words, [
    similar.length > 0 ? `<h2>Names</h2>\n<p class="names">${similar.map(renderName).join(' ')}</p>\n` : '',
    claims.length > 0 ? `<h2>Claims</h2>\n${renderClaims(claims, placeOf)}` : '',
    similar.length + claims.length === 0 ? `<p>Nothing in the graph has “${html(words)}” in it.</p>\n` : '',
  ])
}

async function entity(store: Store, asked: Asked): Promise<Answer> {
  const name = asked.get('name') ?? ''
  const { entities, claims, inOtherWords, says, conflicts: disputed } = await findProfile(store, name)
  const [first] = entities
  if (!first) return notFound(`Nobody and nothing in the graph is called “${html(name)}”.`)
  const connections = (await store.ask('neighbourhood', { name })).map(toConnection)
  const dated = claims.filter(({ from, confidence }) => from !== null && confidence >= 0.5)
  const section = (title: string, body: string) => (body === '' ? '' : `<h2>${title}</h2>\n${body}`)
  return page(first.name, '', [
    ...entities.map(describe),
    drawNeighbours(first.name, connections, entityPath),
    section('Contradictions', disputed.map((one) => renderConflict(one, placeOf)).join('')),
    section('What is said', renderClaims(claims, placeOf)),
    section('The same in other words', renderClaims(inOtherWords, placeOf)),
    section(`What ${html(first.name)} says`, renderClaims(says, placeOf)),
    section('In the order it happened', dated.length > 1 ? renderTimeline(dated) : ''),
  ])
}

const describe = ({ name, type, aliases, mentions, articles: count }: FoundEntity): string =>
  `<h1>${html(name)}</h1>
<p class="small">${html(type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase())}, ${counted(mentions, 'mention')} in ${counted(count, 'article')}${aliases.length > 0 ? `; also ${html(aliases.join(', '))}` : ''}</p>\n`

/** Claims with a time, each once, as a table. */
function renderTimeline(claims: readonly FoundClaim[]): string {
  const rows = [...claims]
    .sort((a, b) => (a.from! < b.from! ? -1 : a.from! > b.from! ? 1 : 0))
    .map(
      (one) =>
        `<tr><td>${html(one.from === one.to || !one.to ? one.from! : `${one.from} to ${one.to}`)}</td><td><a href="${html(placeOf(one.id))}">${html(one.claim)}</a><br>${renderVoice(one)}</td></tr>\n`,
    )
  return `<table>\n${rows.join('')}</table>\n`
}

async function conflicts(store: Store): Promise<Answer> {
  const found = await findConflicts(store)
  const none = found.length === 0 ? ['<p>No claims contradict each other.</p>\n'] : []
  return page('Contradictions', '', [
    '<h1>Contradictions</h1>\n',
    ...none,
    ...found.map((one) => renderConflict(one, placeOf)),
  ])
}

async function articles(store: Store, asked: Asked): Promise<Answer> {
  const all = await store.ask('articles')
  const from = Math.max(0, Number.parseInt(asked.get('from') ?? '0', 10) || 0)
  const rows = all
    .slice(from, from + ARTICLES)
    .map(
      ({ id, title, source, published, claims }: Row) =>
        `<li><a href="${html(articlePath(id as string))}">${html(title as string)}</a> <span class="small">${html(source as string)}${published ? `, ${html(published as string)}` : ''}, ${counted(claims as number, 'claim')}</span></li>\n`,
    )
  const more = from + ARTICLES < all.length ? `<p><a href="/articles?from=${from + ARTICLES}">more</a></p>\n` : ''
  return page('Articles', '', [`<h1>${counted(all.length, 'article')}</h1>\n<ul>\n${rows.join('')}</ul>\n${more}`])
}

async function article(store: Store, asked: Asked): Promise<Answer> {
  const id = asked.get('id') ?? ''
  const [found] = await store.ask('article-with-text', { id })
  if (!found) return notFound('There is no such article in the graph.')
  const { title, source, published, byline, url, text } = found as Record<string, string | null>
  const claims = oncePerClaim((await store.ask('claims-of-article', { id })).map(toClaim))
  const facts = [source, byline, published].filter((one) => one !== null && one !== undefined).map((one) => html(one!))
  const link = url && /^https?:\/\//.test(url) ? ` · <a href="${html(url)}" rel="noreferrer">original</a>` : ''
  const marked = { start: Number(asked.get('start') ?? Number.NaN), end: Number(asked.get('end') ?? Number.NaN) }
  return page(title ?? '', '', [
    `<h1>${html(title ?? '')}</h1>\n<p class="small">${facts.join(' · ')}${link}</p>\n`,
    `<div class="text" dir="auto">${withMark(text ?? '', marked)}</div>\n`,
    `<h2>What it claims</h2>\n${renderClaims(claims, placeOf)}`,
  ])
}

/** A text with one passage marked, when it is one. Offsets in UTF-16 units. */
function withMark(text: string, { start, end }: { start: number; end: number }): string {
  if (!(start >= 0 && start < end && end <= text.length)) return escaped(text)
  return `${escaped(text.slice(0, start))}<mark id="here">${escaped(text.slice(start, end))}</mark>${escaped(text.slice(end))}`
}

/** To the passage that states a claim. */
async function claim(store: Store, asked: Asked): Promise<Answer> {
  const [found] = await store.ask('claim-by-id', { id: asked.get('id') ?? '' })
  if (!found) return notFound('There is no such claim in the graph.')
  return { moved: `${articlePath(found.article as string)}&start=${found.start}&end=${found.end}#here` }
}

const placeOf = (id: string): string => `/claim?id=${encodeURIComponent(id)}`
const entityPath = (name: string): string => `/entity?name=${encodeURIComponent(name)}`
const articlePath = (id: string): string => `/article?id=${encodeURIComponent(id)}`
const renderName = ({ name, articles: count }: FoundEntity): string =>
  `<a href="${html(entityPath(name))}">${html(name)}</a>&nbsp;<span class="small">${count}</span>`

const notFound = (message: string): Answer => ({ ...page('Not found', '', [`<p>${message}</p>\n`]), status: 404 })

/** A page with its head and search field; needs nothing but itself. */
export function page(title: string, words: string, parts: readonly string[]): { status: 200; page: string } {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}${title === 'wiregraph' ? '' : ' – wiregraph'}</title>
<style>${asset('style.css')}</style>
</head>
<body>
<header><form action="/search"><a href="/">wiregraph</a> <input type="search" name="q" value="${html(words)}" aria-label="Search" placeholder="Search names and claims"></form></header>
${parts.join('')}</body>
</html>
`
  return { status: 200, page: body }
}
