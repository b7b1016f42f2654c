import { z } from 'zod'
import { readSeed } from '../read-seed.ts'

/** Word tables of the tokenizer: `seeds/lexicon/tokens.json`. Words are without the full stop that belongs to them. */
export const TokenLexicon = z.object({
  /** Keep their full stop, unless one of the next three tables says when. */
  abbreviations: z.array(z.string()),
  afterNumberOnly: z.array(z.string()),
  beforeNumberOnly: z.array(z.string()),
  beforeNameOnly: z.array(z.string()),
  /** Never keep it at the end of a sentence. */
  insideOnly: z.array(z.string()),
  /** First parts that stay with their hyphen: "non-lethal". */
  prefixes: z.array(z.string()),
  suffixes: z.array(z.string()),
  /** Written as one word: the length of the first. */
  contractions: z.record(z.string(), z.int()),
  emoticons: z.array(z.string()),
  units: z.array(z.string()),
  domains: z.array(z.string()),
  slashed: z.array(z.string()),
  /** Verbs that really go "up": "went up to 40" is a movement and its end, no bound. */
  upward: z.array(z.string()),
  /** Verbs that say as what their object is seen: "dismissed the report as nonsense". */
  describing: z.array(z.string()),
})

export interface TokenTables {
  readonly abbreviations: ReadonlySet<string>
  readonly afterNumber: ReadonlySet<string>
  readonly beforeNumber: ReadonlySet<string>
  readonly beforeName: ReadonlySet<string>
  readonly inside: ReadonlySet<string>
  readonly prefixes: ReadonlySet<string>
  readonly suffixes: ReadonlySet<string>
  readonly contractions: ReadonlyMap<string, number>
  readonly units: ReadonlySet<string>
  readonly slashed: ReadonlySet<string>
  readonly upward: ReadonlySet<string>
  readonly describing: ReadonlySet<string>
  readonly emoticon: RegExp
  readonly site: RegExp
}

let loaded: TokenTables | undefined
/** The tables in the form that look-ups want, read once. */
export function tokenTables(): TokenTables {
  if (loaded) return loaded
  const seed = readSeed('lexicon/tokens.json', TokenLexicon)
  const oneOf = (words: readonly string[]) =>
    [...words]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join('|')
  loaded = {
    abbreviations: new Set(seed.abbreviations),
    afterNumber: new Set(seed.afterNumberOnly),
    beforeNumber: new Set(seed.beforeNumberOnly),
    beforeName: new Set(seed.beforeNameOnly),
    inside: new Set(seed.insideOnly),
    prefixes: new Set(seed.prefixes),
    suffixes: new Set(seed.suffixes),
    contractions: new Map(Object.entries(seed.contractions)),
    units: new Set(seed.units),
    slashed: new Set(seed.slashed),
    upward: new Set(seed.upward),
    describing: new Set(seed.describing),
    emoticon: new RegExp(`(?:${oneOf(seed.emoticons)})(?![\\p{L}\\p{N}])`, 'uy'),
    site: new RegExp(
      `[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,6}\\.(?:${oneOf(seed.domains)})(?:/[^\\s<>"“”]{0,500})?(?![\\p{L}\\p{N}])`,
      'iuy',
    ),
  }
  return loaded
}

/** True for "Gen", "etc", "p.m": what keeps a full stop at least sometimes. */
export function isAbbreviation(word: string): boolean {
  const { abbreviations } = tokenTables()
  return abbreviations.has(word) || abbreviations.has(word.toLowerCase())
}
