import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ontology } from '../../src/claims/ontology.ts'
import { HOME } from '../../src/home.ts'
import type { Kit } from '../../src/kit.ts'
import { givenArticle } from '../../src/model/article.ts'
import type { Argument, Claim } from '../../src/model/claim.ts'
import type { Mention } from '../../src/model/mention.ts'
import { extract } from '../../src/pipeline.ts'
import { readSeed } from '../../src/read-seed.ts'

export interface Expected {
  readonly type: string
  readonly subject: string
  readonly object: string
  readonly stance: string
}

/** A text with the typed claims a reader takes from it: those that must be found, and those that are also true. */
export interface Marked {
  readonly field: string
  readonly part: 'dev' | 'test'
  readonly text: string
  readonly claims: readonly Expected[]
  readonly alsoTrue: readonly Expected[]
}

/** What was read from a marked text. */
export interface Judged {
  readonly right: readonly { readonly claim: Claim; readonly expected: Expected }[]
  readonly alsoTrue: readonly Claim[]
  readonly wrong: readonly Claim[]
  readonly missed: readonly Expected[]
}

/** Our own 300 sentences, each a text of its own; those with an even number within their field are the test part. */
export function sentences(): Marked[] {
  const found: { field: string; part: 'dev' | 'test'; text: string; claims: Expected[]; alsoTrue: Expected[] }[] = []
  let field = ''
  let number = 0
  for (const line of linesOf('test', 'claims', 'typed-300.txt')) {
    if (line.startsWith('## ')) {
      field = line.slice(3)
      number = 0
    } else if (line.startsWith('= ')) found.at(-1)!.claims.push(toExpected(line))
    else if (line.startsWith('+ ')) found.at(-1)!.alsoTrue.push(toExpected(line))
    else if (field && line.trim())
      found.push({ field, part: ++number % 2 === 0 ? 'test' : 'dev', text: line, claims: [], alsoTrue: [] })
  }
  return found
}

/** Our own articles. */
export const articles = (): Marked[] => markedIn(linesOf('bench', 'typed', 'articles.txt'))

/** Marked articles, each headed "## field | part". */
export function markedIn(lines: readonly string[]): Marked[] {
  const found: { field: string; part: 'dev' | 'test'; text: string; claims: Expected[]; alsoTrue: Expected[] }[] = []
  for (const line of lines) {
    if (line.startsWith('## ')) {
      const [field = '', part] = line.slice(3).split(' | ')
      found.push({ field, part: part === 'test' ? 'test' : 'dev', text: '', claims: [], alsoTrue: [] })
    } else if (line.startsWith('= ')) found.at(-1)!.claims.push(toExpected(line))
    else if (line.startsWith('+ ')) found.at(-1)!.alsoTrue.push(toExpected(line))
    else if (found.length > 0) found.at(-1)!.text += `${line}\n`
  }
  return found
}

/**
 * The typed claims of a text beside its marks. Types for which `isScored` is false are left out: names and stages of things, which are told of again for
 * comparing, are not marked in the sentences.
 */
export async function judge(marked: Marked, kit: Kit, isScored: (type: string) => boolean): Promise<Judged> {
  const { claims, mentions } = await extract(givenArticle(marked.text, 'text'), kit)
  const missed = [...marked.claims]
  const also = [...marked.alsoTrue]
  const right: { claim: Claim; expected: Expected }[] = []
  const alsoTrue: Claim[] = []
  const wrong: Claim[] = []
  const take = (from: Expected[], claim: Claim) => {
    const at = from.findIndex((expected) => fits(expected, claim, marked.text, mentions))
    return at < 0 ? undefined : from.splice(at, 1)[0]
  }
  for (const claim of claims.filter(({ type }) => isScored(type))) {
    const expected = take(missed, claim)
    if (expected) right.push({ claim, expected })
    else if (take(also, claim)) alsoTrue.push(claim)
    else wrong.push(claim)
  }
  return { right, alsoTrue, wrong, missed }
}

export const stanceOf = ({ polarity, factuality }: Claim): string => (polarity === 'denied' ? 'denied' : factuality)

/** Of these it is all one which side comes first. */
const SYMMETRIC = new Set(
  readSeed('ontology.json', Ontology).types.flatMap(({ type, symmetric }) => (symmetric ? [type] : [])),
)

const linesOf = (...path: string[]): string[] => readFileSync(join(HOME, ...path), 'utf8').split('\n')

function toExpected(line: string): Expected {
  const [type = '', subject = '', object = '', stance = 'asserted'] = line
    .slice(2)
    .split('|')
    .map((cell) => cell.trim())
  return { type, subject, object, stance }
}

function fits(expected: Expected, claim: Claim, text: string, mentions: readonly Mention[]): boolean {
  if (claim.type !== expected.type) return false
  const isBetween = (subject: string, object: string) =>
    meets(subject, claim.subject, 'subject', claim, text, mentions) &&
    meets(object, claim.object, 'object', claim, text, mentions)
  const { subject, object } = expected
  return isBetween(subject, object) || (SYMMETRIC.has(claim.type) && isBetween(object, subject))
}

/** The expected words overlap the side, the phrase it stands in, or another mention of the same entity; "-" is any side, "(none)" that there is none. */
function meets(
  words: string,
  side: Argument | null,
  role: 'subject' | 'object',
  claim: Claim,
  text: string,
  mentions: readonly Mention[],
): boolean {
  if (words === '-') return true
  if (words === '(none)') return side === null
  const own = claim.evidence.filter((at) => at.role === role || (role === 'object' && at.role === 'quantity'))
  const same = side?.kind === 'entity' ? mentions.filter((mention) => mention.entity === side.id) : []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    if ([...(side ? [side] : []), ...own, ...same].some((span) => span.start < end && at < span.end)) return true
  }
  return false
}
