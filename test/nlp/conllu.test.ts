import { describe, expect, test } from 'vitest'
import type { Document, Word } from '../../src/model/document.ts'
import type { Mention } from '../../src/model/mention.ts'
import { commentOf, parseConllu, renderConllu } from '../../src/nlp/conllu.ts'
import { toDocuments } from '../../src/nlp/from-conllu.ts'
import { rangesOf, renderDocument, renderGiven } from '../../src/nlp/to-conllu.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { faultsOf } from '../support/check-conllu.ts'

const FILE = `# newdoc id = one
# sent_id = one-1
# text = They don't mind.
1\tThey\t_\t_\t_\t_\t_\t_\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\t_\t_\t_\t_\t_\t_\t_\t_
3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tmind\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
4.1\tnothing\t_\t_\t_\t_\t_\t_\t_\t_
5\t.\t_\t_\t_\t_\t_\t_\t_\t_

# newpar
# sent_id = one-2
# text = No   match here
1\tForms\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\t!\t_\t_\t_\t_\t_\t_\t_\t_

# newdoc id = two
# sent_id = two-1
1\tHi\t_\t_\t_\t_\t_\t_\t_\t_
`

describe('reading', () => {
  const documents = toDocuments(parseConllu(FILE), 'file')

  test('documents are bounded by "# newdoc"', () => {
    expect(documents.map(({ article, tokens }) => [article.key, tokens.length])).toEqual([
      ['one', 2],
      ['two', 1],
    ])
  })

  test('words stand where the text has them, else where their blanks put them', () => {
    const [one] = documents
    expect(one!.article.text).toBe("They don't mind.\n\nForms!")
    for (const { tokens } of one!.tokens)
      for (const { start, end, form } of tokens) expect(one!.article.text.slice(start, end)).toBe(form)
    expect(one!.tokens.map(({ sentence }) => sentence.paragraph)).toEqual([0, 1])
  })

  test('what is read is written again, but for empty nodes', () => {
    const again = parseConllu(FILE).map(renderConllu).join('')
    expect(again).toBe(
      `${FILE.replace(/^4\.1.*\n/m, '')
        .replaceAll('\t_\t_\t_\t_\t_\t_\t_\t', '\t_\t_\t_\t_\t0\t_\t_\t')
        .replace("don't\t_\t_\t_\t_\t0", "don't\t_\t_\t_\t_\t_")}\n`,
    )
    expect(commentOf(parseConllu(FILE)[0]!, 'sent_id')).toBe('one-1')
  })
})

/** A document of one sentence, every word on the first. */
function documentOf(text: string): Document {
  const words = tokenize(text, { start: 0, end: text.length }).map(
    (token, at): Word => ({
      ...token,
      index: at + 1,
      lemma: token.form,
      upos: 'NOUN',
      xpos: /^['’]s?$/.test(token.form) ? 'POS' : 'NN',
      head: at === 0 ? 0 : 1,
      deprel: at === 0 ? 'root' : 'dep',
    }),
  )
  return {
    article: {} as Document['article'],
    text,
    sentences: [
      { sentence: { id: 's', index: 0, paragraph: 0, start: 0, end: text.length, zone: 'body' }, words, names: [] },
    ],
  }
}

const mention = (text: string, name: string, entity: string, from = 0): Mention => {
  const start = text.indexOf(name, from)
  return {
    id: `m${start}-${name.length}`,
    sentence: 's',
    start,
    end: start + name.length,
    text: name,
    kind: 'name',
    type: 'PERSON',
    entity,
    method: 'test',
    score: 1,
  }
}
const entity = (id: string) => ({ id, type: 'PERSON' as const, name: id, aliases: [], identifiers: {}, mentions: [] })

describe('writing', () => {
  test.each([
    ["They don't", "2-3 don't"],
    ["Seoul's port", "1-2 Seoul's"],
    ['I’d’ve gone', '1-3 I’d’ve'],
    ['cannot 5kg state-run', '1-2 cannot'],
    ["the ministers' aides", "2-3 ministers'"],
    ['“so” (he)', ''],
  ])('words written as one: %s', (text, expected) => {
    expect(
      rangesOf(documentOf(text).sentences[0]!.words)
        .map(({ first, last, form }) => `${first}-${last} ${form}`)
        .join(' '),
    ).toBe(expected)
  })

  test('names and nested entities', () => {
    const text = "Ann Lee's brother Bo met Ann."
    const mentions = [
      mention(text, 'Ann Lee', 'a'),
      mention(text, "Ann Lee's brother Bo", 'b'),
      mention(text, 'Bo', 'b'),
      mention(text, 'Ann', 'a', 20),
    ]
    const written = renderDocument(documentOf(text), { mentions, entities: [entity('a'), entity('b')] }, 'doc')
    expect(faultsOf(written.map(renderConllu).join(''))).toEqual([])
    expect(written[0]!.rows.map(({ misc }) => /Entity=([^|]*)/.exec(misc)?.[1] ?? '')).toEqual([
      '(e2-person-1(e1-person-1',
      'e1)',
      '',
      '',
      '(e2-person-1)e2)',
      '',
      '(e1-person-1)',
      '',
    ])
    expect(written[0]!.rows.map(({ misc }) => /NER=([^|]*)/.exec(misc)![1])).toEqual([
      'B-PERSON',
      'I-PERSON',
      'I-PERSON',
      'I-PERSON',
      'B-PERSON',
      'O',
      'B-PERSON',
      'O',
    ])
    expect(written[0]!.rows[5]!.misc).toContain('TokenRange=21:24')
  })

  test('given sentences keep comments, forms and ranges', () => {
    const [given] = toDocuments(parseConllu(FILE), 'file')
    const sentences = given!.tokens.map(({ sentence, tokens }) => ({
      sentence,
      names: [],
      words: documentOf('x')
        .sentences[0]!.words.slice(0, 0)
        .concat(
          tokens.map((token, at) => ({
            ...token,
            index: at + 1,
            lemma: 'x',
            upos: 'NOUN',
            xpos: 'NN',
            head: at === 0 ? 0 : 1,
            deprel: at === 0 ? 'root' : 'dep',
          })),
        ),
    }))
    const written = renderGiven(
      { article: given!.article, text: given!.article.text, sentences },
      { mentions: [], entities: [] },
      given!.sentences,
    )
    expect(written[0]!.comments).toEqual([
      '# newdoc id = one',
      '# global.Entity = eid-etype-head',
      '# sent_id = one-1',
      "# text = They don't mind.",
    ])
    expect(written[0]!.ranges).toHaveLength(1)
    expect(written[0]!.rows[3]!.misc).toBe('SpaceAfter=No|NER=O')
  })
})
