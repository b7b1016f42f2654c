import { describe, expect, test } from 'vitest'
import { phraseAt } from '../../src/corpus/stories/fillers.ts'
import { isOneNameSpelt, isOnePersonSpelt } from '../../src/corpus/stories/spelling.ts'

describe('the noun phrase that a text begins with', () => {
  test.each([
    ['a vet, Ida Holm, on Monday', 'a vet', 'Ida Holm'],
    ['the Danish firm Karlberg in May', 'the Danish firm Karlberg', 'Karlberg'],
    ['Greta Lund, a banker.', 'Greta Lund', 'Greta Lund'],
    ['Velmar, Ostland.', 'Velmar', 'Velmar'],
    ['a choir of miners who had no hall', 'a choir of miners', null],
    ['the Latvian police.', 'the Latvian police', null],
  ])('%s', (text, phrase, name) => {
    expect(phraseAt(text)).toEqual({ phrase, name })
  })

  test('none where it begins with something else', () => {
    expect(phraseAt('in the hall')).toBeUndefined()
  })
})

describe('two spellings', () => {
  test.each([
    ['Storm Lena', 'Storm Lenna', true],
    ['Ocean Clemence', 'Ocean Clementa', true],
    ['North Gate', 'South Gate', false],
    ['Aune Hospital', 'Torre Hospital', false],
  ])('of a thing: %s, %s', (one, other, expected) => {
    expect(isOneNameSpelt(one, other)).toBe(expected)
  })

  test.each([
    ['Jan Novak', 'Jan Nowak', true],
    ['Jan Novak', 'Jana Novak', false],
    ['Nedda Petrik', 'Nadda Petrov', true],
    ['Nedda Petrik', 'Milan Petrov', false],
    ['Karim Hyder Sulan', 'Karim Haider Sarum', true],
    ['Karim Hyder Sulan', 'Karim Hyder Tolan', false],
  ])('of a person: %s, %s', (one, other, expected) => {
    expect(isOnePersonSpelt(one, other)).toBe(expected)
  })
})
