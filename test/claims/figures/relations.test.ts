import { describe, expect, test } from 'vitest'
import { toDocument } from '../../../src/nlp/to-document.ts'
import { understand } from '../../../src/pipeline.ts'
import { articleOf, theEngine, theKit } from '../../support/reader.ts'

const read = async (text: string) =>
  understand(await toDocument({ ...articleOf(text), publishedAt: '2025-10-24' }, await theEngine()), await theKit())

/** The claims of a sentence printed on Friday, 24 October 2025: "words that carry it" with their roles and their time. */
async function claimsOf(text: string) {
  const { claims, times } = await read(text)
  return claims.map(({ predicate, roles, time }) => ({
    predicate,
    roles: roles.map(({ role, value }) => `${role}: ${value.text}`),
    time: times.find(({ id }) => id === time)?.text ?? null,
  }))
}

describe('what an amount is compared with is not when it was', () => {
  test.each([
    ['The zoo had twice as many visitors as last year.', 'have', 'compared with: last year', null],
    ['Output is 40 percent higher than in 2019.', 'be', 'compared with: 2019', null],
    ['In 2024 the port handled more ships than in 2019.', 'handle', 'compared with: 2019', '2024'],
    ['The mill sold 300 tonnes in May, compared with 250 in May 2024.', 'sell', 'compared with: May 2024', 'May'],
    ['The mill sold 300 tonnes, against 410 last year.', 'sell', 'compared with: last year', null],
    ['Exports rose to 4,300 cars from 3,840 a year earlier.', 'rise to', 'compared with: a year earlier', null],
    ['Sales were up 4 percent on 2023.', 'be', 'compared with: 2023', null],
  ])('%s', async (text, predicate, role, time) => {
    const claim = (await claimsOf(text)).find((one) => one.predicate === predicate)
    expect(claim?.roles).toContain(role)
    expect(claim?.time).toBe(time)
  })
})

test.each([
  ['Some 1.2 million eggs were recalled in 14 states.', 'be recall in', 'Some 1.2 million'],
  ['The mill sold 300 tonnes in 12 towns.', 'sell', '300 tonnes'],
  ['Exports rose to 4,300 cars.', 'rise to', '4,300'],
  ['Wages rose from 2,900 euros in 2023 to 3,050 euros in 2024.', 'rise from', '3,050 euros'],
  ['Some 4,200 cases were recorded, 12 percent fewer than the week before.', 'be record', 'Some 4,200'],
])('the amount of a claim is of what it tells, not of where: %s', async (text, predicate, amount) => {
  const { claims, quantities } = await read(text)
  const claim = claims.find((one) => one.predicate === predicate)
  expect(quantities.find(({ id }) => id === claim?.quantity)?.text).toBe(amount)
})

test.each([
  ['Police arrested 14 people on Saturday night and nine on Sunday morning.', 'nine', 'Sunday morning'],
  ['During the 2022-23 school year, 14 schools closed.', '14', '2022-23'],
  ['The ferry sank with 14 people on the night of 12 to 13 August.', '14', 'the night of 12 to 13 August'],
])('the time of an amount: %s', async (text, amount, time) => {
  const { claims, quantities, times } = await read(text)
  const quantity = quantities.find((one) => one.text === amount)!
  const claim =
    claims.find(
      (one) => one.quantity === quantity.id || one.roles.some(({ value }) => value.start === quantity.start),
    ) ?? claims[0]
  expect(times.find(({ id }) => id === claim?.time)?.text).toBe(time)
})

test('one length is one', async () => {
  const { claims } = await read('The court sentenced Ana Ruiz to two years and nine months in prison.')
  expect(claims.filter(({ type }) => type === 'SENTENCED_TO')).toHaveLength(1)
})

test('a number defeats nobody', async () => {
  const { claims } = await read('The number of bakers fell from 4,100 in 2010 to 2,950 last year.')
  expect(claims.map(({ type }) => type)).not.toContain('DEFEATED')
})

describe('when something is known to be so is not when it happened', () => {
  test.each([
    ['As of Tuesday, 300 homes had power.', 'have', 'as of: Tuesday', null],
    ['As of 3 p.m. on Tuesday, 300 homes had power.', 'have', 'as of: 3 p.m. on Tuesday', null],
    ['The fund owned 12 mills as of 30 June 2024.', 'own', 'as of: 30 June 2024', null],
  ])('%s', async (text, predicate, role, time) => {
    const claim = (await claimsOf(text)).find((one) => one.predicate.startsWith(predicate))
    expect(claim?.roles).toContain(role)
    expect(claim?.time).toBe(time)
  })
})

describe('the day on which it was said is not the day of what was said', () => {
  test.each([
    ['Ana Ruiz said on Wednesday that the bridge had fallen.', 'fall', null],
    ['The bridge fell on Monday, the mayor said on Wednesday.', 'fall', 'Monday'],
    ['Officials confirmed on Tuesday that 12 wells ran dry in May.', 'run', 'May'],
  ])('%s', async (text, predicate, time) => {
    const claim = (await claimsOf(text)).find((one) => one.predicate.startsWith(predicate))
    expect(claim).toBeDefined()
    expect(claim?.time).toBe(time)
  })
})
