import type { Quantity } from '../model/quantity.ts'
import { covers } from '../model/span.ts'

/**
 * The total an amount is a part of: "600 of the 4,700 casualties", "40 percent of the plant's 900 workers", "of the 90 crew, 12 were rescued".
 * Both count the same noun, and "of" stands before the total.
 */
export function wholeOf(part: Quantity, quantities: readonly Quantity[], text: string): Quantity | undefined {
  const { noun } = part
  if (!noun) return undefined
  return quantities.find((other) => {
    if (other === part || !other.noun || !(covers(noun, other.noun) || covers(other.noun, noun))) return false
    const before = text.slice(part.end <= other.start ? part.end : Math.max(0, other.start - REACH), other.start)
    return OF.test(before)
  })
}

/** "of the plant's [900]": how far before a total its "of" may stand. */
const REACH = 24
const OF = /\bof (?:\S+ ){0,3}$/i
