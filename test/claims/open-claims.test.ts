import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findClauses } from '../../src/claims/clauses/find-clauses.ts'
import { openClaims } from '../../src/claims/open/open-claims.ts'
import { standsAlone } from '../../src/claims/open/stands-alone.ts'
import { toTuples } from '../../src/claims/open/to-tuples.ts'
import { loadSeeds } from '../../src/kit.ts'
import type { Word } from '../../src/model/document.ts'
import { Tree } from '../../src/nlp/tree.ts'
import { treeOf } from './tree-of.ts'

const SEEDS = { ...loadSeeds(), openClaims: { bias: 0, weights: {} } }

const tuples = (source: string) => {
  const { tree, text } = treeOf(source)
  return toTuples(tree, openClaims(tree, findClauses(tree)), text, SEEDS).map(({ relation, args }) =>
    [args[0], relation, ...args.slice(1)].join(' | '),
  )
}

describe('says, clause by clause', () => {
  test.each([
    [
      'active',
      'Norvik/PROPN:nsubj>2 bought/buy/VERB+VBD:root>0 Belcor/PROPN:obj>2 in/ADP:case>5 May/PROPN:obl>2',
      ['Norvik | bought | Belcor | in May'],
    ],
    [
      'passive with agent',
      'Belcor/PROPN:nsubj:pass>3 was/be/AUX+VBD:aux:pass>3 bought/buy/VERB+VBN:root>0 by/ADP:case>5 Norvik/PROPN:obl:agent>3',
      ['Belcor | was bought by | Norvik'],
    ],
    [
      'negation',
      'She/she/PRON:nsubj>4 did/do/AUX+VBD:aux>4 not/PART:advmod>4 sign/VERB+VB:root>0 it/PRON:obj>4',
      ['She | did not sign | it'],
    ],
    [
      'copula',
      'Ann/PROPN:nsubj>4 is/be/AUX:cop>4 a/DET:det>4 judge/NOUN:root>0 in/ADP:case>6 Turin/PROPN:nmod>4',
      ['Ann | is | a judge in Turin'],
    ],
    [
      'copula with a place',
      'Ann/PROPN:nsubj>4 is/be/AUX:cop>4 in/ADP:case>4 Turin/PROPN:root>0',
      ['Ann | is in | Turin'],
    ],
    [
      'control',
      'Ann/PROPN:nsubj>2 wants/want/VERB+VBZ:root>0 to/PART:mark>4 sell/VERB+VB:xcomp>2 shares/NOUN:obj>4',
      ['Ann | wants to sell | shares'],
    ],
    [
      'object control',
      'Ann/PROPN:nsubj>2 ordered/order/VERB+VBD:root>0 troops/NOUN:obj>2 to/PART:mark>5 leave/VERB+VB:xcomp>2 Mali/PROPN:obj>5',
      ['Ann | ordered | troops | to leave Mali', 'troops | leave | Mali'],
    ],
    [
      'shared subject',
      'Ann/PROPN:nsubj>2 came/come/VERB+VBD:root>0 and/CCONJ:cc>4 saw/see/VERB+VBD:conj>2 Bo/PROPN:obj>4',
      ['Ann | came', 'Ann | saw | Bo'],
    ],
    [
      'relative clause',
      'Ann/PROPN:nsubj>6 ,/PUNCT:punct>4 who/PRON+WP:nsubj>4 runs/run/VERB+VBZ:acl:relcl>1 Belcor/PROPN:obj>4 left/leave/VERB+VBD:root>0 Turin/PROPN:obj>6',
      ['Ann | left | Turin', 'Ann | runs | Belcor'],
    ],
    [
      'reduced relative clause',
      'the/DET:det>2 town/NOUN:nsubj>5 they/PRON:nsubj>4 took/take/VERB+VBD:acl:relcl>2 burned/burn/VERB+VBD:root>0 down/ADP:compound:prt>5',
      ['they | took | the town', 'the town they took | burned down'],
    ],
    [
      'participle',
      'a/DET:det>2 firm/NOUN:nsubj>6 founded/found/VERB+VBN:acl>2 by/ADP:case>5 Wells/PROPN:obl:agent>3 grew/grow/VERB+VBD:root>0 fast/ADV:advmod>6',
      ['a firm founded by Wells | grew | fast', 'a firm | founded by | Wells'],
    ],
    [
      'apposition',
      'Brin/PROPN:nsubj>7 ,/PUNCT:punct>3 head/NOUN:appos>1 of/ADP:case>5 Norvik/PROPN:nmod>3 ,/PUNCT:punct>3 left/leave/VERB+VBD:root>0 Oslo/PROPN:obj>7',
      ['Brin | is | head of Norvik', 'Brin | left | Oslo'],
    ],
    [
      'possessive',
      "Norvik/PROPN:nmod:poss>3 's/PART+POS:case>1 plant/NOUN:nsubj>4 burned/burn/VERB+VBD:root>0 down/ADP:compound:prt>4",
      ["Norvik 's plant | burned down"],
    ],
    [
      'saying',
      'Ann/PROPN:nsubj>2 said/say/VERB+VBD:root>0 that/SCONJ:mark>5 Bo/PROPN:nsubj>5 left/leave/VERB+VBD:ccomp>2 Oslo/PROPN:obj>5',
      ['Ann | said | Bo left Oslo', 'Bo | left | Oslo'],
    ],
  ])('%s', (_name, source, expected) => {
    expect(tuples(source).sort()).toEqual([...expected].sort())
  })
})

