import type { Day } from './calendar.ts'
import type { Part, TimeUnit } from './lexicon.ts'

/** What is said of a time of day. */
export interface Clock {
  readonly hour: number
  readonly minute?: number
  readonly second?: number
  /** Neither am nor pm nor 24 hours were said. */
  readonly vague?: boolean
}

/**
 * A point or stretch of time as it is said, before it is known what it is counted from. Only what was said is set.
 * `next` is the index of the lexeme after it.
 */
export interface Point {
  readonly next: number
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** 0 is Sunday */
  readonly weekday?: number
  /** The nth such weekday (or week) of the month or year; -1 is the last. */
  readonly nth?: number
  readonly week?: number
  readonly quarter?: number
  readonly half?: number
  readonly season?: 'SP' | 'SU' | 'FA' | 'WI'
  /** 1990, or 90 where the century was left out */
  readonly decade?: number
  /** The first year of it: 1800 */
  readonly century?: number
  readonly holiday?: string
  readonly named?: readonly [string, string]
  readonly part?: Part
  /** "today", "tomorrow": days from publication */
  readonly days?: number
  /** "last month", "the following day": whole units from the base's own */
  readonly turn?: { readonly unit: TimeUnit; readonly by: number; readonly base: Base }
  /** "two years ago", "a month later"; `few`: the number is not known */
  readonly shift?: {
    readonly steps: readonly Step[]
    readonly sign: 1 | -1
    readonly base: Base | Point
    readonly few: boolean
    /** Saturdays and Sundays do not count. */
    readonly business?: boolean
  }
  /** "the past three weeks", "within 10 days" */
  readonly window?: {
    readonly steps: readonly Step[]
    readonly sign: 1 | -1
    readonly few: boolean
    /** "within" counts today, "the next" begins tomorrow. */
    readonly fromToday?: boolean
  }
  /** "earlier this year", "the rest of the week" */
  readonly side?: 'before' | 'after'
  readonly clock?: Clock
  readonly dayPart?: readonly [number, number]
  readonly yearTurn?: number
  readonly monthTurn?: number
  readonly weekTurn?: number
  /** "two Sundays from now": the nth such weekday after (or before, when negative) publication */
  readonly weekdaysOn?: number
  /** What its year or day was taken from, where the words do not say it: the other end of a range. */
  readonly derived?: Reading['anchor']
  /** The date this is a part of, complete by its own words: "Saturday" in "Saturday night", "1990" in "the end of 1990". */
  readonly core?: PlacedPoint
  /** Years before Christ: known, but not to be written in ISO. */
  readonly bc?: boolean
}

/** A date inside a longer expression, complete by its own words: "1947" and "1960" in "from 1947 to 1960". */
export interface PlacedPoint {
  readonly at: number
  readonly point: Point
}

/** `told`: the unit the text is telling of, its own or the last one named ("the end of the year") */
export type Base = 'publication' | 'document' | 'told'

export interface Step {
  readonly count: number
  readonly unit: TimeUnit
}

/** A resolved time. `from` and `to` are ISO prefixes, both included. */
export interface Reading {
  readonly value: string | null
  readonly from: string | null
  readonly to: string | null
  readonly precision: Precision
  readonly anchor: 'explicit' | 'publication' | 'document' | 'none'
}

export type Precision =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'unknown'

/** The day (and minute) relative times are counted from. `days` are the first and last day it may be. */
export interface Reference {
  readonly days: readonly [Day, Day]
  readonly prefix: string
  readonly minutes?: number
}
