import type { Argument } from '../../model/claim.ts'
import type { Document, Word } from '../../model/document.ts'
import { covers, type Span } from '../../model/span.ts'
import type { Layers } from '../layers.ts'
import { kindOfName, kindOfNoun, type ThingWords } from './thing-words.ts'

/** What kind of thing the phrases and entities of a document are. */
export class ThingKinds {
  constructor(
    readonly document: Document,
    readonly layers: Layers,
    readonly words: ThingWords,
  ) {}

  kindOf(side: Argument): string | undefined {
    if (side.kind === 'entity') return this.kindOfEntity(side.id) ?? this.kindOfWord(this.headOf(side))
    return side.kind === 'text' ? this.kindOfWord(this.headOf(side)) : undefined
  }

  kindOfWord(word: Word | undefined): string | undefined {
    return word && kindOfNoun(word.lemma, this.words)
  }

  kindOfEntity(id: string): string | undefined {
    const entity = this.layers.entities.find((one) => one.id === id)
    if (!entity) return undefined
    const byType = Object.entries(this.words.kinds).find(([, { types }]) => types?.includes(entity.type))
    const called = this.layers.mentions.filter((mention) => mention.entity === id && mention.kind === 'nominal')
    return (
      kindOfName(entity.name, this.words) ??
      called.map((mention) => this.kindOfWord(this.headOf(mention))).find((kind) => kind !== undefined) ??
      byType?.[0]
    )
  }

  /** The word of a span whose governor is outside it. */
  headOf(span: Span): Word | undefined {
    const analysis = this.document.sentences.find(({ sentence }) => covers(sentence, span))
    const inside = analysis?.words.filter((word) => span.start <= word.start && word.end <= span.end) ?? []
    return inside.find(({ head }) => head < inside[0]!.index || head > inside.at(-1)!.index)
  }
}
