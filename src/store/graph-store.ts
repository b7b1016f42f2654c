import { loadCorpusKnowledge } from '../corpus/knowledge.ts'
import { loadStoryWords } from '../corpus/stories/words.ts'
import { loadRelationTypes, type RelationTypes } from '../graph/relation-types.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Database, Parameters, Row } from './database.ts'
import { dump } from './dump.ts'
import { load } from './load.ts'
import { checkConstraints, migrate } from './migrate.ts'
import { refresh } from './refresh.ts'
import type { Knowledge } from './refresh-topics.ts'
import { remove } from './remove.ts'
import type { LoadOptions, LoadReport, RefreshReport, Store } from './store.ts'
import { type Verification, verify } from './verify.ts'

/** The store over any database: everything but the dialect is the same. */
export class GraphStore implements Store {
  private checked = false
  constructor(
    private readonly database: Database,
    private readonly relationTypes: RelationTypes = loadRelationTypes(),
  ) {}

  /** Read when it is needed: queries need none of it. */
  private async knowledge(): Promise<Knowledge> {
    const { readSeed } = await import('../read-seed.ts')
    return {
      relationTypes: this.relationTypes,
      corpus: loadCorpusKnowledge(readSeed),
      words: loadStoryWords(readSeed),
    }
  }

  get dialect() {
    return this.database.dialect
  }

  prepare(): Promise<void> {
    return migrate(this.database)
  }

  async load(extractions: readonly Extraction[], options: LoadOptions): Promise<LoadReport[]> {
    await this.preflight()
    return load(this.database, extractions, { ...options, relationTypes: this.relationTypes })
  }

  async finish(): Promise<RefreshReport> {
    await this.preflight()
    return refresh(this.database, await this.knowledge())
  }

  async remove(articles: readonly string[]): Promise<string[]> {
    await this.preflight()
    const removed = await remove(this.database, articles)
    await refresh(this.database, await this.knowledge())
    return removed
  }

  query(text: string, parameters: Parameters = {}): Promise<Row[]> {
    return this.database.read({ text }, parameters)
  }

  ask(name: string, parameters: Parameters = {}): Promise<Row[]> {
    return this.database.read(`read/${name}`, parameters)
  }

  dump(): AsyncIterable<string> {
    return dump(this.database)
  }

  verify(): Promise<Verification> {
    return verify(this.database)
  }

  close(): Promise<void> {
    return this.database.close()
  }

  private async preflight(): Promise<void> {
    if (!this.checked) await checkConstraints(this.database)
    this.checked = true
  }
}
