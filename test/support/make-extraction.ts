import type { Claim, Factuality, Polarity } from '../../src/model/claim.ts'
import { Extraction } from '../../src/model/extraction.ts'
import { contentId, sha256, slug } from '../../src/model/id.ts'
import type { EntityType } from '../../src/model/mention.ts'

/** A claim to be, written as `[subject] predicate [object]` in a sentence of its own. */
export interface Statement {
  readonly subject: string
  /** words that carry it */
  readonly predicate: string
  readonly object?: string
  /** relation type; an open claim without */
  readonly type?: string
  readonly subjectType?: EntityType
  readonly objectType?: EntityType
  /** who says it; the outlet without */
  readonly speaker?: string
  readonly amount?: number
  readonly moreThan?: boolean
  readonly date?: string
  readonly polarity?: Polarity
  readonly factuality?: Factuality
  readonly confidence?: number
}

export interface Report {
  readonly key: string
  readonly source?: string
  readonly publishedAt?: string
  readonly title?: string
  /** sentences before the statements, without claims */
  readonly prose?: readonly string[]
  readonly statements?: readonly Statement[]
  /** between sentences */
  readonly gap?: string
}

/** An extraction such as the pipeline makes, from what shall stand in it; checked by the schema unless `check` is false. */
export function makeExtraction(report: Report, { check = true } = {}): Extraction {
  const builder = new Builder(report)
  const extraction = builder.build()
  return check ? Extraction.parse(extraction) : extraction
}

class Builder {
  private text = ''
  private readonly id: string
  private readonly sentences: Extraction['sentences'] = []
  private readonly mentions: Extraction['mentions'] = []
  private readonly entities = new Map<string, { id: string; type: EntityType; name: string; mentions: string[] }>()
  private readonly quantities: Extraction['quantities'] = []
  private readonly times: Extraction['times'] = []
  private readonly attributions: Extraction['attributions'] = []
  private readonly claims: Claim[] = []

  constructor(private readonly report: Report) {
    this.id = contentId('article', report.key)
  }

  build(): Extraction {
    const { key, source = 'Example Wire', title = `About ${key}`, publishedAt, gap = '\n' } = this.report
    for (const prose of this.report.prose ?? []) {
      this.sentence(() => this.write(prose))
      this.text += gap
    }
    for (const statement of this.report.statements ?? []) {
      this.state(statement)
      this.text += gap
    }
    return {
      format: 'wiregraph/extraction@1',
      article: {
        id: this.id,
        key,
        path: `${key}.txt`,
        source: { id: `source:${slug(source)}`, name: source, kind: 'wire' },
        title,
        publishedAt,
        publishedFrom: publishedAt ? 'metadata' : 'none',
        language: 'en',
        text: this.text,
        textHash: sha256(this.text.replace(/\p{Cs}/gu, '\ufffd')),
      },
      sentences: this.sentences,
      mentions: this.mentions,
      entities: [...this.entities.values()].map((entity) => ({ ...entity, aliases: [], identifiers: {} })),
      quantities: this.quantities,
      times: this.times,
      quotations: [],
      attributions: this.attributions,
      claims: this.claims,
      diagnostics: [],
    }
  }

  private write(words: string) {
    const start = this.text.length
    this.text += words
    return { start, end: this.text.length }
  }

  private sentence<T>(write: (sentence: string) => T): T {
    const index = this.sentences.length
    const id = contentId('sentence', this.id, this.text.length)
    const start = this.text.length
    const result = write(id)
    this.sentences.push({ id, index, paragraph: index, start, end: this.text.length, zone: 'body' })
    return result
  }

