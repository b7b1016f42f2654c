import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { HOME } from '../home.ts'
import { InputError } from '../model/errors.ts'
import { EntityType, idPrefix } from '../model/mention.ts'

/** What the graph needs of a relation type: how its claims exclude each other, and whether it reads both ways. */
export const RelationType = z.object({
  type: z.string().regex(/^[A-Z][A-Z_]*$/),
  mode: z.enum(['F', 'U', 'E', 'S', 'T']),
  several: z.array(EntityType).optional(),
  symmetric: z.boolean(),
})
export type RelationType = Readonly<z.infer<typeof RelationType>>

/** How claims of one subject (an entity's id) and relation type exclude each other. */
export function modeOf(relation: RelationType | undefined, subject: string): RelationType['mode'] {
  if (!relation) return 'S'
  return relation.several?.some((type) => subject.startsWith(`${idPrefix(type)}:`)) ? 'S' : relation.mode
}

/** By name: `SIGNED` … Only these can become edges of the projection. */
export type RelationTypes = ReadonlyMap<string, RelationType>

/** The relation types of `seeds/ontology.json`, without the frames that find them. */
export function loadRelationTypes(): RelationTypes {
  const path = 'seeds/ontology.json'
  const parsed = z
    .object({ types: z.array(RelationType) })
    .safeParse(JSON.parse(readFileSync(join(HOME, path), 'utf8')))
  if (!parsed.success) throw new InputError(path, z.prettifyError(parsed.error))
  return new Map(parsed.data.types.map((type) => [type.type, type]))
}
