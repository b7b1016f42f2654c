import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { InputError } from '../model/errors.ts'

/** The file of judgements that is taken where it lies in the current folder and nothing else is said. */
export const JUDGEMENTS = 'judgements.jsonl'

/** What a person found of a claim on reading its sentence. One line of the file each, so that it can be reviewed and kept under version control. */
export const Judgement = z.strictObject({
  judgement: z.literal('not a claim'),
  claim: z.string().regex(/^claim:/),
  article: z.string().regex(/^article:/),
  /** what it said and where, for who reviews it */
  name: z.string().optional(),
  quote: z.string().optional(),
  reason: z.string().optional(),
  by: z.string().optional(),
})
export type Judgement = Readonly<z.infer<typeof Judgement>>

/** Ids of claims that are none, by article. */
export type Struck = ReadonlyMap<string, readonly string[]>

/** The judgements in a file, in its order; throws `InputError` with file and line at the first that is none. */
export function readJudgements(file: string): Judgement[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new InputError(file, `cannot be read (${(cause as Error).message})`, { cause })
  }
  return text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [toJudgement(line, `${file}:${at + 1}`)]))
}

/** By article, each list sorted and without doubles. */
export function struckBy(judgements: readonly Judgement[]): Struck {
  const struck = new Map<string, string[]>()
  for (const { article, claim } of judgements) {
    const claims = struck.get(article) ?? struck.set(article, []).get(article)!
    if (!claims.includes(claim)) claims.push(claim)
  }
  for (const claims of struck.values()) claims.sort()
  return struck
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