  private mention(sentence: string, name: string, type: EntityType) {
    const span = this.write(name)
    const entity = `${type.toLowerCase().replace('_', '-')}:${slug(name) || sha256(name).slice(0, 8)}`
    const id = contentId('mention', this.id, span.start, span.end)
    if (!this.entities.has(entity)) this.entities.set(entity, { id: entity, type, name, mentions: [] })
    this.entities.get(entity)!.mentions.push(id)
    this.mentions.push({ id, sentence, ...span, text: name, kind: 'name', type, entity, method: 'test', score: 1 })
    return { kind: 'entity' as const, id: entity, mention: id, ...span, text: name }
  }

  private state(statement: Statement): void {
    const { polarity = 'affirmed', factuality = 'asserted', confidence = 0.8, type = 'STATES' } = statement
    this.sentence((sentence) => {
      const whole = this.text.length
      const speaker = statement.speaker ? this.speaker(sentence, statement.speaker) : undefined
      const subject = this.mention(sentence, statement.subject, statement.subjectType ?? 'COUNTRY')
      this.text += polarity === 'denied' ? ' never ' : ' '
      const predicate = this.write(statement.predicate)
      const quantity = statement.amount === undefined ? null : this.quantity(sentence, statement)
      this.text += ' '
      const object = statement.object
        ? this.mention(sentence, statement.object, statement.objectType ?? 'COUNTRY')
        : null
      const time = statement.date ? this.time(sentence, statement.date) : null
      this.text += '.'
      const span = { start: whole, end: this.text.length }
      const proposition = contentId(
        'proposition',
        type,
        subject.id,
        object?.id,
        type === 'STATES' ? statement.predicate : '',
      )
      const attribution = speaker
        ? [
            {
              order: 0,
              kind: 'said' as const,
              entity: speaker.entity,
              class: 'named' as const,
              attribution: speaker.id,
            },
          ]
        : []
      this.claims.push({
        id: contentId('claim', this.id, span.start, type),
        name: this.text.slice(subject.start, span.end - 1),
        type,
        predicate: statement.predicate,
        predicateSpans: [predicate],
        subject,
        object,
        roles: [],
        polarity,
        factuality,
        time,
        quantity,
        evidence: [
          { sentence, ...span, quote: this.text.slice(span.start, span.end), role: 'whole' },
          { sentence, ...predicate, quote: statement.predicate, role: 'trigger' },
        ],
        attribution: [
          ...attribution,
          { order: attribution.length, kind: 'published', entity: null, class: 'outlet', attribution: null },
        ],
        rule: 'test',
        confidence,
        proposition,
      })
    })
  }

  private speaker(sentence: string, name: string) {
    const mention = this.mention(sentence, name, 'PERSON')
    this.text += ' '
    const cue = this.write('said')
    this.text += ' '
    const id = contentId('attribution', this.id, mention.start)
    const source = { start: mention.start, end: mention.end, mention: mention.mention }
    this.attributions.push({ id, sentence, source, cue, content: [], kind: 'said', class: 'named' })
    return { id, entity: mention.id }
  }

  private quantity(sentence: string, { amount, moreThan = false }: Statement): string {
    this.text += ' '
    const start = this.text.length
    this.write(moreThan ? `more than ${amount} ` : `${amount} `)
    const noun = this.write('soldiers')
    this.text += ' to'
    const id = contentId('quantity', this.id, start)
    const text = this.text.slice(start, noun.end)
    const [min, max] = [amount!, moreThan ? null : amount!]
    this.quantities.push({
      id,
      sentence,
      start,
      end: noun.end,
      text,
      kind: 'count',
      value: amount!,
      min,
      max,
      minOpen: moreThan,
      maxOpen: false,
      approximate: false,
      unit: null,
      noun,
    })
    return id
  }

  private time(sentence: string, date: string): string {
    this.text += ' on '
    const span = this.write(date)
    const id = contentId('time', this.id, span.start)
    this.times.push({
      id,
      sentence,
      ...span,
      text: date,
      value: date,
      from: date,
      to: date,
      precision: 'day',
      anchor: 'explicit',
      kind: 'date',
    })
    return id
  }
}
