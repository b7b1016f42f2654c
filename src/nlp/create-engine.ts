import type { Engine } from './engine.ts'

export interface EngineOptions {
  /** `encoder`: the trained model, good trees and names. `fast`: rules, rough trees. */
  readonly engine?: 'encoder' | 'fast'
  /** Told once when the encoder has to run in WebAssembly. */
  readonly say?: (message: string) => void
}

/** Loads an engine; only what it needs is imported. */
export async function createEngine({ engine = 'encoder', say }: EngineOptions = {}): Promise<Engine> {
  if (engine === 'fast') {
    const { createFastEngine } = await import('./fast/fast-engine.ts')
    return createFastEngine()
  }
  const { createEncoderEngine } = await import('./encoder/encoder-engine.ts')
  return createEncoderEngine('encoder', say)
}
