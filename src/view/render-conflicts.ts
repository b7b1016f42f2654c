import type { Conflict } from '../query/conflicts.ts'
import { clipped, oneLine, type Style } from './terminal.ts'

/** Each contradiction: what it is about, the verdict and its reason, then every side with its value, who says so, where, in which words. */
export const renderConflicts = (conflicts: readonly Conflict[], style: Style): string =>
  conflicts.map((conflict) => renderConflict(conflict, style).join('\n')).join('\n\n')

function renderConflict({ name, kind, verdict, reason, members }: Conflict, style: Style): string[] {
  const mark = verdict === 'conflicts' ? style.warn(verdict) : style.good(verdict)
  return [
    `${style.bold(oneLine(name))}`,
    `  ${mark} (${kind}): ${oneLine(reason)}`,
    ...members.flatMap(({ value, speaker, outlet, publishedAt, article, quote }) => [
      `  · ${oneLine(value)}   ${oneLine(speaker)}${speaker === outlet ? '' : `, in ${oneLine(outlet)}`}${publishedAt ? `, ${publishedAt}` : ''}  ${style.dim(oneLine(article))}`,
      `    ${style.dim(`“${clipped(oneLine(quote), 200)}”`)}`,
    ]),
  ]
}
