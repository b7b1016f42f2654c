import type { FoundClaim } from '../query/claims.ts'
import type { Conflict } from '../query/conflicts.ts'
import type { FoundEntity, Profile } from '../query/profile.ts'
import { type Statement, sureOnes, toStatements } from './statements.ts'
import { clipped, counted, oneLine, type Style } from './terminal.ts'

export interface ClaimsView {
  /** also the claims that are less likely than not */
  readonly all?: boolean | undefined
  /** ids of claims, to judge them by */
  readonly ids?: boolean | undefined
}

/**
 * Claims under their types, each with its time, how far it is put forward, its speakers and its article; what is stated twice stands once. Unsure ones are
 * counted below, not shown.
 */
export function renderClaims(claims: readonly FoundClaim[], style: Style, view: ClaimsView = {}): string {
  const { all = false } = view
  const { sure, leftOut } = all ? { sure: claims, leftOut: 0 } : sureOnes(claims)
  const types = [...new Set(sure.map(({ type }) => type))].sort(openLast)
  const groups = types.map((type) => {
    const statements = toStatements(sure.filter((claim) => claim.type === type))
    return [
      style.bold(titleOf(type)),
      ...statements.flatMap((statement) => renderStatement(statement, style, view)),
    ].join('\n')
  })
  return [...groups, ...(leftOut > 0 ? [style.dim(leftOutLine(leftOut))] : [])].join('\n\n')
}

const leftOutLine = (number: number): string =>
  `${counted(number, 'unsure statement')} ${number === 1 ? 'is' : 'are'} left out, more likely misread than not (--all shows ${number === 1 ? 'it' : 'them'}).`

/** The sentences behind a statement: words, speakers, outlet, date, exact place. */
export const renderEvidence = (claims: readonly FoundClaim[], style: Style): string =>
  claims
    .map((claim) =>
      [
        `“${marked(claim, style)}”`,
        `  ${[stance(claim, style), chain(claim), whenPrinted(claim)].filter((part) => part !== '').join(' · ')}`,
        `  ${style.dim(`${oneLine(claim.title)} — ${oneLine(claim.url ?? claim.key)}, ${claim.start}–${claim.end} (${claim.rule}, ${Math.round(claim.confidence * 100)} %, ${claim.id})`)}`,
      ].join('\n'),
    )
    .join('\n\n')

/** Who is meant by a name, where sources contradict each other about them, what is said of them, and what they say. */
export function renderProfile(profile: Profile, style: Style, view: ClaimsView = {}): string {
  const { entities, conflicts, claims } = profile
  return [
    entities.map((entity) => renderEntity(entity, style)).join('\n'),
    ...(conflicts.length > 0
      ? [[style.bold('contradictions'), ...conflicts.flatMap((one) => renderConflictInShort(one, style))].join('\n')]
      : []),
    claims.length > 0 ? renderClaims(claims, style, view) : style.dim('Nothing is claimed about them.'),
    ...section('the same thing in other words', profile.inOtherWords, style, view),
    ...section('says', profile.says, style, view),
  ].join('\n\n')
}

/** Statements under one title with their number, those of a known type first. */
function section(title: string, claims: readonly FoundClaim[], style: Style, view: ClaimsView): string[] {
  const { all = false } = view
  const sure = all ? claims : sureOnes(claims).sure
  const isOpen = ({ type }: FoundClaim) => type === 'STATES'
  const statements = [...toStatements(sure.filter((claim) => !isOpen(claim))), ...toStatements(sure.filter(isOpen))]
  if (statements.length === 0) return []
  const shown = all ? statements : statements.slice(0, SHOWN_IN_SECTION)
  const more = statements.length - shown.length
  return [
    [
      style.bold(`${title} (${statements.length})`),
      ...shown.flatMap((statement) => renderStatement(statement, style, view)),
      ...(more > 0 ? [style.dim(`  and ${more} more (--all shows them)`)] : []),
    ].join('\n'),
  ]
}

const SHOWN_IN_SECTION = 20

const renderConflictInShort = ({ name, verdict, kind, reason }: Conflict, style: Style): string[] => [
  `  ${oneLine(name)}`,
  `    ${verdict === 'conflicts' ? style.warn(verdict) : style.good(verdict)} (${kind}): ${oneLine(reason)}`,
]

function renderEntity({ name, type, aliases, wikidata, mentions, articles }: FoundEntity, style: Style): string {
  const head = `${style.bold(oneLine(name))}  ${kindOf(type)}, ${counted(mentions, 'mention')} in ${counted(articles, 'article')}`
  return [
    head,
    ...(aliases.length > 0 ? [`  also ${aliases.map(oneLine).join(', ')}`] : []),
    ...(wikidata ? [style.dim(`  wikidata ${oneLine(wikidata)}`)] : []),
  ].join('\n')
}

/** The statement, and a line for each who makes it. */
function renderStatement(statement: Statement, style: Style, { ids = false }: ClaimsView): string[] {
  const [first] = statement
  const when = first.time && !first.claim.includes(first.time) ? `   ${oneLine(first.time)}` : ''
  const voices = statement.map((claim) => {
    const facts = [stance(claim, style), `${style.dim('by')} ${chain(claim)}`, whenPrinted(claim)]
    return `    ${facts.filter((part) => part !== '').join(' · ')}${ids ? style.dim(`  ${claim.id}`) : ''}`
  })
  return [`  ${clipped(oneLine(first.claim), 110)}${when}`, ...new Set(voices)]
}

/** "planned", "denied": nothing for what is plainly asserted. */
const stance = ({ polarity, factuality }: FoundClaim, style: Style): string =>
  [polarity === 'denied' ? 'denied' : '', factuality === 'asserted' ? '' : factuality]
    .filter((part) => part !== '')
    .map((part) => style.warn(part))
    .join(', ')

/** "a senior official said, via The Daily": nearest first. */
function chain({ speakers, source }: FoundClaim): string {
  const people = speakers.filter((speaker) => speaker.class !== 'outlet')
  const said = people.map(({ name, cue }) => `${clipped(oneLine(name), 60)}${cue ? ` (${oneLine(cue)})` : ''}`)
  return [...said, oneLine(source)].join(' ← ')
}

const whenPrinted = ({ published }: FoundClaim): string => (published ? oneLine(published) : '')

/** The sentence with the passage that states the claim set off. */
function marked({ sentence, quote }: FoundClaim, style: Style): string {
  const at = sentence.indexOf(quote)
  if (at < 0) return style.bold(oneLine(quote))
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + quote.length)]
  return `${spaced(before)}${style.bold(oneLine(quote))}${spaced(after)}`
}

/** On one line, the blank beside the passage kept. */
const spaced = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${oneLine(text)}${/\s$/.test(text) && text.trim() !== '' ? ' ' : ''}`

const titleOf = (type: string): string =>
  type === 'STATES' ? 'other statements' : type.toLowerCase().replaceAll('_', ' ')
const openLast = (a: string, b: string): number => Number(a === 'STATES') - Number(b === 'STATES') || (a < b ? -1 : 1)
const kindOf = (label: string): string => label.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
