import type { FoundClaim } from '../query/claims.ts'
import type { FoundEntity, Profile } from '../query/profile.ts'
import { clipped, oneLine, type Style } from './terminal.ts'

/** Claims under their types, each with its time, how far it is put forward, its speakers and its article. */
export function renderClaims(claims: readonly FoundClaim[], style: Style): string {
  const types = [...new Set(claims.map(({ type }) => type))].sort(openLast)
  return types
    .map((type) => {
      const group = claims.filter((claim) => claim.type === type)
      return [style.bold(titleOf(type)), ...group.flatMap((claim) => renderClaim(claim, style))].join('\n')
    })
    .join('\n\n')
}

/** The sentences behind a statement: words, speakers, outlet, date, exact place. */
export const renderEvidence = (claims: readonly FoundClaim[], style: Style): string =>
  claims
    .map((claim) =>
      [
        `“${marked(claim, style)}”`,
        `  ${[stance(claim, style), chain(claim), whenPrinted(claim)].filter((part) => part !== '').join(' · ')}`,
        `  ${style.dim(`${oneLine(claim.title)} — ${oneLine(claim.url ?? claim.key)}, ${claim.start}–${claim.end} (${claim.rule}, ${Math.round(claim.confidence * 100)} %)`)}`,
      ].join('\n'),
    )
    .join('\n\n')

/** Who is meant by a name, what is said of them, and what they say. */
export function renderProfile({ entities, claims, says }: Profile, style: Style): string {
  return [
    entities.map((entity) => renderEntity(entity, style)).join('\n'),
    ...(claims.length > 0 ? [renderClaims(claims, style)] : [style.dim('Nothing is claimed about them.')]),
    ...(says.length > 0
      ? [
          [
            style.bold(`says (${says.length})`),
            ...says.slice(0, 20).flatMap((claim) => renderClaim(claim, style)),
          ].join('\n'),
        ]
      : []),
  ].join('\n\n')
}

function renderEntity({ name, type, aliases, wikidata, mentions, articles }: FoundEntity, style: Style): string {
  const head = `${style.bold(oneLine(name))}  ${kindOf(type)}, ${count(mentions, 'mention')} in ${count(articles, 'article')}`
  return [
    head,
    ...(aliases.length > 0 ? [`  also ${aliases.map(oneLine).join(', ')}`] : []),
    ...(wikidata ? [style.dim(`  wikidata ${oneLine(wikidata)}`)] : []),
  ].join('\n')
}

function renderClaim(claim: FoundClaim, style: Style): string[] {
  const when = claim.time && !claim.claim.includes(claim.time) ? `   ${oneLine(claim.time)}` : ''
  const facts = [stance(claim, style), `${style.dim('by')} ${chain(claim)}`, whenPrinted(claim)]
  return [`  ${clipped(oneLine(claim.claim), 110)}${when}`, `    ${facts.filter((part) => part !== '').join(' · ')}`]
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
const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
