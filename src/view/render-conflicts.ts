import type { Conflict, ConflictMember } from '../query/conflicts.ts'
import { clipped, oneLine, type Style } from './terminal.ts'

/** Each contradiction: what it is about, the verdict and its reason, then every side with its value, who says so, where, in which words. */
export const renderConflicts = (conflicts: readonly Conflict[], style: Style): string =>
  conflicts.map((conflict) => renderConflict(conflict, style).join('\n')).join('\n\n')

function renderConflict({ name, kind, verdict, reason, members }: Conflict, style: Style): string[] {
  const mark = verdict === 'conflicts' ? style.warn(verdict) : style.good(verdict)
  return [
    `${style.bold(oneLine(name))}`,
    `  ${mark} (${kind}): ${oneLine(reason)}`,
    ...members.flatMap((member) => renderMember(member, style)),
  ]
}

/** Where no outlet is named the article's file stands for it, and is not told twice. */
function renderMember({ value, speaker, outlet, publishedAt, article, quote }: ConflictMember, style: Style): string[] {
  const where = [
    oneLine(speaker),
    ...(speaker === outlet ? [] : [`in ${oneLine(outlet)}`]),
    ...(publishedAt ? [publishedAt] : []),
  ]
  const file = article === outlet ? '' : `  ${style.dim(oneLine(article))}`
  return [`  · ${oneLine(value)}   ${where.join(', ')}${file}`, `    ${style.dim(`“${clipped(oneLine(quote), 200)}”`)}`]
}
