import type { Argument, Claim } from '../model/claim.ts'
import type { Analysis, Document } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import type { TimeExpression } from '../model/quantity.ts'
import { overlaps } from '../model/span.ts'
import { drawTree } from './draw-tree.ts'
import { oneLine } from './terminal.ts'

/** How much of each sentence is shown: `tree` draws words and dependencies. */
export interface ExplanationOptions {
  readonly tree: boolean
}

/** An article sentence by sentence, as the stages read it: words and tree, names, amounts, times, speakers, claims with their rules, and why a sentence stayed silent. */
export function renderExplanation(document: Document, extraction: Extraction, { tree }: ExplanationOptions): string {
  const parts = document.sentences.map((analysis) => renderSentence(analysis, extraction, tree))
  return `${parts.join('\n\n')}\n`
}

function renderSentence({ sentence, words }: Analysis, extraction: Extraction, tree: boolean): string {
  const { text } = extraction.article
  const inside = <T extends { sentence: string }>(list: readonly T[]): T[] =>
    list.filter((item) => item.sentence === sentence.id)
  const claims = extraction.claims.filter((claim) => claim.evidence[0]!.sentence === sentence.id)
  const silent = extraction.diagnostics.filter(
    (diagnostic) => overlaps(diagnostic, sentence) && diagnostic.end > diagnostic.start,
  )
  const name = entityNames(extraction)
  return [
    `# ${oneLine(text.slice(sentence.start, sentence.end))}${sentence.zone === 'body' ? '' : `   [${sentence.zone}]`}`,
    ...(tree
      ? section(
          'tree',
          drawTree(words).map((line) => oneLineKeepingStem(line)),
        )
      : []),
    ...section(
      'mentions',
      inside(extraction.mentions).map(
        (mention) =>
          `${oneLine(mention.text)} → ${mention.entity === null ? 'nobody known' : name(mention.entity)}   ${mention.kind} ${mention.type ?? ''} (${mention.method}, ${mention.score})`,
      ),
    ),
    ...section(
      'amounts',
      inside(extraction.quantities).map(
        (quantity) => `${oneLine(quantity.text)} = ${interval(quantity)} ${quantity.unit ?? ''}   ${quantity.kind}`,
      ),
    ),
    ...section(
      'times',
      inside(extraction.times).map(
        (time) => `${oneLine(time.text)} = ${whenOf(time)}   ${time.precision}, anchor ${time.anchor}`,
      ),
    ),
    ...section(
      'speakers',
      inside(extraction.attributions).map(
        (said) =>
          `${oneLine(text.slice(said.source.start, said.source.end))} ${said.kind} (${said.class}): “${said.content.map((piece) => oneLine(text.slice(piece.start, piece.end))).join(' … ')}”`,
      ),
    ),
    ...section(
      'claims',
      claims.flatMap((claim) => renderClaim(claim, extraction)),
    ),
    ...section(
      'not read',
      silent.map((diagnostic) => `${diagnostic.code}: ${oneLine(diagnostic.message)}`),
    ),
  ].join('\n')
}

function renderClaim(claim: Claim, extraction: Extraction): string[] {
  const name = entityNames(extraction)
  const side = (argument: Argument | null) =>
    argument === null
      ? '–'
      : argument.kind === 'entity'
        ? `${oneLine(argument.text)} [${argument.id}]`
        : oneLine(argument.text)
  const chain = claim.attribution.map((speaker) => {
    const said = extraction.attributions.find(({ id }) => id === speaker.attribution)
    const words = said
      ? oneLine(extraction.article.text.slice(said.source.start, said.source.end))
      : oneLine(extraction.article.source.name)
    return `${speaker.entity ? name(speaker.entity) : words} (${speaker.kind})`
  })
  const when = extraction.times.find(({ id }) => id === claim.time)
  return [
    oneLine(claim.name),
    `   ${claim.type}   ${side(claim.subject)} | ${oneLine(claim.predicate)} | ${side(claim.object)}`,
    ...claim.roles.map(({ role, value }) => `   ${role}: ${side(value)}`),
    ...(when && !claim.roles.some(({ value }) => value.kind === 'time' && value.id === claim.time)
      ? [`   time: ${oneLine(when.text)}`]
      : []),
    `   ${claim.polarity}, ${claim.factuality}   rule ${claim.rule}   confidence ${claim.confidence.toFixed(2)}`,
    `   said by ${chain.join(' ← ')}`,
  ]
}

const entityNames = ({ entities }: Extraction) => {
  const names = new Map(entities.map((entity) => [entity.id, entity.name]))
  return (id: string): string => `${oneLine(names.get(id) ?? '?')} [${id}]`
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${line}`)]

/** Drawn stems keep their blanks; the words after them are made safe. */
const oneLineKeepingStem = (line: string): string => {
  const stem = /^[\s│├└─]*/.exec(line)![0]
  return stem + oneLine(line.slice(stem.length))
}

/** An amount as an interval: "(10000, …)", "2000", "≈ 2000", "[10000, 12000]". */
export function interval(amount: {
  min: number | null
  max: number | null
  minOpen: boolean
  maxOpen: boolean
  approximate: boolean
}): string {
  const sign = amount.approximate ? '≈ ' : ''
  if (amount.min !== null && amount.min === amount.max) return `${sign}${amount.min}`
  return `${sign}${amount.minOpen || amount.min === null ? '(' : '['}${amount.min ?? '…'}, ${amount.max ?? '…'}${amount.maxOpen || amount.max === null ? ')' : ']'}`
}

/** The value of a time, else its bounds, "unanchored" where neither is known. */
function whenOf({ value, from, to }: TimeExpression): string {
  if (value !== null) return value
  return from === null && to === null ? 'unanchored' : `${from ?? '…'} to ${to ?? '…'}`
}
