import { z } from 'zod'
import { Span } from './span.ts'

export const QuantityKind = z.enum([
  'count',
  'number',
  'ordinal',
  'percent',
  'money',
  'age',
  'dimension',
  'temperature',
])

/**
 * An amount as an interval. `value` is null for a bare range; `min`/`max` null when that end is unknown (unbounded); an open end
 * does not belong to the interval ("more than 10,000" → min 10000, minOpen). `unit` is singular English or an ISO 4217 code; `noun` is what is counted.
 */
export const Quantity = z.object({
  id: z.string(),
  sentence: z.string(),
  ...Span.shape,
  text: z.string(),
  kind: QuantityKind,
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  minOpen: z.boolean(),
  maxOpen: z.boolean(),
  approximate: z.boolean(),
  unit: z.string().nullable(),
  noun: Span.nullable(),
})
export type Quantity = Readonly<z.infer<typeof Quantity>>

/**
 * A time as precise as it was given. `value` is ISO 8601 cut to what is known ("2015", "2015-08", "2015-W07", "2022-SU", "197X", "15:00", "P3D"), null when only an
 * unanchored expression is known; `from`/`to` (both included, ISO prefixes) bound it where they can be known. `anchor` says what a relative time was counted from.
 */
export const TimeExpression = z.object({
  id: z.string(),
  sentence: z.string(),
  ...Span.shape,
  text: z.string(),
  value: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  precision: z.enum([
    'second',
    'minute',
    'hour',
    'day',
    'week',
    'weekend',
    'month',
    'quarter',
    'season',
    'half',
    'year',
    'decade',
    'century',
    'unknown',
  ]),
  anchor: z.enum(['explicit', 'publication', 'document', 'none']),
  kind: z.enum(['date', 'time', 'duration', 'set']),
})
export type TimeExpression = Readonly<z.infer<typeof TimeExpression>>
