import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOME } from '../../home.ts'

/** Cosines up to this one, in hundredths, say nothing. */
const NOTHING = 50

/** Which words mean nearly the same: `models/word-likeness.tsv`, made by `train/word_likeness.py`, read when it is first asked. */
class WordLikeness {
  private readonly byStem = new Map<string, Map<string, number>>()

  /** `stemOf` tells words as they are compared; `apart` are stems of which no two mean the same. */
  constructor(stemOf: (word: string) => string, apart: ReadonlySet<string>) {
    const stems = new Map<string, string>()
    const stem = (word: string) => stems.get(word) ?? stems.set(word, stemOf(word)).get(word)!
    for (const line of readFileSync(join(HOME, 'models', 'word-likeness.tsv'), 'utf8').split('\n')) {
      const [word, ...others] = line.split(/[\t ]/)
      if (!word) continue
      const one = stem(word)
      for (let at = 0; at + 1 < others.length; at += 2) {
        const other = stem(others[at]!)
        if (one === other || (apart.has(one) && apart.has(other))) continue
        this.set(one, other, (Number(others[at + 1]) - NOTHING) / (100 - NOTHING))
      }
    }
  }

  /** Of a stem those that are like it, above 0 to 1. */
  of = (stem: string): ReadonlyMap<string, number> => this.byStem.get(stem) ?? NONE

  private set(a: string, b: string, likeness: number): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = this.byStem.get(one) ?? this.byStem.set(one, new Map()).get(one)!
      own.set(other, Math.max(own.get(other) ?? 0, likeness))
    }
  }
}

/** The table is read once a process: every store compares words by the same seeds. */
let shared: WordLikeness | undefined
export function wordLikeness(stemOf: (word: string) => string, apart: ReadonlySet<string>): WordLikeness {
  shared ??= new WordLikeness(stemOf, apart)
  return shared
}

const NONE: ReadonlyMap<string, number> = new Map()
