import { readFileSync } from 'node:fs'
import type { FoundClaim } from '../query/claims.ts'
import type { Conflict } from '../query/conflicts.ts'
import { type Statement, sureOnes, toStatements } from './statements.ts'
import { counted, oneLine } from './terminal.ts'

/** A file of `src/view/page`: what pages look like, and what they can do. */
export const asset = (name: string): string => readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8')

/** Text from outside as text of a page: on one line, nothing in it turns the direction of writing. */
export const html = (text: string): string => escaped(oneLine(text))

/** Text as text of a page, its lines as they are. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Where the passage of a claim, given by its id, can be read; nothing where it cannot. */
export type PlaceOf = (claim: string) => string | undefined

/** A contradiction with all its sides. */
export function renderConflict({ name, kind, verdict, reason, members }: Conflict, placeOf: PlaceOf): string {
  const sides = members.map(({ value, speaker, outlet, publishedAt, claim, quote }) => {
    const who = [speaker, ...(speaker === outlet ? [] : [`in ${outlet}`]), ...(publishedAt ? [publishedAt] : [])].join(
      ', ',
    )
    return `<li><b>${html(value)}</b> <span class="small">${html(who)}</span><br>${quoted(quote, placeOf(claim))}</li>\n`
  })
  return `<details data-part><summary><b>${html(name)}</b></summary>
<p><span class="mark">${html(verdict)} (${html(kind)})</span> ${html(reason)}</p>
<ul>
${sides.join('')}</ul></details>
`
}

/** As `entity` prints them: by type, what is stated twice once, unsure ones counted. */
export function renderClaims(claims: readonly FoundClaim[], placeOf: PlaceOf): string {
  const { sure, leftOut } = sureOnes(claims)
  const types = [...new Set(sure.map(({ type }) => type))].sort(
    (a, b) => Number(a === 'STATES') - Number(b === 'STATES'),
  )
  const groups = types.map((type) => {
    const title = type === 'STATES' ? 'other statements' : type.toLowerCase().replaceAll('_', ' ')
    const statements = toStatements(sure.filter((claim) => claim.type === type))
    return `<h3>${html(title)}</h3>\n<ul>\n${statements.map((one) => renderStatement(one, placeOf)).join('')}</ul>\n`
  })
  const less = leftOut > 0 ? `<p class="small">${counted(leftOut, 'unsure statement')} left out.</p>\n` : ''
  return groups.join('') + less
}

function renderStatement(statement: Statement, placeOf: PlaceOf): string {
  const [first] = statement
  const when = first.time && !first.claim.includes(first.time) ? ` <span class="small">${html(first.time)}</span>` : ''
  const stances = [first.polarity === 'denied' ? 'denied' : '', first.factuality === 'asserted' ? '' : first.factuality]
  const marks = stances.filter((mark) => mark !== '').map((mark) => ` <span class="mark">${html(mark)}</span>`)
  const voices = statement.map((claim) => `<br>${renderVoice(claim)} ${quoted(claim.quote, placeOf(claim.id))}`)
  return `<li>${html(first.claim)}${when}${marks.join('')}${voices.join('')}</li>\n`
}

/** Who says it, through whom, printed where and when. */
export function renderVoice({ speakers, source, published }: FoundClaim): string {
  const said = speakers.filter((speaker) => speaker.class !== 'outlet').map(({ name }) => name)
  return `<span class="small">${html([...said, source].join(' ← '))}${published ? ` · ${html(published)}` : ''}</span>`
}

const quoted = (quote: string, place: string | undefined): string =>
  place ? `<a href="${html(place)}">“${html(quote)}”</a>` : `“${html(quote)}”`
