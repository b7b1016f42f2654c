import type { Reader } from '../mentions/candidate.ts'
import type { Known } from '../mentions/knowledge.ts'
import type { Reference } from './reference.ts'

/**
 * The gazetteer's entity a chain means: the one its names say, or a person known by family name whose office stands
 * beside it ("President Putin"). Nothing when the names say two equally often.
 */
export function linkKnown(
  names: readonly Reference[],
  members: readonly Reference[],
  { knowledge, sentences }: Reader,
): Known | undefined {
  const counts = new Map<Known, number>()
  for (const { known } of names) if (known) counts.set(known, (counts.get(known) ?? 0) + 1)
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1])
  if (most && most[1] > (next?.[1] ?? 0)) return most[0]
  if (most || names[0]!.type !== 'PERSON') return undefined
  const surname = names.map(({ text }) => text).find((text) => !text.includes(' '))
  if (!surname || names.some(({ text }) => text.includes(' '))) return undefined
  const offices = new Set<string>()
  for (const { sentence, core, lemma, kind } of members) {
    if (kind === 'nominal') offices.add(lemma)
    const before = sentences[sentence]!.words.slice(Math.max(0, core.first - 4), core.first - 1).map(({ form }) =>
      form.toLowerCase(),
    )
    for (let size = 1; size <= before.length; size++) offices.add(before.slice(-size).join(' '))
  }
  const fitting = knowledge.bySurname(surname).filter(({ nouns }) => nouns.some((noun) => offices.has(noun)))
  return fitting.length === 1 ? fitting[0] : undefined
}
