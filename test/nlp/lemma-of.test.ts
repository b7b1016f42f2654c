import { describe, expect, test } from 'vitest'
import { lemmaOf } from '../../src/nlp/lemma-of.ts'

describe('lemmas', () => {
  test.each([
    ['fled', 'VERB', 'VBD', 'flee'],
    ['fought', 'VERB', 'VBN', 'fight'],
    ['sung', 'VERB', 'VBN', 'sing'],
    ['stopped', 'VERB', 'VBD', 'stop'],
    ['provoked', 'VERB', 'VBN', 'provoke'],
    ['Recycling', 'VERB', 'VBG', 'recycle'],
    ['denies', 'VERB', 'VBZ', 'deny'],
    ['lying', 'VERB', 'VBG', 'lie'],
    ['hoped', 'VERB', 'VBN', 'hope'],
    ['hopped', 'VERB', 'VBD', 'hop'],
    ['is', 'AUX', 'VBZ', 'be'],
    ['wo', 'AUX', 'MD', 'will'],
    ['n’t', 'PART', 'RB', 'not'],
    ["'s", 'PART', 'POS', "'s"],
    ['them', 'PRON', 'PRP', 'they'],
    ['women', 'NOUN', 'NNS', 'woman'],
    ['knives', 'NOUN', 'NNS', 'knife'],
    ['Allies', 'NOUN', 'NNS', 'ally'],
    ['potatoes', 'NOUN', 'NNS', 'potato'],
    ['worse', 'ADJ', 'JJR', 'bad'],
    ['largest', 'ADJ', 'JJS', 'large'],
    ['earlier', 'ADV', 'RBR', 'early'],
    ['Aden', 'PROPN', 'NNP', 'Aden'],
    ['NATO', 'PROPN', 'NNP', 'NATO'],
    ['PARLIAMENT', 'PROPN', 'NNP', 'Parliament'],
    ['12,500', 'NUM', 'CD', '12500'],
    ['“', 'PUNCT', '``', '"'],
    ['😀', 'SYM', 'NFP', '😀'],
  ])('%s/%s/%s', (form, upos, xpos, lemma) => {
    expect(lemmaOf(form, upos, xpos)).toBe(lemma)
  })

  test('"’s" is have before "been", else be', () => {
    expect(lemmaOf('’s', 'AUX', 'VBZ', { deprel: 'aux', headXpos: 'VBN' })).toBe('have')
    expect(lemmaOf('’s', 'AUX', 'VBZ', { deprel: 'aux:pass', headXpos: 'VBN' })).toBe('be')
    expect(lemmaOf("'s", 'AUX', 'VBZ', { deprel: 'cop', headXpos: 'JJ' })).toBe('be')
  })
})
