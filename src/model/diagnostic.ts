import { z } from 'zod'
import { Span } from './span.ts'

/** Something that was skipped, cut, repaired or dropped: a stable code, the place, and a sentence for a person. */
export const Diagnostic = z.object({ code: z.string(), ...Span.shape, message: z.string() })
export type Diagnostic = Readonly<z.infer<typeof Diagnostic>>

/** The code of a judgement on who is who that was applied in reading; its message is what the graph keeps of it. */
export const JUDGED = 'judged-identity'
