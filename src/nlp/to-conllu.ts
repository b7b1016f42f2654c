import type { Analysis, Document, Word } from '../model/document.ts'
import type { Entity, Mention } from '../model/mention.ts'
import { covers } from '../model/span.ts'
import type { ConlluSentence, Range, Row } from './conllu.ts'

const LETTER_FIRST = /^\p{L}/u
const ENDS_IN_LETTER = /\p{L}$/u
const ENDS_WORD = /[\p{L}\p{N}.)%]$/u

/** What a document's CoNLL-U shows besides words and trees. */
export interface Annotations {
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  /** `Entity=` values by sentence and word; made from mentions and entities when not given. */
  readonly brackets?: readonly (readonly string[])[]
}

const COARSE = { PER: 'PERSON', LOC: 'PLACE', ORG: 'ORGANIZATION', MISC: undefined } as const

/** A document that was read from text, as CoNLL-U with its own comments and with the words' places. */
export function renderDocument(document: Document, annotations: Annotations, id: string): ConlluSentence[] {
  const rows = rowsOf(document, annotations)
  return document.sentences.map(({ sentence, words }, at) => {
    const before = document.sentences[at - 1]?.sentence
    const text = document.text.slice(sentence.start, sentence.end).replace(/[\s\u0085]+/g, ' ')
    const comments = [
      ...(at === 0 ? [`# newdoc id = ${id}`, ENTITY_COMMENT] : []),
      ...(before?.paragraph === sentence.paragraph ? [] : ['# newpar']),
      `# sent_id = ${id}-${at + 1}`,
      `# text = ${text}`,
    ]
    const tight = (word: Word) => word.end < document.text.length && !/\s/.test(document.text[word.end]!)
    const ranges = rangesOf(words)
    const inside = new Set(
      ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step)),
    )
    const finished = rows[at]!.map((row, index) => {
      const word = words[index]!
      const misc = [
        ...(tight(word) && !inside.has(word.index) ? ['SpaceAfter=No'] : []),
        `TokenRange=${word.start}:${word.end}`,
      ]
      return { ...row, misc: [row.misc, ...misc].join('|') }
    })
    const ends = ranges.map(
      (range): Range => ({ ...range, misc: tight(words[range.last - 1]!) ? 'SpaceAfter=No' : '_' }),
    )
    return { comments, rows: finished, ranges: ends }
  })
}

/** A document whose sentences were given: their comments, forms and ranges, all other columns new. */
export function renderGiven(
  document: Document,
  annotations: Annotations,
  given: readonly ConlluSentence[],
): ConlluSentence[] {
  const rows = rowsOf(document, annotations)
  return given.map(({ comments, rows: forms, ranges }, at) => ({
    comments:
      at === 0 && !comments.some((comment) => /global\.Entity/.test(comment))
        ? withEntityComment(comments)
        : [...comments],
    rows: rows[at]!.map((row, index) => {
      const kept = forms[index]!.misc.split('|').filter((part) => /^(SpaceAfter|SpacesAfter|SpacesBefore)=/.test(part))
      return { ...row, form: forms[index]!.form, misc: [...kept, row.misc].join('|') }
    }),
    ranges,
  }))
}

const ENTITY_COMMENT = '# global.Entity = eid-etype-head'

