/** Documents with marked entities and relations between them, from Re-DocRED and re3d, as texts that the product reads. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/model/span.ts'

/** `entity` counts from 0 in the document; `sentence` from 0, or -1 where the corpus has none. */
export interface GoldMention extends Span {
  readonly entity: number
  readonly sentence: number
}

/** `sentences`: those in which it is said; empty where nobody marked them. */
export interface GoldRelation {
  readonly head: number
  readonly tail: number
  readonly relation: string
  readonly sentences: readonly number[]
}

export interface GoldDocument {
  readonly key: string
  readonly corpus: 'redocred' | 're3d'
  readonly text: string
  readonly mentions: readonly GoldMention[]
  readonly relations: readonly GoldRelation[]
}

interface RawDocument {
  readonly title: string
  readonly sents: readonly (readonly string[])[]
  readonly vertexSet: readonly (readonly { readonly sent_id: number; readonly pos: readonly [number, number] }[])[]
  readonly labels: readonly { readonly h: number; readonly t: number; readonly r: string; readonly evidence: readonly number[] }[]
}

/** Words are joined as they are printed: no blank before a comma or inside brackets. */
export function readRedocred(path: string): GoldDocument[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as RawDocument[]).map(({ sents, vertexSet, labels }, number) => {
    let text = ''
    let quoted = false
    const places = sents.map((words) => {
      quoted = false
      return words.map((word, at): Span => {
        const before = words[at - 1]
        const closes = word === '"' && quoted
        const isJoined =
          at > 0 && (/^(?:[,.;:!?)\]%]|'s|n't|'|')$/.test(word) || closes || /^[([$£]$/.test(before!) || (before === '"' && quoted))
        if (word === '"') quoted = !quoted
        if (text && !isJoined) text += ' '
        const start = text.length
        text += word.replace(/\s/g, ' ')
        return { start, end: text.length }
      })
    })
    const mentions = vertexSet.flatMap((all, entity) =>
      all.flatMap(({ sent_id: sentence, pos: [first, end] }) => {
        const [from, to] = [places[sentence]?.[first], places[sentence]?.[end - 1]]
        return from && to ? [{ entity, sentence, start: from.start, end: to.end }] : []
      }),
    )
    const relations = labels.map(({ h: head, t: tail, r: relation, evidence: sentences }) => ({ head, tail, relation, sentences }))
    return { key: `redocred-${number}`, corpus: 'redocred', text, mentions, relations }
  })
}

/** Each pair of places is a relation of its own: sides are words, not entities. */
export function readRe3d(folder: string): GoldDocument[] {
  const parts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return parts.flatMap(({ name }) => {
    const lines = (file: string) =>
      readFileSync(join(folder, name, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    const [entities, relations] = [lines('entities.json'), lines('relations.json')]
    return lines('documents.json').map((document): GoldDocument => {
      const own = <T extends { documentId: string; confidence: number }>(all: T[]) =>
        all.filter(({ documentId, confidence }) => documentId === document._id && confidence >= 0.5)
      const places: Span[] = []
      const numberOf = (start: number, end: number) => {
        const known = places.findIndex((place) => place.start === start && place.end === end)
        return known >= 0 ? known : places.push({ start, end }) - 1
      }
      for (const { begin, end } of own(entities)) numberOf(begin, end)
      const found = own(relations).map((one) => ({
        head: numberOf(one.sourceBegin, one.sourceEnd),
        tail: numberOf(one.targetBegin, one.targetEnd),
        relation: one.type as string,
        sentences: [-1],
      }))
      const mentions = places.map((place, entity) => ({ ...place, entity, sentence: -1 }))
      return { key: `re3d-${document._id}`, corpus: 're3d', text: document.text, mentions, relations: found }
    })
  })
}
