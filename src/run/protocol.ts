import type { Article } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import type { EngineOptions } from '../nlp/create-engine.ts'

/** What a worker is started with. */
export interface WorkerStart {
  /** Address of a module that exports `createWorkerKit(options)`; tests give their own. */
  readonly kitModule: string
  readonly options: KitOptions
}

export interface KitOptions {
  /** Unset: the best there is. */
  readonly engine?: EngineOptions['engine'] | undefined
  /** How many workers share the machine. */
  readonly jobs: number
}

export type ToWorker = { readonly article: Article }
export type FromWorker =
  | { readonly ready: true }
  | { readonly broken: string }
  | { readonly extraction: Extraction }
  | { readonly failed: string }
