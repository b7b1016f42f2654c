import { expect, test } from 'vitest'
import type { Name } from '../../../src/model/document.ts'
import { agreeOnNames } from '../../../src/nlp/encoder/agree-on-names.ts'
import type { Reading } from '../../../src/nlp/engine.ts'

/** "Ann Lee/PER:0.9 left" → a reading; capitalised words are proper nouns. */
function reading(source: string): Reading {
  const names: Name[] = []
  let at = 0
  const words = source.split(' ').map((part, index) => {
    const [, form, type, score] = /^(.+?)(?:\/([A-Z]{3,4}):([\d.]+))?$/.exec(part)!
    const first = index + 1 - (form!.match(/_/g)?.length ?? 0)
    const start = at
    at += form!.length + 1
    if (type)
      names.push({
        first,
        last: index + 1,
        start,
        end: start + form!.length,
        type: type as Name['type'],
        score: Number(score),
      })
    const upos = /^\p{Lu}/u.test(form!) ? 'PROPN' : 'VERB'
    return {
      index: index + 1,
      form: form!,
      lemma: form!,
      upos,
      xpos: 'X',
      head: index === 0 ? 0 : 1,
      deprel: index === 0 ? 'root' : 'dep',
      start,
      end: start + form!.length,
    }
  })
  return { words, names }
}
const namesOf = (...sources: string[]) =>
  agreeOnNames(sources.map(reading)).map(({ words, names }) =>
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

test('an even vote changes nothing', () => {
  expect(namesOf('Paris/LOC:0.8 said', 'said Paris/PER:0.8')).toEqual(['Paris LOC', 'Paris PER'])
})

test('an overlooked occurrence of a sure name is one', () => {
  expect(namesOf('Tembo/PER:0.95 left', 'asked Tembo again')).toEqual(['Tembo PER', 'Tembo PER'])
})

test('what is not sure, not a proper noun or part of a longer name stays alone', () => {
  expect(namesOf('Tembo/PER:0.6 left', 'asked Tembo again')).toEqual(['Tembo PER', ''])
  expect(namesOf('Tembo/PER:0.95 left', 'asked tembo again', 'asked Tembo Airways')).toEqual(['Tembo PER', '', ''])
})
