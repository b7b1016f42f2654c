import { type Article, givenArticle } from '../model/article.ts'
import { contentId } from '../model/id.ts'
import type { Token } from '../text/tokenize.ts'
import { type ConlluSentence, commentOf } from './conllu.ts'
import type { Tokens } from './engine.ts'

/** A document of a CoNLL-U file as an article with its sentences and words as they are given. */
export interface GivenDocument {
  readonly article: Article
  readonly tokens: readonly Tokens[]
  readonly sentences: readonly ConlluSentence[]
}

/** The documents of a file, bounded by "# newdoc". The text is that of "# text" where the forms can be found in it, else the forms with blanks. */
export function toDocuments(sentences: readonly ConlluSentence[], name: string): GivenDocument[] {
  const groups: ConlluSentence[][] = []
  for (const sentence of sentences) {
    if (groups.length === 0 || isNew(sentence, 'doc')) groups.push([])
    groups.at(-1)!.push(sentence)
  }
  return groups.map((group, at) => toGiven(group, commentOf(group[0]!, 'newdoc id') ?? `${name}#${at + 1}`))
}

const isNew = ({ comments }: ConlluSentence, what: 'doc' | 'par'): boolean =>
  comments.some((comment) => new RegExp(`^#\\s*new${what}\\b`).test(comment))

function toGiven(sentences: readonly ConlluSentence[], key: string): GivenDocument {
  const id = contentId('article', key)
  const tokens: Tokens[] = []
  let text = ''
  let paragraph = 0
  sentences.forEach((sentence, index) => {
    if (index > 0) {
      const fresh = isNew(sentence, 'par')
      text += fresh ? '\n\n' : ' '
      if (fresh) paragraph++
    }
    const start = text.length
    const placed = place(sentence, commentOf(sentence, 'text'))
    text += placed.text
    const words = placed.words.map(
      (word): Token => ({ form: word.form, start: word.start + start, end: word.end + start }),
    )
    tokens.push({
      sentence: { id: contentId('s', id, start), index, paragraph, start, end: text.length, zone: 'body' },
      tokens: words,
    })
  })
  return { article: givenArticle(text, key), tokens, sentences }
}

/** The words' places in the sentence's text. */
function place(sentence: ConlluSentence, given: string | undefined): { text: string; words: Token[] } {
  const found = given === undefined ? undefined : findForms(sentence, given)
  if (found && given !== undefined) return { text: given, words: found }
  let text = ''
  const words = sentence.rows.map(({ form, misc }, at): Token => {
    const start = text.length
    const clean = form.replace(/\s/g, '_')
    text += clean
    if (at < sentence.rows.length - 1 && !misc.split('|').includes('SpaceAfter=No')) text += ' '
    return { form, start, end: start + clean.length }
  })
  return { text, words }
}

/** Every form one after the other, nothing but blanks between them; in a range each word where it fits, else the whole range. */
function findForms({ rows, ranges }: ConlluSentence, text: string): Token[] | undefined {
  const found: Token[] = []
  let at = 0
  for (let row = 0; row < rows.length; ) {
    const range = ranges.find(({ first }) => first === row + 1)
    const count = range ? range.last - range.first + 1 : 1
    const whole = range?.form ?? rows[row]!.form
    while (at < text.length && /\s/.test(text[at]!)) at++
    if (!text.startsWith(whole, at)) return undefined
    let from = at
    for (const { form } of rows.slice(row, row + count)) {
      const fits = text.slice(from, at + whole.length).startsWith(form)
      found.push({ form, start: fits ? from : at, end: fits ? from + form.length : at + whole.length })
      if (fits) from += form.length
    }
    at += whole.length
    row += count
  }
  return text.slice(at).trim() === '' ? found : undefined
}
