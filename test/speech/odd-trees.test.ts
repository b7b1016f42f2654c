import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFactuality } from '../../src/claims/read-factuality.ts'
import { speakerChain } from '../../src/claims/speaker-chain.ts'
import { StanceWords } from '../../src/claims/stance-lexicon.ts'
import type { Kit } from '../../src/kit.ts'
import { loadNamingSeeds } from '../../src/mentions/naming-seeds.ts'
import type { Document, Word } from '../../src/model/document.ts'
import { Tree } from '../../src/nlp/tree.ts'
import { readSeed } from '../../src/read-seed.ts'
import { findSpeech } from '../../src/speech/find-speech.ts'
import { Saying } from '../../src/speech/lexicon.ts'
import { articleOf } from '../support/reader.ts'

const kit = {
  seeds: {
    naming: loadNamingSeeds(readSeed),
    saying: readSeed('lexicon/saying.json', Saying),
    stance: readSeed('lexicon/stance.json', StanceWords),
  },
} as unknown as Kit

const word = fc.record({
  form: fc.constantFrom(
    'Ruiz',
    'said',
    'that',
    'not',
    'according',
    'to',
    'reports',
    'deny',
    '“',
    '”',
    '"',
    ',',
    '.',
    ':',
    '?',
    'will',
    'if',
    'sink',
    'too',
    'as',
    'called',
    'plan',
    'citing',
    'words',
    'of',
    'what',
    'no',
    'would',
  ),
  upos: fc.constantFrom('VERB', 'NOUN', 'PROPN', 'PUNCT', 'AUX', 'ADP', 'ADJ', 'PRON', 'ADV', 'PART'),
  xpos: fc.constantFrom('VBD', 'VB', 'VBG', 'VBN', 'NN', 'NNP', ',', 'TO', 'IN', 'WP', 'JJ'),
  head: fc.nat(9),
  deprel: fc.constantFrom(
    'root',
    'nsubj',
    'nsubj:pass',
    'ccomp',
    'xcomp',
    'obj',
    'obl',
    'obl:agent',
    'advcl',
    'acl',
    'acl:relcl',
    'conj',
    'parataxis',
    'case',
    'mark',
    'advmod',
    'nmod:poss',
    'appos',
    'punct',
    'fixed',
    'aux',
    'det',
    'csubj',
    'discourse',
    'flat',
  ),
})
const sentences = fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 4 })

/** A full stop with the tag of a verb, and a clause beside it. */
const MARK_AS_VERB = [
  { form: 'Ruiz', upos: 'PUNCT', xpos: 'NNP', head: 3, deprel: 'nsubj:pass' },
  { form: 'sink', upos: 'VERB', xpos: 'VBD', head: 0, deprel: 'root' },
  { form: 'deny', upos: 'PUNCT', xpos: 'VBD', head: 2, deprel: 'advcl' },
]
/** Heads point anywhere, in rings too. */
function documentOf(rows: readonly (readonly (typeof word extends fc.Arbitrary<infer T> ? T : never)[])[]): Document {
  let text = ''
  const analyses = rows.map((row, index) => {
    const start = text.length
    const words: Word[] = row.map(({ form, ...rest }, at) => {
      const from = text.length
      text += `${form} `
      return {
        ...rest,
        form,
        lemma: form === 'said' ? 'say' : form.toLowerCase(),
        index: at + 1,
        start: from,
        end: from + form.length,
      }
    })
    const sentence = {
      id: `s${index}`,
      index,
      paragraph: index >> 1,
      start,
      end: text.length - 1,
      zone: 'body' as const,
    }
    return { sentence, words, names: [] }
  })
  return { article: articleOf(text), text, sentences: analyses }
}

test('whatever the trees, nothing is thrown, every place lies in the text, ids are unique', () => {
  fc.assert(
    fc.property(sentences, (rows) => {
      const document = documentOf(rows)
      const { quotations, attributions } = findSpeech(document, [], kit)
      const layers = { quantities: [], times: [], mentions: [], entities: [], quotations, attributions }
      for (const { source, cue, content } of attributions) {
        expect(content.length).toBeGreaterThan(0)
        for (const span of [source, ...(cue ? [cue] : []), ...content]) {
          expect(span.start).toBeLessThan(span.end)
          expect(span.end).toBeLessThanOrEqual(document.text.length)
        }
        for (let at = 1; at < content.length; at++) expect(content[at]!.start).toBeGreaterThan(content[at - 1]!.end)
      }
      for (const list of [quotations, attributions]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
      for (const { words } of document.sentences) {
        const tree = new Tree(words)
        for (const at of words) {
          readFactuality(tree, at, kit)
          const chain = speakerChain(at, document, layers)
          expect(chain.at(-1)!.kind).toBe('published')
        }
      }
    }),
    { numRuns: 3000, examples: [[[MARK_AS_VERB]]] },
  )
})
