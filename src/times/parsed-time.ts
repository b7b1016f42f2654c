import type { Edge } from './lookup.ts'
import type { Duration } from './parse-duration.ts'
import type { Stretch } from './parse-stretch.ts'
import type { Clock, PlacedPoint, Point, Step } from './point.ts'

/** A time expression as it is said. `at` is its first lexeme. */
export type ParsedTime = { readonly at: number; readonly next: number } & (
  | { readonly type: 'point'; readonly point: Point }
  | { readonly type: 'range'; readonly from: Point; readonly to: Point; readonly parts: readonly PlacedPoint[] }
  | { readonly type: 'clocks'; readonly from: Clock; readonly to: Clock; readonly date?: Point }
  | { readonly type: 'edge'; readonly edge: Edge; readonly part: PlacedPoint }
  | { readonly type: 'span'; readonly start: PlacedPoint; readonly steps: readonly Step[] }
  | {
      readonly type: 'stretch'
      readonly steps: readonly Step[]
      readonly side: Stretch['side']
      readonly part: PlacedPoint
    }
  | { readonly type: 'beyond'; readonly more: boolean; readonly part: PlacedPoint }
  | { readonly type: 'duration'; readonly duration: Duration }
  | { readonly type: 'lengths'; readonly least: readonly Step[]; readonly most: readonly Step[] }
  | { readonly type: 'set'; readonly value: string | null }
)
