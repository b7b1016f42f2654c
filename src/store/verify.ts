import type { Database } from './database.ts'

/** One thing that must hold of every graph. */
export interface Check {
  readonly name: string
  /** how many things were looked at */
  readonly checked: number
  /** ids of some for which it does not hold */
  readonly broken: readonly string[]
}

export interface Verification {
  readonly ok: boolean
  readonly checks: readonly Check[]
}

/** The questions, each a file of `cypher/verify` that gives how many it looked at and which of them are wrong. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'sentences-in-place': 'every sentence is in its place in its article',
  'quotes-in-place': 'every quote is in its place in its article',
  'quotes-in-sentence': 'every quote lies within its sentence',
  'mentions-in-place': 'every mention is in its place in its article',
  'claims-with-evidence': 'every claim has a whole passage as evidence',
  'claims-with-speaker': 'every claim has a speaker, the outlet last',
  'claims-with-proposition': 'every claim states one proposition',
  'articles-complete': 'every article has its outlet and what read it',
  'sentences-owned': 'every sentence belongs to one article',
  'entities-named': 'every entity is named by an article',
  'propositions-stated': 'every proposition is stated by a claim',
  'edges-backed': 'every edge between entities leads to a proposition',
  'conflicts-with-sides': 'every conflict involves at least two claims',
  'nothing-stale': 'everything loaded has been counted and compared',
}

/** Asks the database itself whether the graph keeps its promises. */
export async function verify(database: Database): Promise<Verification> {
  const checks: Check[] = []
  for (const [file, name] of Object.entries(QUESTIONS)) {
    const [row] = await database.read(`verify/${file}`)
    checks.push({
      name,
      checked: (row?.checked as number) ?? 0,
      broken: ((row?.broken as string[]) ?? []).slice(0, 10),
    })
  }
  return { ok: checks.every(({ broken }) => broken.length === 0), checks }
}
