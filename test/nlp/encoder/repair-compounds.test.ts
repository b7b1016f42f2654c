import { expect, test } from 'vitest'
import type { Word } from '../../../src/model/document.ts'
import { repairCompounds } from '../../../src/nlp/encoder/repair-compounds.ts'

/** "form/UPOS/head/relation" a word; a hyphen stands close to its neighbours. */
function words(source: string): Word[] {
  let start = 0
  let glued = false
  return source.split(' ').map((cell, at) => {
    const [form = '', upos = '', head = '', deprel = ''] = cell.split('/')
    if (at > 0 && form !== '-' && !glued) start++
    glued = form === '-'
    const word = {
      index: at + 1,
      form,
      lemma: form,
      upos,
      xpos: '',
      head: Number(head),
      deprel,
      start,
      end: start + form.length,
    }
    start = word.end
    return word
  })
}

test.each([
  [
    'what a hyphen joins stays together',
    'the/DET/5/det start/NOUN/5/compound -/PUNCT/2/punct up/ADP/6/compound:prt Lumo/PROPN/6/obj bought/VERB/0/root',
    'up 5 compound',
  ],
  [
    'the first of two subjects describes the second',
    'a/DET/2/det magnitude/NOUN/5/nsubj 6/NUM/4/nummod quake/NOUN/5/nsubj hit/VERB/0/root',
    'magnitude 4 compound',
  ],
  [
    'a numbered class is no head',
    'a/DET/2/det magnitude/NOUN/5/nsubj 6/NUM/4/nummod quake/NOUN/2/appos hit/VERB/0/root',
    'quake 5 nsubj',
  ],
  [
    'a particle of its verb stays where it is',
    'they/PRON/2/nsubj took/VERB/0/root up/ADP/2/compound:prt arms/NOUN/2/obj',
    'up 2 compound:prt',
  ],
])('%s', (_, source, expected) => {
  const told = repairCompounds(words(source)).map(({ form, head, deprel }) => `${form} ${head} ${deprel}`)
  expect(told).toContain(expected)
})
