import { expect, test } from 'vitest'
import type { Name, Word } from '../../../src/model/document.ts'
import { agreeOnNames, type Chances, type Guess } from '../../../src/nlp/encoder/agree-on-names.ts'

/** "Ann_Lee/PER:0.9 left" → a guess; capitalised words are proper nouns; "Lee/?PER:0.4" is no name, though the model thought of one. */
function guess(source: string): Guess {
  const names: Name[] = []
  const words: Word[] = []
  const chances: Chances[] = []
  for (const part of source.split(' ')) {
    const [, forms, open, type, score] = /^(.+?)(?:\/(\??)([A-Z]{3,4}):([\d.]+))?$/.exec(part)!
    const first = words.length + 1
    for (const form of forms!.split('_')) {
      const start = words.length ? words.at(-1)!.end + 1 : 0
      const upos = /^\p{Lu}/u.test(form) ? 'PROPN' : 'VERB'
      const place = { index: words.length + 1, start, end: start + form.length }
      words.push({ ...place, form, lemma: form, upos, xpos: 'X', head: words.length ? 1 : 0, deprel: 'dep' })
      chances.push({ PER: 0, LOC: 0, ORG: 0, MISC: 0, ...(type ? { [type]: Number(score) } : {}) })
    }
    const last = words.length
    const [start, end] = [words[first - 1]!.start, words[last - 1]!.end]
    if (type && !open) names.push({ first, last, start, end, type: type as Name['type'], score: Number(score) })
  }
  return { words, names, chancesOf: (index) => chances[index - 1]! }
}
const namesOf = (...sources: string[]) =>
  agreeOnNames(sources.map(guess)).map(({ words, names }) =>
    names
      .map(
        ({ first, last, type }) =>
          `${words
            .slice(first - 1, last)
            .map(({ form }) => form)
            .join(' ')} ${type}`,
      )
      .join(', '),
  )

test('the type with the most votes holds everywhere', () => {
  expect(namesOf('Orlen/ORG:0.9 said', 'Orlen/ORG:0.8 paid', 'said Orlen/PER:0.5')).toEqual([
    'Orlen ORG',
    'Orlen ORG',
    'Orlen ORG',
  ])
})

test('an overlooked occurrence is a name where the document thinks so on average', () => {
  expect(namesOf('Tembo/PER:0.95 left', 'asked Tembo/?PER:0.2 again')).toEqual(['Tembo PER', 'Tembo PER'])
  expect(namesOf('Tembo/PER:0.6 left', 'asked Tembo again')).toEqual(['Tembo PER', ''])
})

test('what the model only thought of votes as well', () => {
  expect(namesOf('Nimo/LOC:0.6 paid', 'said Nimo/?ORG:0.45', 'asked Nimo/?ORG:0.4')).toEqual(['Nimo ORG', '', ''])
})

test('what is not a proper noun or part of a longer one stays alone', () => {
  expect(namesOf('Tembo/PER:0.95 left', 'asked tembo again')).toEqual(['Tembo PER', ''])
  expect(namesOf('Tembo/PER:0.95 left', 'asked Tembo Airways')).toEqual(['Tembo PER', ''])
})

test.each([
  ['a surname goes with the full name', 'Ann_Lee/PER:0.9 left', 'asked Lee/LOC:0.3', 'Lee PER'],
  ['a first word with its organisation', 'Mozilla_Foundation/ORG:0.9 said', 'about Mozilla/MISC:0.3', 'Mozilla ORG'],
  ['an acronym with what it stands for', 'Coalition_Provisional_Authority/ORG:0.9', 'closed CPA/LOC:0.6', 'CPA ORG'],
])('%s', (_, long, short, expected) => {
  expect(namesOf(long, short)[1]).toBe(expected)
})

test('a piece goes on as far as a longer name elsewhere does', () => {
  expect(namesOf('Hartley_High_School/ORG:0.9 closed', 'left Hartley/LOC:0.6 High early')[1]).toBe('Hartley High ORG')
  expect(namesOf('Hartley_High_School/ORG:0.9 closed', 'left Hartley/LOC:0.6 early')[1]).toBe('Hartley LOC')
})