test.each([
  ['a name', true, 'Ann/PROPN:nsubj>2 sold/sell/VERB+VBD:root>0 two/NUM:nummod>4 mills/NOUN:obj>2'],
  ['a pronoun', false, 'She/PRON+PRP:nsubj>2 sold/sell/VERB+VBD:root>0 two/NUM:nummod>4 mills/NOUN:obj>2'],
  ['a pronoun, and a name beside it', true, 'She/PRON+PRP:nsubj>2 sold/sell/VERB+VBD:root>0 Belcor/PROPN:obj>2'],
  ['what is pointed at', false, 'This/DET:det>2 mill/NOUN:nsubj>3 makes/make/VERB+VBZ:root>0 flour/NOUN:obj>3'],
  [
    'what is only supposed',
    false,
    'if/SCONJ+IN:mark>3 Ann/PROPN:nsubj>3 sells/sell/VERB+VBZ:advcl>6 ,/PUNCT:punct>3 Bo/PROPN:nsubj>6 weeps/weep/VERB+VBZ:root>0',
  ],
])('%s: %s that it can be understood alone', (_name, alone, source) => {
  const { tree } = treeOf(source)
  const [claim] = openClaims(tree, findClauses(tree))
  expect(standsAlone(claim!, tree, SEEDS.stance)).toBe(alone)
})

test.each([
  ['an order', 'Leave/leave/VERB+VB:root>0 now/ADV:advmod>1'],
  ['a bare phrase', 'Heavy/ADJ:amod>2 rain/NOUN:root>0'],
])('%s says nothing of anybody', (_name, source) => {
  expect(tuples(source)).toEqual([])
})

const word = fc.record({
  form: fc.constantFrom('Ann', 'who', 'said', 'that', 'not', ',', 'was', 'of', '’s', '"', '(', 'to'),
  upos: fc.constantFrom('NOUN', 'PROPN', 'VERB', 'AUX', 'PRON', 'ADP', 'PUNCT', 'PART', 'ADJ', 'NUM'),
  xpos: fc.constantFrom('VBN', 'VBG', 'VBD', 'WP', 'POS', 'NN', ''),
  deprel: fc.constantFrom(
    'nsubj',
    'obj',
    'obl',
    'nmod',
    'conj',
    'acl',
    'acl:relcl',
    'xcomp',
    'ccomp',
    'advcl',
    'cop',
    'aux:pass',
    'case',
    'appos',
    'punct',
    'nmod:poss',
    'nmod:desc',
    'mark',
    'compound',
  ),
  up: fc.nat(),
})

test('any tree is read without an error, and every part keeps to its words', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (cells) => {
      let at = 0
      const words = cells.map(({ form, upos, xpos, deprel, up }, index): Word => {
        const head = index === 0 ? 0 : (up % index) + 1 // a tree: every head stands before
        const made = {
          index: index + 1,
          form,
          lemma: form.toLowerCase(),
          upos,
          xpos,
          deprel: index === 0 ? 'root' : deprel,
          head,
          start: at,
          end: at + form.length,
        }
        at = made.end + 1
        return made
      })
      const text = words.map(({ form }) => form).join(' ')
      const tree = new Tree(words)
      for (const { args, relation } of toTuples(tree, openClaims(tree, findClauses(tree)), text, SEEDS)) {
        for (const part of [...args, ...(relation === 'is' || relation === 'has' ? [] : [relation])]) {
          for (const form of part.split(' ').filter(Boolean)) expect(text.split(' ')).toContain(form)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('a chain of a thousand clauses is read', () => {
  const words = Array.from(
    { length: 1000 },
    (_, index): Word => ({
      index: index + 1,
      form: 'go',
      lemma: 'go',
      upos: 'VERB',
      xpos: 'VB',
      head: index,
      deprel: index === 0 ? 'root' : 'xcomp',
      start: index * 3,
      end: index * 3 + 2,
    }),
  )
  const tree = new Tree(words)
  expect(openClaims(tree, findClauses(tree))).toEqual([])
})
