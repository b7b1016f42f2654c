import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Amount, type Period, relateAmounts, relatePeriods } from '../../src/model/interval.ts'

const exactly = (value: number): Amount => ({
  min: value,
  max: value,
  minOpen: false,
  maxOpen: false,
  approximate: false,
})
const about = (value: number): Amount => ({ ...exactly(value), approximate: true })
const above = (value: number): Amount => ({ min: value, max: null, minOpen: true, maxOpen: true, approximate: false })
const upTo = (value: number): Amount => ({ min: null, max: value, minOpen: true, maxOpen: false, approximate: false })

describe('amounts', () => {
  test.each([
    [exactly(600), exactly(600), 'agrees'],
    [exactly(600), exactly(700), 'disjoint'],
    [above(10_000), exactly(12_000), 'refines'],
    [above(10_000), exactly(10_000), 'disjoint'],
    [upTo(2000), exactly(2000), 'refines'],
    [about(2000), exactly(2150), 'refines'],
    [about(2000), exactly(2300), 'disjoint'],
    [above(10), upTo(20), 'agrees'],
  ])('%j and %j: %s', (a, b, relation) => {
    expect(relateAmounts(a, b)).toBe(relation)
  })
})

const amount = fc
  .record({
    min: fc.option(fc.integer({ min: -1000, max: 1000 })),
    width: fc.option(fc.nat(500)),
    minOpen: fc.boolean(),
    maxOpen: fc.boolean(),
    approximate: fc.boolean(),
  })
  .map(({ min, width, minOpen, maxOpen, approximate }): Amount => {
    const max = width === null ? null : (min ?? 0) + width
    const wide = min === null || max === null || max > min
    return {
      min,
      max,
      minOpen: min === null || (minOpen && wide),
      maxOpen: max === null || (maxOpen && wide),
      approximate,
    }
  })

const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
const prefix = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.toISOString().slice(0, length))
const period = fc.tuple(fc.option(prefix), fc.option(prefix)).map(([a, b]): Period => {
  if (a === null || b === null) return { from: a, to: b }
  return a <= b ? { from: a, to: b } : { from: b, to: a }
})

describe('for all amounts and times', () => {
  test('the relation is the same both ways', () => {
    fc.assert(fc.property(amount, amount, (a, b) => relateAmounts(a, b) === relateAmounts(b, a)))
    fc.assert(fc.property(period, period, (a, b) => relatePeriods(a, b) === relatePeriods(b, a)))
  })

  test('everything known agrees with itself', () => {
    fc.assert(
      fc.property(amount, (a) => relateAmounts(a, a) === (a.min === null && a.max === null ? 'unknown' : 'agrees')),
    )
    fc.assert(
      fc.property(period, (a) => relatePeriods(a, a) === (a.from === null && a.to === null ? 'unknown' : 'agrees')),
    )
  })

  test('a number that both contain keeps two amounts from being disjoint', () => {
    const contains = ({ min, max, minOpen, maxOpen }: Amount, value: number): boolean =>
      (min === null || value > min || (value === min && !minOpen)) &&
      (max === null || value < max || (value === max && !maxOpen))
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: -1200, max: 1700 }), (a, b, value) => {
        fc.pre(contains(a, value) && contains(b, value))
        return relateAmounts(a, b) !== 'disjoint'
      }),
    )
  })

  test('a day lies in its month and its year', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7), (date, length) => {
        const text = date.toISOString()
        const whole = { from: text.slice(0, length), to: text.slice(0, length) }
        return relatePeriods({ from: text.slice(0, 10), to: text.slice(0, 10) }, whole) === 'refines'
      }),
    )
  })
})
