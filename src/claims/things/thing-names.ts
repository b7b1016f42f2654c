import { nameKey } from '../../entities/group-names.ts'
import type { Mention } from '../../model/mention.ts'
import { covers, type Span } from '../../model/span.ts'
import type { ThingKinds } from './thing-kinds.ts'

/** A mention of a name, and the whole name's place in the text. */
interface Named {
  readonly mention: Mention
  readonly span: Span
}

/** What the things of a document are called. */
export class ThingNames {
  constructor(private readonly kinds: ThingKinds) {}

  /** The places where an entity is called by name; a longer form of the name that stands there is the name. */
  namesOf(id: string): Named[] {
    const entity = this.kinds.layers.entities.find((one) => one.id === id)
    if (!entity) return []
    const { text } = this.kinds.document
    const forms = [entity.name, ...entity.aliases].sort((a, b) => b.length - a.length)
    return this.kinds.layers.mentions
      .filter((mention) => mention.entity === id && mention.kind === 'name' && !this.isDescription(mention.text))
      .filter((mention) => !this.isBeside(mention))
      .map((mention) => {
        const whole = forms.find((form) => text.startsWith(form, mention.start))
        return {
          mention,
          span: { start: mention.start, end: Math.max(mention.end, mention.start + (whole?.length ?? 0)) },
        }
      })
  }

  /** "War Memorial" of a headline where the text says "the war memorial": no name. */
  private isDescription(name: string): boolean {
    return name !== name.toLowerCase() && this.kinds.document.text.includes(name.toLowerCase())
  }

  private isBeside(span: Span): boolean {
    const analysis = this.kinds.document.sentences.find(({ sentence }) => covers(sentence, span))
    const head = this.kinds.headOf(span)
    return Boolean(
      head &&
        analysis?.words.some(
          (word) =>
            word.head === head.index &&
            word.deprel === 'case' &&
            this.kinds.words.beside.includes(word.form.toLowerCase()),
        ),
    )
  }

  /** Each spelling once, in the text rather than its headline; a part of a longer one is no other name. */
  distinctNames(names: readonly Named[]): Named[] {
    const textOf = ({ span }: { span: Span }) => this.kinds.document.text.slice(span.start, span.end)
    const zoneOf = ({ mention }: { mention: Mention }) =>
      this.kinds.document.sentences.find(({ sentence }) => sentence.id === mention.sentence)?.sentence.zone
    const ordered = [...names].sort(
      (a, b) => Number(zoneOf(a) === 'title') - Number(zoneOf(b) === 'title') || a.span.start - b.span.start,
    )
    const first = [...new Map([...ordered].reverse().map((name) => [nameKey(textOf(name)), name])).entries()]
    return first
      .filter(([key]) => !first.some(([other]) => other !== key && ` ${other} `.includes(` ${key} `)))
      .map(([, name]) => name)
      .sort((a, b) => a.span.start - b.span.start)
  }
}
