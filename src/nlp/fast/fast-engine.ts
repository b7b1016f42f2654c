import type { Engine } from '../engine.ts'

/** STUB */
export async function createFastEngine(): Promise<Engine> {
  throw new Error('not yet')
}
