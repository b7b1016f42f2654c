import { StanceWords } from '../../src/claims/stance-lexicon.ts'
import { AntecedentModel } from '../../src/entities/antecedent-model.ts'
import { createKit, type Kit, type Seeds } from '../../src/kit.ts'
import { loadNamingSeeds } from '../../src/mentions/naming-seeds.ts'
import { type Article, givenArticle } from '../../src/model/article.ts'
import type { Document } from '../../src/model/document.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import type { Engine } from '../../src/nlp/engine.ts'
import { toDocument } from '../../src/nlp/to-document.ts'
import { readModel, readSeed } from '../../src/read-seed.ts'
import { Saying } from '../../src/speech/lexicon.ts'

let engine: Promise<Engine> | undefined
let kit: Promise<Kit> | undefined
let speech: Promise<Kit> | undefined

/** The engine that users have, opened once for a test file. */
export function theEngine(): Promise<Engine> {
  engine ??= createEngine()
  return engine
}

/** The kit that users have. */
export function theKit(): Promise<Kit> {
  kit ??= theEngine().then((one) => createKit(one))
  return kit
}

/** With no more than the words for who says what and how surely. */
export function speechKit(): Promise<Kit> {
  const seeds = {
    saying: readSeed('lexicon/saying.json', Saying),
    stance: readSeed('lexicon/stance.json', StanceWords),
    naming: loadNamingSeeds(readSeed),
  }
  speech ??= theEngine().then((one) => createKit(one, seeds as Seeds))
  return speech
}

let naming: Promise<Kit> | undefined

/** With no more than what names and references need. */
export function namingKit(): Promise<Kit> {
  const seeds = {
    antecedents: readModel('coref.json', AntecedentModel),
    naming: loadNamingSeeds(readSeed),
  }
  naming ??= theEngine().then((one) => createKit(one, seeds as Seeds))
  return naming
}

/** Texts of own making as documents. */
export const documentOf = async (text: string): Promise<Document> => toDocument(articleOf(text), await theEngine())

export const articleOf = (text: string): Article =>
  givenArticle(text, 'test', { id: 'article:test', source: { id: 'source:test', name: 'Test', kind: 'unknown' } })
