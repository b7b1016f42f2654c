import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Amount } from './figure.ts'
import { type Cue, type MeasureIndex, type MeasureWords, measureIndex, type Slot } from './measure-words.ts'

/** Which measures the words of a sentence name, and whether an amount can be one of them. */
export class NamedMeasures {
  private readonly index: MeasureIndex

  constructor(
    private readonly tree: Tree,
    private readonly words: MeasureWords,
    private readonly hasOccasion: (kinds: readonly string[]) => boolean,
  ) {
    this.index = measureIndex(words)
  }

  /** "exhibition", "march": a noun for a happening. */
  isOccasion({ lemma }: Word): boolean {
    return Object.values(this.words.occasions).some(({ nouns }) => nouns.includes(lemma.toLowerCase()))
  }

  /** "death toll", "casualty estimates", "the number of dead": what a noun carries by itself or by what hangs on it. */
  measuredBy(noun: Word): readonly string[] {
    const inner = this.tree.childrenBy(noun, 'compound', 'nmod', 'amod').filter((word) => {
      const mark = this.tree.child(word, 'case')
      return !mark || mark.form.toLowerCase() === 'of'
    })
    const isCarrier = this.words.carriers.includes(noun.lemma.toLowerCase())
    const head = this.tree.head(noun)
    const behind = (head ? this.tree.childrenBy(head, 'obl') : []).filter(
      ({ index }) => index > noun.index && index < noun.index + 6,
    )
    for (const word of [...(isCarrier ? [...inner, ...behind] : []), noun]) {
      const states = word === noun ? [] : [word, ...this.tree.childrenBy(word, 'nmod', 'amod', 'acl')]
      const found = [...this.byNoun(word), ...states.flatMap((one) => this.stateOf(one))]
      if (found.length > 0) return found
    }
    return []
  }

  /** "net profit" before "profit" */
  byNoun(noun: Word): readonly string[] {
    const lemma = noun.lemma.toLowerCase()
    for (const before of this.tree.childrenBy(noun, 'compound', 'amod')) {
      const found = this.index.byNoun(`${before.form.toLowerCase()} ${lemma}`)
      if (found.length > 0) return found
    }
    return this.index.byNoun(lemma)
  }

  stateOf(word: Word): string[] {
    const around = () => this.tree.children(word).map(({ form }) => form.toLowerCase())
    return this.fitting(this.index.byState(word.form.toLowerCase()), around)
  }

  /** The measures of a verb; an amount that hangs on it by a preposition needs that preposition. */
  matches(slot: Slot, verb: Word, phrase?: Word): string[] {
    const { tree } = this
    const mark =
      phrase && isRelation(phrase, 'obl', 'nmod') ? tree.child(phrase, 'case')?.lemma.toLowerCase() : undefined
    const below = () => [
      ...(mark ? [mark] : []),
      ...tree
        .children(verb)
        .flatMap((word) => [word, ...tree.children(word)])
        .map(({ lemma }) => lemma.toLowerCase()),
    ]
    const cues = this.index.byVerb(slot, verb.lemma.toLowerCase())
    return this.fitting(mark ? cues.filter(({ rest }) => rest.includes(mark)) : cues, below)
  }

  private fitting(cues: readonly Cue[], around: () => readonly string[]): string[] {
    if (cues.length === 0) return []
    const there = cues.some(({ rest }) => rest.length > 0) ? around() : []
    return cues.filter(({ rest }) => rest.every((word) => there.includes(word))).map(({ name }) => name)
  }

  fits(measure: string, { kind, unit, noun }: Amount): boolean {
    const { unit: units, kinds, during } = this.words.measures[measure]!
    const where = kinds ?? during
    if (where && !this.hasOccasion(where)) return false
    return units.split(' ').some((name) => {
      if (name === 'people' || name === 'count')
        return kind === 'number' || (kind === 'count' && !(name === 'people' && this.isThing(unit)))
      if (name === 'homes')
        return kind === 'number' || (kind === 'count' && this.words.units.homes!.includes(unit ?? ''))
      if (name === 'percent' || name === 'money' || name === 'duration') return kind === name
      const known = this.words.units[name]?.includes(unit ?? '') ?? false
      return known || (name === 'magnitude' && kind === 'number' && noun === null)
    })
  }

  /** A counted noun that is a class of its own. */
  private isThing(unit: string | null): boolean {
    return unit !== null && Object.values(this.words.units).some((nouns) => nouns.includes(unit))
  }
}
