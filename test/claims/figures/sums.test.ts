import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/pipeline.ts'
import { shownAmount } from '../../support/amounts.ts'
import { marked } from '../../support/marked.ts'
import { documentOf, theKit } from '../../support/reader.ts'

const read = async (text: string) => understand(await documentOf(text), await theKit())

/** What nobody says in one number: the words in brackets that add up, and to how much. */
const SUMS: readonly (readonly [sentence: string, ...sums: string[]])[] = [
  ['[Three men and two women] were killed.', '[5, 5] count person'],
  ['[A man and two women] were hurt in a fire.', '[3, 3] count person'],
  ['The fire killed [four nurses, three patients and a doctor].', '[8, 8] count person'],
  ['[The driver and two passengers] died near Arica.', '[3, 3] count person'],
  ['[Ana Ruiz and two others] were hurt in the crash.', '[3, 3] count person'],
  ['The blaze destroyed [12 cars and three lorries].', '[15, 15] count vehicle'],
  ['[Three Dutch and two Belgian sailors] were rescued.', '[5, 5] count sailor'],
  ['[At least six teachers and more than 20 pupils] fell ill.', '(26, ∞) count person'],
  ['[About 40 adults and 12 children] were taken in.', '[52, 52] ~ count person'],
  ['[Two boys and a girl] drowned in the lake.', '[3, 3] count child'],
  ['Customs men found [140 houses and 12 flats] empty.', '[152, 152] count home'],
  ['[A mother and her three children] are missing.', '[4, 4] count person'],
]

describe('amounts in words add up', () => {
  test.each([...SUMS])('%s', async (source, ...sums) => {
    const { text, spans } = marked(source)
    const { quantities } = await read(text)
    const found = quantities.filter((one) =>
      quantities.some((part) => part !== one && part.start >= one.start && part.end <= one.end),
    )
    expect(found.map((one) => one.text)).toEqual(spans.map(({ start, end }) => text.slice(start, end)))
    expect(found.map(shownAmount)).toEqual(sums)
  })
})

describe('what does not add up', () => {
  test.each([
    'Three men were killed and two women were hurt.',
    'Five people, three men and two women, were killed.',
    'At least 14 people, including six women and eight men, were hurt.',
    'Three men or two women were seen.',
    'The farm sold 12 cows and three tractors.',
    'Three men and several women were killed.',
    'He has two houses and three children.',
  ])('%s', async (text) => {
    const { quantities } = await read(text)
    expect(
      quantities.filter((one) =>
        quantities.some((part) => part !== one && part.start >= one.start && part.end <= one.end),
      ),
    ).toEqual([])
  })
})

/** The roles of the claim that has the amount: "part: two women". */
const rolesAt = async (text: string, amount: string): Promise<string[]> => {
  const { claims, quantities } = await read(text)
  const quantity = quantities.find((one) => one.text === amount)!
  return claims
    .filter((claim) => claim.quantity === quantity.id)
    .flatMap(({ roles }) => roles.map(({ role, value }) => `${role}: ${value.text}`))
}

describe('parts and wholes', () => {
  test.each([
    ['At least 14 people, including four children, were killed in a crash near Arica.', 'At least 14', 'part: four'],
    ['Five people, three men and two women, were killed in a fire in Arica.', 'Five', 'part: three'],
    ['Five people, three men and two women, were killed in a fire in Arica.', 'Five', 'part: two'],
    ['Police arrested nine men, two of them soldiers.', 'nine', 'part: two'],
    ['The blaze destroyed 12 cars and three lorries.', '12 cars and three lorries', 'part: 12'],
    ['The blaze destroyed 12 cars and three lorries.', '12 cars and three lorries', 'part: three'],
    ['Some 600 of the 4,700 casualties were killed.', 'Some 600', 'total: 4,700'],
    ['Twelve of the 31 wounded are children.', 'Twelve', 'total: 31'],
    ['A teacher and 22 pupils were treated in hospital.', 'A teacher and 22 pupils', 'part: 22'],
    ['Half of the 1,200 jobs will go.', 'Half', 'total: 1,200'],
    ['A further 30 cases were confirmed, taking the total to 1,204.', '30', 'more: further'],
    ['Another 12 people were arrested in Porto.', '12', 'more: Another'],
    ['Two more workers died in hospital.', 'Two', 'more: more'],
  ])('%s (%s)', async (text, amount, role) => {
    expect(await rolesAt(text, amount)).toContain(role)
  })
})

describe('a sum is of the measure that its parts are of', () => {
  const QUAKE = 'An earthquake struck northern Chile on Monday.'
  test.each([
    [`${QUAKE} Three men and two women were killed.`, 'Three men and two women', 'killed'],
    [`${QUAKE} It injured four nurses and three patients.`, 'four nurses and three patients', 'wounded'],
    [`${QUAKE} A man and his two sons are missing.`, 'A man and his two sons', 'missing'],
    ['A fire in Arica on Monday killed Ana Ruiz and two others.', 'Ana Ruiz and two others', 'killed'],
  ])('%s', async (text, amount, measure) => {
    expect(await rolesAt(text, amount)).toContain(`${measure}: ${amount}`)
  })
})
