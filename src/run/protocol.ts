import type { IdentityRule } from '../entities/identity-rules.ts'
import type { Article } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import type { EngineOptions } from '../nlp/create-engine.ts'
import type { Input } from '../read/find-inputs.ts'
import type { Settings } from '../read/limits.ts'
import type { Problem } from '../read/problem.ts'
import type { Read } from '../read/read-input.ts'

/** What an analysing thread is started with. */
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
  /** What people have judged on who is who. */
  readonly identities?: readonly IdentityRule[] | undefined
}

/** To an analysing thread, one article at a time, and its answer. */
export type ToWorker = { readonly article: Article }
export type FromWorker = { readonly extraction: Extraction } | { readonly failed: string }

/** To a reading thread: an input, whose first `after` records are left out; then bytes, null at their end, or why there are none; then leave to go on. */
export type ToReader =
  | { readonly input: Input; readonly settings: Settings; readonly after: number }
  | { readonly bytes: Uint8Array | null }
  | { readonly broken: Pick<Problem, 'code' | 'message'> }
  | { readonly next: true }

/** From a reading thread: it waits for bytes, begins to parse a record, has read it, is through with the input. */
export type FromReader =
  | { readonly wants: 'bytes' }
  | { readonly record: number; readonly line: number | undefined }
  | { readonly read: Read }
  | { readonly done: true }
