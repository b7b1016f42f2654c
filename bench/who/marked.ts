import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chains, findChains } from '../../src/entities/find-chains.ts'
import type { Reference } from '../../src/entities/reference.ts'
import { HOME } from '../../src/home.ts'
import type { Kit } from '../../src/kit.ts'
import { findMentions } from '../../src/mentions/find-mentions.ts'
import { givenArticle } from '../../src/model/article.ts'
import type { Span } from '../../src/model/span.ts'
import { toDocument } from '../../src/nlp/to-document.ts'
import { findSpeech } from '../../src/speech/find-speech.ts'

export const KINDS = ['it', 'its', 'which', 'they', 'he/she', 'nouns'] as const
export type Kind = (typeof KINDS)[number]

/** A word of an article and the words of what it means; none where it means nothing that a noun names. */
export interface Anaphor extends Span {
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

/** An article as it was read, with what its marks say of references. */
export interface Marks {
  /** The reference of each anaphor. */
  readonly places: ReadonlyMap<Anaphor, Reference | undefined>
  /** A mention of what the anaphor means, by its words. */
  readonly fits: (anaphor: Anaphor, one: Reference) => boolean
  /** An anaphor with the same meaning. */
  readonly isAlike: (anaphor: Anaphor, one: Reference) => boolean
}

export function marksOf(
  { text, anaphors, same }: Article,
  { references, reader }: Pick<Chains, 'references' | 'reader'>,
): Marks {
  const spanOf = ({ sentence, head }: Reference): Span => reader.sentences[sentence]!.words[head.index - 1]!
  const inside = (outer: Span) => {
    const here = references.filter((one) => spanOf(one).start >= outer.start && spanOf(one).end <= outer.end)
    return here.filter((one) => {
      const above = reader.trees[one.sentence]!.ancestors(one.head)
      return !here.some((other) => other !== one && above.includes(other.head))
    })
  }
  const wordsOf = (targets: readonly string[]) =>
    new Set(targets.flatMap((target) => [target, ...same.filter((group) => group.includes(target)).flat()]))
  const places = new Map(anaphors.map((anaphor) => [anaphor, inside(anaphor).at(-1)]))
  const words = new Map(anaphors.map((anaphor) => [anaphor, wordsOf(anaphor.targets)]))
  const plain = new Map(
    anaphors.map((anaphor) => {
      const found = new Set<Reference>()
      for (const target of words.get(anaphor)!)
        for (let from = text.indexOf(target); from >= 0; from = text.indexOf(target, from + 1))
          if (isWhole(text, from, target))
            for (const one of inside({ start: from, end: from + target.length })) found.add(one)
      return [anaphor, found]
    }),
  )
  return {
    places,
    fits: (anaphor, one) =>
      plain.get(anaphor)!.has(one) ||
      (one.kind === 'name' && [...words.get(anaphor)!].some((target) => holds(target, one.text))),
    isAlike: (anaphor, one) =>
      [...places].some(
        ([other, place]) => place === one && other.targets.some((target) => words.get(anaphor)!.has(target)),
      ),
  }
}

export async function judge(article: Article, kit: Kit): Promise<Judged[]> {
  const { text, anaphors } = article
  const document = await toDocument(givenArticle(text, 'who'), kit.engine)
  const speech = findSpeech(document, findMentions(document, kit), kit)
  const chains = findChains(document, speech, kit)
  const { references, clusters } = chains
  const { places, fits, isAlike } = marksOf(article, chains)
  return anaphors.map((anaphor): Judged => {
    const word = text.slice(anaphor.start, anaphor.end)
    const kind = kindOf(word)
    const own = places.get(anaphor)
    const chosen =
      kind === 'which' ? headsOf(anaphor, references, chains) : own ? others(own, references, clusters) : []
    const strange = chosen.filter((one) => one.kind !== 'pronoun' && !fits(anaphor, one) && !isAlike(anaphor, one))
    const isRight =
      anaphor.targets.length === 0
        ? chosen.every((one) => one.kind === 'pronoun')
        : chosen.some((one) => fits(anaphor, one)) && !strange.some((one) => one.kind === 'name')
    const isOpen = anaphor.targets.length > 0 && strange.length === 0
    const around = text.slice(Math.max(0, anaphor.start - 50), anaphor.start).replaceAll('\n', ' ')
    return {
      kind,
      outcome: isRight ? 'right' : isOpen ? 'open' : 'wrong',
      named: chosen.some((one) => one.kind === 'name'),
      where: `…${around}[${word}]${text.slice(anaphor.end, anaphor.end + 40).replaceAll('\n', ' ')}`,
      found: [...new Set(chosen.filter((one) => one.kind !== 'pronoun').map((one) => one.text))]
        .slice(0, 5)
        .join(' | '),
      expected: anaphor.targets.join(' / ') || '-',
    }
  })
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
