/** Documents of GUM as they stand in the treebank, with their chains: for training the scorer of antecedents. */
import { readFileSync } from 'node:fs'
import type { Reference } from '../src/entities/reference.ts'
import { headOf } from '../src/mentions/noun-phrase.ts'
import type { Analysis, Document, Name, Word } from '../src/model/document.ts'

export interface GoldMention {
  readonly chain: string
  readonly sentence: number
  readonly first: number
  readonly last: number
  readonly type: string
}
export interface Gold {
  readonly document: Document
  readonly mentions: readonly GoldMention[]
  /** The chain of a reference, found by its head word. */
  readonly chainOf: (reference: Reference) => string | undefined
}
type Row = readonly string[]

export function readGold(path: string): Gold {
  let text = ''
  const sentences: Analysis[] = []
  const mentions: GoldMention[] = []
  const open: Omit<GoldMention, 'last'>[] = []
  let paragraph = -1
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const lines = block.split('\n')
    if (lines.some((line) => /^# newpar( |$)/.test(line))) paragraph++
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'))
    if (rows.length === 0) continue
    const own = lines.find((line) => line.startsWith('# text = '))!.slice(9)
    const start = text.length
    const words = place(rows, own, start)
    const sentence = sentences.length
    const found = brackets(rows, sentence, open)
    mentions.push(...found)
    text += `${own}\n`
    sentences.push({
      sentence: { id: `s${sentence}`, index: sentence, paragraph, start, end: start + own.length, zone: 'body' },
      words,
      names: namesOf(words, found),
    })
  }
  const byHead = new Map<string, string>()
  for (const mention of mentions) {
    const key = `${mention.sentence}:${headOf(sentences[mention.sentence]!.words, mention).index}`
    if (!byHead.has(key)) byHead.set(key, mention.chain)
  }
  const article = { id: path, key: path, path, source: { id: '', name: '', kind: 'unknown' as const }, title: '', publishedFrom: 'none' as const, language: 'en', text, textHash: '', zones: [], diagnostics: [] }
  return { document: { article, text, sentences }, mentions, chainOf: ({ sentence, head }) => byHead.get(`${sentence}:${head.index}`) }
}

function place(rows: readonly Row[], text: string, start: number): Word[] {
  let at = 0
  return rows.map(([index, form, lemma, upos, xpos, , head, deprel]) => {
    const found = text.indexOf(form!, at)
    if (found >= 0) at = found
    const word = { index: Number(index), form: form!, lemma: lemma!, upos: upos!, xpos: xpos!, head: Number(head), deprel: deprel!, start: start + at, end: start + at + form!.length }
    at += form!.length
    return word
  })
}

function brackets(rows: readonly Row[], sentence: number, open: Omit<GoldMention, 'last'>[]): GoldMention[] {
  const found: GoldMention[] = []
  for (const row of rows) {
    const index = Number(row[0])
    for (const part of /(?:^|\|)Entity=([^|]*)/.exec(row[9]!)?.[1]?.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
      const [chain, type] = part.replace(/[()]/g, '').split('-') as [string, string]
      const id = chain.split('[')[0]!
      if (part.startsWith('(')) {
        const begun = { chain: id, sentence, first: index, type }
        if (part.endsWith(')')) found.push({ ...begun, last: index })
        else open.push(begun)
      } else {
        const place = open.findLastIndex((one) => one.chain === id)
        if (place >= 0) found.push({ ...open.splice(place, 1)[0]!, last: index })
      }
    }
  }
  return found
}

const COARSE: Readonly<Record<string, Name['type']>> = { person: 'PER', place: 'LOC', organization: 'ORG', object: 'MISC', event: 'MISC', abstract: 'MISC' }

/** The proper names inside the gold mentions, as an engine would give them. */
function namesOf(words: readonly Word[], mentions: readonly GoldMention[]): Name[] {
  const names: Name[] = []
  for (const mention of [...mentions].sort((a, b) => a.last - a.first - (b.last - b.first))) {
    const type = COARSE[mention.type]
    if (!type) continue
    const head = headOf(words, mention)
    const proper = head.upos === 'PROPN' ? head : words.find((word) => word.head === head.index && word.deprel.startsWith('flat') && word.upos === 'PROPN')
    if (!proper) continue
    const inName = (at: number) => at >= mention.first && at <= mention.last && /^NNPS?$/.test(words[at - 1]!.xpos)
    const hyphen = (at: number) => words[at - 1]?.xpos === 'HYPH'
    let first = proper.index
    let last = proper.index
    while (inName(first - 1) || (hyphen(first - 1) && inName(first - 2))) first--
    while (inName(last + 1) || (hyphen(last + 1) && inName(last + 2)) || (/^(of|for)$/.test(words[last]?.form ?? '') && inName(last + 2))) last++
    if (names.some((name) => name.first <= last && first <= name.last)) continue
    names.push({ first, last, start: words[first - 1]!.start, end: words[last - 1]!.end, type, score: 0.9 })
  }
  return names.sort((a, b) => a.first - b.first)
}
