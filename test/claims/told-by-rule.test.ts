import { expect, test } from 'vitest'
import { understand } from '../../src/pipeline.ts'
import { documentOf, theKit } from '../support/reader.ts'

const typed = async (text: string) =>
  understand(await documentOf(text), await theKit()).claims.filter(({ type }) => type !== 'STATES')

test.each([
  ['China did not take part in the talks.', 'ATTENDED', 'denied'],
  ['China took part in the talks.', 'ATTENDED', 'affirmed'],
])('a light verb denies what its noun says: %s', async (text, type, polarity) => {
  expect((await typed(text)).filter((claim) => claim.type === type).map((claim) => claim.polarity)).toEqual([polarity])
})

test.each([
  ['Kenyan forces contributed to the harvest in Haiti.', 'DEPLOYED_TO'],
  ['The bank denied that it would close any plant in England.', 'LOCATED_IN'],
])('says nothing of the kind: %s', async (text, type) => {
  expect((await typed(text)).map((claim) => claim.type)).not.toContain(type)
})

test('who remembers or attends is not the country behind', async () => {
  const [attended] = await typed('Senior Chilean officials attended the opening in Lima.')
  expect(attended!.subject).toMatchObject({ text: 'Senior Chilean officials' })
  const [remembers] = await typed('The museum commemorates Kenyan soldiers.')
  expect(remembers!.object).toMatchObject({ text: 'Kenyan soldiers' })
})

test('of two speakers set against each other each speaks for itself', async () => {
  const claims = await typed(
    'Nairobi said that 40 Kenyan soldiers had been killed, while Haitian officials said that Kenya withdrew several units.',
  )
  expect(claims.find(({ type }) => type === 'WITHDREW_FROM')!.attribution).toHaveLength(2)
})

test('a figure of another speaker has no time of the first', async () => {
  const claims = await typed(
    'Kenya has sent 900 soldiers to Haiti since March 2024, the minister said. Washington speaks of 1,100.',
  )
  expect(claims.map(({ time }) => time !== null)).toEqual([true, false])
})