function withEntityComment(comments: readonly string[]): string[] {
  const behind = comments.findIndex((comment) => /^#\s*newdoc/.test(comment)) + 1
  return [...comments.slice(0, behind), ENTITY_COMMENT, ...comments.slice(behind)]
}

/** The word lines of each sentence, MISC with names and entities. */
function rowsOf(document: Document, { mentions, entities, brackets: given }: Annotations): Row[][] {
  const numbers = new Map(
    entities.map((entity, at) => [entity.id, { id: `e${at + 1}`, type: entity.type.toLowerCase().replace(/_/g, '') }]),
  )
  const bySentence = new Map<string, Mention[]>()
  for (const mention of mentions)
    bySentence.set(mention.sentence, [...(bySentence.get(mention.sentence) ?? []), mention])
  const fromMentions = mentions.some(({ kind }) => kind === 'name')
  return document.sentences.map((analysis, sentence) => {
    const here = bySentence.get(analysis.sentence.id) ?? []
    const names = nameTags(analysis, fromMentions ? here : undefined)
    const brackets = given?.[sentence] ?? entityBrackets(analysis.words, here, numbers)
    return analysis.words.map(
      ({ form, lemma, upos, xpos, head, deprel }, at): Row => ({
        form,
        lemma: lemma.replace(/\s/g, '_') || '_',
        upos,
        xpos,
        feats: '_',
        head,
        deprel,
        deps: '_',
        misc: [...(brackets[at] ? [`Entity=${brackets[at]}`] : []), `NER=${names[at]}`].join('|'),
      }),
    )
  })
}

/** BIO tags from the mentions that are names; from the engine's own names where no mentions were looked for. */
function nameTags({ words, names }: Analysis, mentions: readonly Mention[] | undefined): string[] {
  const tags = words.map(() => 'O')
  const put = (first: number, last: number, type: string) => {
    for (let at = first; at <= last; at++) tags[at] = `${at === first ? 'B' : 'I'}-${type}`
  }
  if (!mentions) {
    for (const { first, last, type } of names) if (COARSE[type]) put(first - 1, last - 1, COARSE[type])
    return tags
  }
  for (const mention of mentions) {
    if (mention.type === null || (mention.kind !== 'name' && mention.kind !== 'metonym')) continue
    if (mention.method.startsWith('demonym')) continue // "Russian" is no name
    const [first, last] = wordsOf(words, mention)
    if (first >= 0) put(first, last, mention.type)
  }
  return tags
}

/** The first and the last word inside a span, counted from 0; -1 when there is none. */
function wordsOf(words: readonly Word[], span: { start: number; end: number }): [number, number] {
  const inside = words.flatMap((word, at) => (covers(span, word) ? [at] : []))
  return [inside[0] ?? -1, inside.at(-1) ?? -1]
}

/** CorefUD brackets: at each word the entities that open here, outer first, then those that close, inner first. */
function entityBrackets(
  words: readonly Word[],
  mentions: readonly Mention[],
  numbers: ReadonlyMap<string, { id: string; type: string }>,
): string[] {
  const spans = mentions.flatMap((mention) => {
    const entity = mention.entity === null ? undefined : numbers.get(mention.entity)
    const [first, last] = wordsOf(words, mention)
    return entity && first >= 0 ? [{ ...entity, first, last, head: headWithin(words, first, last) - first + 1 }] : []
  })
  const distinct = [...new Map(spans.map((span) => [`${span.id} ${span.first} ${span.last}`, span])).values()]
  return words.map((_, at) => {
    const opening = distinct
      .filter(({ first }) => first === at)
      .sort((a, b) => b.last - a.last || (a.id < b.id ? -1 : 1))
    const closing = distinct
      .filter(({ first, last }) => last === at && first < at)
      .sort((a, b) => b.first - a.first || (a.id > b.id ? -1 : 1))
    return [
      ...opening.map(({ id, type, head, last }) => `(${id}-${type}-${head}${last === at ? ')' : ''}`),
      ...closing.map(({ id }) => `${id})`),
    ].join('')
  })
}

/** The first word of a stretch that is governed from outside it. */
function headWithin(words: readonly Word[], first: number, last: number): number {
  for (let at = first; at <= last; at++) {
    const { head } = words[at]!
    if (head < first + 1 || head > last + 1) return at
  }
  return first
}

const CLITIC = /^(?:['’`´ʼ](?:s|m|d|re|ve|ll)|n['’`´ʼ]?t)$/i

/** Words that are written as one: "do" + "n't", "Seoul" + "'s". */
export function rangesOf(words: readonly Word[]): Range[] {
  const found: Range[] = []
  for (let at = 0; at + 1 < words.length; at++) {
    let last = at
    while (last + 1 < words.length && isJoined(words[last]!, words[last + 1]!)) last++
    if (last === at) continue
    const form = words
      .slice(at, last + 1)
      .map((word) => word.form)
      .join('')
    found.push({ first: at + 1, last: last + 1, form, misc: '_' })
    at = last
  }
  return found
}

function isJoined(word: Word, next: Word): boolean {
  if (word.end !== next.start || !ENDS_WORD.test(word.form)) return false
  if (CLITIC.test(next.form) || (next.xpos === 'POS' && /^['’`´]/.test(next.form))) return true
  return ENDS_IN_LETTER.test(word.form) && LETTER_FIRST.test(next.form)
}
