import type { Name } from '../model/document.ts'
import type { EntityType } from '../model/mention.ts'
import type { Candidate, Reader } from './candidate.ts'

const TYPES: Readonly<Record<Name['type'], EntityType>> = {
  PER: 'PERSON',
  LOC: 'PLACE',
  ORG: 'ORGANIZATION',
  MISC: 'WORK',
}

/** The names the engine sees. Fine types come later. */
export function engineNames({ sentences }: Reader): Candidate[] {
  return sentences.flatMap(({ names }, sentence) =>
    names.map(({ first, last, type, score, votes }) => ({
      sentence,
      first,
      last,
      kind: 'name',
      type: TYPES[type],
      method: `engine.${type}`,
      score,
      ...(votes ? { votes } : {}),
    })),
  )
}
