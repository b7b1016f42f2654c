import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chains, findChains } from '../../src/entities/find-chains.ts'
import type { Reference } from '../../src/entities/reference.ts'
import { HOME } from '../../src/home.ts'
import type { Kit } from '../../src/kit.ts'
import { findMentions } from '../../src/mentions/find-mentions.ts'
import { givenArticle } from '../../src/model/article.ts'
import type { Span } from '../../src/model/span.ts'
import { findSpeech } from '../../src/speech/find-speech.ts'
import { toDocument } from '../../src/text/to-document.ts'

export const KINDS = ['it', 'its', 'which', 'they', 'he/she', 'nouns'] as const
export type Kind = (typeof KINDS)[number]

/** A word of an article and the words of what it means; none where it means nothing that a noun names. */
interface Anaphor extends Span {
  readonly targets: readonly string[]
}

export interface Article {
  readonly field: string
  readonly part: 'dev' | 'test'
  readonly text: string
  readonly anaphors: readonly Anaphor[]
  /** Groups of words for one thing. */
  readonly same: readonly (readonly string[])[]
}

export interface Judged {
  readonly kind: Kind
  readonly outcome: 'right' | 'wrong' | 'open'
  /** What was chosen has a name. */
  readonly named: boolean
  readonly where: string
  readonly found: string
  readonly expected: string
}

export function marked(): Article[] {
  return readFileSync(join(HOME, 'bench', 'who', 'articles.txt'), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((block): Article => {
      const [title = '', ...lines] = block.trimEnd().split('\n')
      const [field = '', part] = title.split(' | ')
      const same = lines.filter((line) => line.startsWith('= ')).map((line) => line.slice(2).split(' / '))
      const anaphors: Anaphor[] = []
      let text = ''
      for (const piece of lines
        .filter((line) => !line.startsWith('= '))
        .join('\n')
        .split(/(\{[^{}]*\})/)) {
        const [, word, meant] = /^\{(.*) > (.*)\}$/.exec(piece) ?? []
        if (word !== undefined && meant !== undefined)
          anaphors.push({
            start: text.length,
            end: text.length + word.length,
            targets: meant === '-' ? [] : meant.split(' / '),
          })
        text += word ?? piece
      }
      return { field, part: part === 'test' ? 'test' : 'dev', text, anaphors, same }
    })
}

export async function judge({ text, anaphors, same }: Article, kit: Kit): Promise<Judged[]> {
  const document = await toDocument(givenArticle(text, 'who'), kit.engine)
  const speech = findSpeech(document, findMentions(document, kit), kit)
  const { references, clusters, reader } = findChains(document, speech, kit)
  const spanOf = ({ sentence, head }: Reference): Span => document.sentences[sentence]!.words[head.index - 1]!
  const inside = (outer: Span) => {
    const here = references.filter((one) => spanOf(one).start >= outer.start && spanOf(one).end <= outer.end)
    return here.filter((one) => {
      const above = reader.trees[one.sentence]!.ancestors(one.head)
      return !here.some((other) => other !== one && above.includes(other.head))
    })
  }
  const allWords = (targets: readonly string[]) =>
    new Set(targets.flatMap((target) => [target, ...same.filter((group) => group.includes(target)).flat()]))
  const results: Judged[] = []
  const atOf = (anaphor: Anaphor) => inside(anaphor).at(-1)
  const places = new Map(anaphors.map((anaphor) => [anaphor, atOf(anaphor)]))
  for (const anaphor of anaphors) {
    const word = text.slice(anaphor.start, anaphor.end)
    const kind = kindOf(word)
    const words = allWords(anaphor.targets)
    const plain = new Set<Reference>()
    for (const target of words)
      for (let from = text.indexOf(target); from >= 0; from = text.indexOf(target, from + 1))
        if (isWhole(text, from, target))
          for (const one of inside({ start: from, end: from + target.length })) plain.add(one)
    const isMarked = (one: Reference) =>
      [...places].some(([other, place]) => place === one && other.targets.some((target) => words.has(target)))
    const own = places.get(anaphor)
    const chosen =
      kind === 'which'
        ? headsOf(anaphor, references, { reader, clusters })
        : own
          ? others(own, references, clusters)
          : []
    const names = chosen.filter((one) => one.kind === 'name')
    const fits = (one: Reference) =>
      plain.has(one) || (one.kind === 'name' && [...words].some((target) => holds(target, one.text)))
    const strange = chosen.filter((one) => one.kind !== 'pronoun' && !fits(one) && !isMarked(one))
    const isRight =
      anaphor.targets.length === 0
        ? chosen.every((one) => one.kind === 'pronoun')
        : chosen.some(fits) && !strange.some((one) => one.kind === 'name')
    const isOpen = anaphor.targets.length > 0 && strange.length === 0
    const around = text.slice(Math.max(0, anaphor.start - 50), anaphor.start).replaceAll('\n', ' ')
    results.push({
      kind,
      outcome: isRight ? 'right' : isOpen ? 'open' : 'wrong',
      named: names.length > 0,
      where: `…${around}[${word}]${text.slice(anaphor.end, anaphor.end + 40).replaceAll('\n', ' ')}`,
      found: [...new Set(chosen.filter((one) => one.kind !== 'pronoun').map((one) => one.text))]
        .slice(0, 5)
        .join(' | '),
      expected: anaphor.targets.join(' / ') || '-',
    })
  }
  return results
}

function kindOf(word: string): Kind {
  if (/^it$/i.test(word)) return 'it'
  if (/^its$/i.test(word)) return 'its'
  if (/^(?:which|that|whom?|whose)$/i.test(word)) return 'which'
  if (/^(?:they|them|their|we|our)$/i.test(word)) return 'they'
  return /^(?:s?he|his|hers?|him)$/i.test(word) ? 'he/she' : 'nouns'
}

/** What an anaphor was joined with, itself left out and what is said of it. */
const others = (own: Reference, references: readonly Reference[], clusters: Chains['clusters']): Reference[] =>
  references.filter(
    (one) => one !== own && one.kind !== 'demonym' && one.role !== 'predicate' && clusters.same(one.at, own.at),
  )

/** The noun that a relative clause hangs on, with what that was joined with. */
function headsOf(
  anaphor: Anaphor,
  references: readonly Reference[],
  { reader, clusters }: Pick<Chains, 'reader' | 'clusters'>,
): Reference[] {
  for (const [sentence, { words }] of reader.sentences.entries()) {
    const word = words.find(({ start, end }) => start === anaphor.start && end === anaphor.end)
    if (!word) continue
    const tree = reader.trees[sentence]!
    const clause = [word, ...tree.ancestors(word)].find(({ deprel }) => deprel === 'acl:relcl')
    const noun = clause && tree.head(clause)
    const own = references.find(
      (one) => one.sentence === sentence && noun && (one.head === noun || within(one, noun.index)),
    )
    return own ? [own, ...others(own, references, clusters)] : []
  }
  return []
}

const within = ({ kind, core }: Reference, index: number): boolean =>
  kind === 'name' && core.first <= index && core.last >= index

/** "Brennick" in "Brennick Bank". */
const holds = (target: string, name: string): boolean => ` ${target} `.includes(` ${name} `)

const isWhole = (text: string, from: number, target: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text[from - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[from + target.length] ?? ' ')
