import type { Reader } from '../mentions/candidate.ts'
import type { Attribution } from '../model/claim.ts'
import { covers, type Span } from '../model/span.ts'
import type { Reference } from './reference.ts'

/**
 * Who reports what a pronoun stands in, by the pronoun's place among the references: in "Kenya said it had withdrawn its troops" Kenya, for both
 * pronouns. Only indirect speech within the sentence; of nested reports the innermost counts.
 */
export function reportedSpeakers(
  references: readonly Reference[],
  attributions: readonly Attribution[],
  { sentences }: Reader,
): ReadonlyMap<number, Reference> {
  const spanOf = ({ sentence, head }: Reference): Span => sentences[sentence]!.words[head.index - 1]!
  const bySentence = new Map<string, Reference[]>()
  for (const reference of references) {
    const { id } = sentences[reference.sentence]!.sentence
    bySentence.set(id, [...(bySentence.get(id) ?? []), reference])
  }
  const found = new Map<number, { readonly speaker: Reference; readonly width: number }>()
  for (const { sentence, source, cue, content } of attributions) {
    if (!cue) continue
    const here = bySentence.get(sentence) ?? []
    const speaker = here.find((reference) => covers(source, spanOf(reference)))
    if (!speaker) continue
    for (const pronoun of here) {
      if (pronoun.kind !== 'pronoun' || pronoun.person < 3 || pronoun.quoted >= 0) continue
      const piece = content.find((span) => covers(span, spanOf(pronoun)))
      if (!piece) continue
      const width = piece.end - piece.start
      const known = found.get(pronoun.at)
      if (!known || width < known.width) found.set(pronoun.at, { speaker, width })
    }
  }
  return new Map([...found].map(([at, { speaker }]) => [at, speaker]))
}
