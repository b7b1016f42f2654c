import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { IdentityRule } from '../entities/identity-rules.ts'
import type { Struck } from '../model/claim.ts'
import { InputError } from '../model/errors.ts'
import { EntityType } from '../model/mention.ts'

/** The file of judgements that is taken where it lies in the current folder and nothing else is said. */
export const JUDGEMENTS = 'judgements.jsonl'

const who = { reason: z.string().optional(), by: z.string().optional() }
const entity = z.string().regex(/^[a-z-]+:\S+$/)

/** What a person found on reading. One line of the file each, so that it can be reviewed and kept under version control. */
export const Judgement = z.discriminatedUnion('judgement', [
  z.strictObject({
    judgement: z.literal('not a claim'),
    claim: z.string().regex(/^claim:/),
    article: z.string().regex(/^article:/),
    /** what it said and where, for who reviews it */
    name: z.string().optional(),
    quote: z.string().optional(),
    ...who,
  }),
  /** What articles call `entity` is `as`, whose type and name it takes. */
  z.strictObject({ judgement: z.literal('same'), entity, as: entity, type: EntityType, name: z.string(), ...who }),
  /** Whom one article calls by the name of `entity` is another, who gets the id `as`. */
  z.strictObject({
    judgement: z.literal('not the same'),
    entity,
    article: z.string().regex(/^article:/),
    as: entity,
    type: EntityType,
    name: z.string(),
    ...who,
  }),
])
export type Judgement = Readonly<z.infer<typeof Judgement>>
export type ClaimJudgement = Extract<Judgement, { judgement: 'not a claim' }>
export type IdentityJudgement = Exclude<Judgement, ClaimJudgement>

export const isOfClaim = (one: Judgement): one is ClaimJudgement => one.judgement === 'not a claim'
export const isOfIdentity = (one: Judgement): one is IdentityJudgement => !isOfClaim(one)

/** The judgements in a file, in its order; throws `InputError` with file and line at the first that is none or that cannot stand beside those before it. */
export function readJudgements(file: string): Judgement[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new InputError(file, `cannot be read (${(cause as Error).message})`, { cause })
  }
  return parseJudgements(text, file)
}

/** The same of a text; `file` is what messages call it. */
export function parseJudgements(text: string, file: string): Judgement[] {
  const same = new Map<string, string>()
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const where = `${file}:${at + 1}`
    const judgement = toJudgement(line, where)
    if (judgement.judgement === 'same') addTo(same, judgement, where)
    return [judgement]
  })
}

/** By article, each list sorted and without doubles. */
export function struckBy(judgements: readonly Judgement[]): Struck {
  const struck = new Map<string, string[]>()
  for (const { article, claim } of judgements.filter(isOfClaim)) {
    const claims = struck.get(article) ?? struck.set(article, []).get(article)!
    if (!claims.includes(claim)) claims.push(claim)
  }
  for (const claims of struck.values()) claims.sort()
  return struck
}

/** Who is who, for the stage that makes entities of names. */
export const identityRules = (judgements: readonly Judgement[]): IdentityRule[] =>
  judgements.filter(isOfIdentity).map((one) => {
    const { entity, as: id, type, name, by, reason } = one
    const why = [by, reason].filter(Boolean).join(': ')
    const isSame = one.judgement === 'same'
    const note = `${entity} ${isSame ? 'is' : 'is here'} ${id}${why ? ` (${why})` : ''}`
    return { entity, article: isSame ? null : one.article, as: { id, type, name }, note }
  })

/** Adds that one entity is another; throws where it is somebody else already, or where the two are one in a circle. */
function addTo(same: Map<string, string>, { entity, as }: { entity: string; as: string }, where: string): void {
  const before = same.get(entity)
  if (before !== undefined && before !== as)
    throw new InputError(where, `says that ${entity} is ${as}, but a line above says that it is ${before}`)
  same.set(entity, as)
  for (let at: string | undefined = as; at; at = same.get(at))
    if (at === entity)
      throw new InputError(
        where,
        `says that ${entity} is ${as}, and with the lines above the one is the other in a circle`,
      )
}

function toJudgement(line: string, where: string): Judgement {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new InputError(where, `is not JSON (${(cause as Error).message})`, { cause })
  }
  const parsed = Judgement.safeParse(value)
  if (!parsed.success) throw new InputError(where, `is no judgement: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
