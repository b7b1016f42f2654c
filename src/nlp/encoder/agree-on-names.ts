import type { Reading } from '../engine.ts'

/** The readings of a document with names made consistent. */
export function agreeOnNames(readings: Reading[]): Reading[] {
  return readings
}
