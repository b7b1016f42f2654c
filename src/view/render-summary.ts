import type { Summary } from '../query/summary.ts'
import { columns, counted, oneLine, type Style } from './terminal.ts'

/** What a build did, beside what is in the graph now. */
export interface BuildReport {
  readonly store: string
  readonly loaded: number
  readonly replaced: number
  readonly unchanged: number
  readonly words: number
  readonly seconds: number
  readonly silentSentences: number
  /** claims that people have found to be none */
  readonly struck: number
  /** judgements on who is who */
  readonly identities: number
  readonly problems: readonly { readonly code: string; readonly text: string }[]
  /** articles that were read in part */
  readonly cuts: readonly { readonly code: string; readonly text: string }[]
}

/** The page a build ends with: what was read, who and what is in it, what contradicts, what was left out and why, what to try next. */
export function renderSummary(report: BuildReport, summary: Summary, style: Style): string {
  return [
    headline(report, summary, style),
    '',
    ...section('Who and what', entities(summary), style),
    ...section('Claims', claims(report, summary), style),
    ...section('Contradictions', contradictions(summary, style), style),
    ...section('Not read', notRead(report), style),
    ...section('Try next', tryNext(report, summary), style),
  ].join('\n')
}

function headline(
  { loaded, replaced, unchanged, words, seconds, store }: BuildReport,
  summary: Summary,
  style: Style,
): string {
  const speed = words > 0 ? `, ${Math.round(words / Math.max(seconds, 0.001)).toLocaleString('en')} words/s` : ''
  const did = [loaded && `${loaded} read`, replaced && `${replaced} read anew`, unchanged && `${unchanged} unchanged`]
    .filter(Boolean)
    .join(', ')
  return `${style.bold(`${summary.articles} ${summary.articles === 1 ? 'article' : 'articles'} in ${oneLine(store)}`)}  (${did || 'nothing new'}; ${seconds.toFixed(1)} s${speed})`
}

const entities = ({ entitiesByType }: Summary): string[] =>
  columns(entitiesByType.map(({ type, entities, foremost }) => [type, entities, foremost.map(oneLine).join(', ')]))

function claims(
  { struck, identities }: BuildReport,
  { claims, propositions, sentences, claimsByType, ...rest }: Summary,
): string[] {
  const typed = claimsByType.filter(({ type }) => type !== 'STATES')
  const known = typed.reduce((sum, type) => sum + type.claims, 0)
  const shown = typed.slice(0, SHOWN_TYPES).map(({ type, claims }) => `${type} ${claims}`)
  const more = typed.length > SHOWN_TYPES ? ` and ${typed.length - SHOWN_TYPES} more types` : ''
  return [
    `${counted(claims, 'claim')} from ${counted(sentences, 'sentence')} of ${outlets(rest)}, stating ${counted(propositions, 'proposition')}`,
    `${known} of a known type: ${shown.join(', ')}${more}`,
    ...(struck > 0 ? [`${counted(struck, 'claim')} struck out by judgement`] : []),
    ...(identities > 0 ? [`${counted(identities, 'judgement')} on who is who applied`] : []),
  ]
}

const SHOWN_TYPES = 10

function outlets({ sources, unnamedSources }: Pick<Summary, 'sources' | 'unnamedSources'>): string {
  if (unnamedSources === 0) return counted(sources, 'outlet')
  const files = `${counted(unnamedSources, 'article')} whose outlet is not named`
  return sources === 0 ? files : `${counted(sources, 'outlet')} and ${files}`
}

function contradictions({ conflicts, topConflicts }: Summary, style: Style): string[] {
  if (topConflicts.length === 0) return ['none found']
  const shown = topConflicts.flatMap(({ name, verdict, kind, reason }) => [
    oneLine(name),
    `  ${verdict === 'conflicts' ? style.warn(verdict) : style.good(verdict)} (${kind}): ${oneLine(reason)}`,
  ])
  return conflicts > topConflicts.length ? [...shown, `and ${conflicts - topConflicts.length} more`] : shown
}

function notRead({ problems, cuts, silentSentences }: BuildReport): string[] {
  const all = [...problems, ...cuts]
  const lines = all.slice(0, SHOWN_PROBLEMS).map(({ text }) => oneLine(text))
  if (all.length > SHOWN_PROBLEMS) lines.push(`and ${all.length - SHOWN_PROBLEMS} more`)
  if (silentSentences > 0)
    lines.push(
      `${silentSentences} ${silentSentences === 1 ? 'sentence names' : 'sentences name'} two known things or more and no claim was found in them (wiregraph explain FILE shows why)`,
    )
  return lines.length > 0 ? lines : ['nothing was left out']
}

const SHOWN_PROBLEMS = 8

function tryNext({ store }: BuildReport, { entitiesByType, conflicts }: Summary): string[] {
  const option = store === 'wiregraph.db' ? '' : ` --store ${oneLine(store)}`
  const people = entitiesByType.find(({ type }) => type === 'Person') ?? entitiesByType[0]
  const someone = people?.foremost[0]
  return [
    ...(someone ? [`npm run -s wiregraph -- entity "${oneLine(someone).replaceAll('"', '')}"${option}`] : []),
    ...(conflicts > 0 ? [`npm run -s wiregraph -- conflicts${option}`] : []),
    `npm run -s wiregraph -- verify${option}`,
  ]
}

const section = (title: string, lines: readonly string[], style: Style): string[] =>
  lines.length === 0 ? [] : [style.bold(title), ...lines.map((line) => `  ${line}`), '']
