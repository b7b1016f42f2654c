import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { findQuantities } from '../../src/amounts/find-quantities.ts'
import { loadAmountSeeds } from '../../src/amounts/lexicon.ts'
import type { Kit, Seeds } from '../../src/kit.ts'
import type { Quantity } from '../../src/model/quantity.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { toDocument } from '../../src/nlp/to-document.ts'
import { readSeed } from '../../src/read-seed.ts'
import { findTimes } from '../../src/times/find-times.ts'
import { TimeWords } from '../../src/times/lexicon.ts'
import { marked } from '../support/marked.ts'
import { articleOf } from '../support/reader.ts'

let kit: Kit
beforeAll(async () => {
  const engine = await createEngine({ engine: 'fast' })
  const seeds = { amounts: loadAmountSeeds(readSeed), times: readSeed('lexicon/time-words.json', TimeWords) }
  kit = { engine, seeds: seeds as unknown as Seeds }
})

async function amountsIn(text: string): Promise<Quantity[]> {
  const document = await toDocument({ ...articleOf(text), publishedAt: '2025-10-24' }, kit.engine)
  return findQuantities(document, findTimes(document, kit), kit)
}

/** "[min, max] ~ kind unit" with round brackets for open ends. */
const shown = ({ min, max, minOpen, maxOpen, approximate, kind, unit }: Quantity): string =>
  `${minOpen ? '(' : '['}${min ?? '-∞'}, ${max ?? '∞'}${maxOpen ? ')' : ']'}${approximate ? ' ~' : ''} ${kind}${unit ? ` ${unit}` : ''}`

const TABLE: readonly (readonly [sentence: string, ...amounts: string[]])[] = [
  ['[More than 10,000] troops had left.', '(10000, ∞) count troop'],
  ['[At least 12] people were hurt.', '[12, ∞) count person'],
  ['[Up to 2,000] workers were hired.', '(-∞, 2000] count worker'],
  ['[Fewer than 40] ships remain.', '(-∞, 40) count ship'],
  ['[No fewer than 90] homes burned.', '[90, ∞) count home'],
  ['[Around 2,000] soldiers crossed.', '[2000, 2000] ~ count soldier'],
  ['[Between 10,000 and 12,000] soldiers crossed.', '[10000, 12000] count soldier'],
  ['[10 to 12 million tonnes] of grain', '[10000000, 12000000] dimension ton'],
  ['a loan of [$2-3bn]', '[2000000000, 3000000000] money USD'],
  ['[Dozens] of homes burned.', '[24, 100) ~ count home'],
  ['[tens of thousands] of people', '[20000, 100000) ~ count person'],
  ['[nearly half a million] people', '[500000, 500000] ~ count person'],
  ['a [10,000-strong] force', '[10000, 10000] count person'],
  ['[twenty-one thousand and three] books', '[21003, 21003] count book'],
  ['[Two thirds] of voters agreed.', '[0.666666666666667, 0.666666666666667] number'],
  ['[one in five] residents', '[0.2, 0.2] number'],
  ['[500 or more] homes', '[500, ∞) count home'],
  ['[more than 100 and less than 300] homes', '(100, 300) count home'],
  [
    'It earned [$4.1 billion], or [€3.9bn].',
    '[4100000000, 4100000000] money USD',
    '[3900000000, 3900000000] money EUR',
  ],
  ['It cost [US$ 300,000] and [200 yuan].', '[300000, 300000] money USD', '[200, 200] money CNY'],
  ['Sales fell [12.5 percent].', '[12.5, 12.5] percent percent'],
  [
    'Rates rose [0.25 percentage points] to [4.5%].',
    '[0.25, 0.25] percent percentage point',
    '[4.5, 4.5] percent percent',
  ],
  ['The [45-year-old] driver was fined.', '[45, 45] age year'],
  ['Ann Lee, [45], was fined.', '[45, 45] age year'],
  ['a boy [aged 12]', '[12, 12] age year'],
  ['a [3-inch] pipe, [120 metres] long', '[3, 3] dimension inch', '[120, 120] dimension meter'],
  ['He is [5 feet 6 inches] tall.', '[5.5, 5.5] dimension foot'],
  [
    'winds of [90 km/h] and [35 degrees Celsius]',
    '[90, 90] dimension kilometer per hour',
    '[35, 35] temperature degree Celsius',
  ],
  ['a [12]-nation summit', '[12, 12] count nation'],
  ['a small [percentage] of voters', '(-∞, ∞) ~ percent percent'],
  ['It is the [third] attack this week.', '[3, 3] ordinal'],
  ['The mine sheds [40 tonnes] of dust a year.', '[40, 40] dimension ton per year'],
  ['It builds [300] cars a day.', '[300, 300] count car per day'],
  ['a link of [48 kbps]', '[48, 48] dimension kilobit per second'],
  ['It cut costs by [a third].', '[0.333333333333333, 0.333333333333333] number'],
  ['[Almost half] the members left.', '[0.5, 0.5] ~ number'],
  ['Children [under five] and people [over 65] travel free.', '(-∞, 5) age year', '(65, ∞) age year'],
  ['babies [aged between six and 23 months]', '[6, 23] age month'],
  ['She is [34].', '[34, 34] age year'],
  ['The survey put the magnitude at [6.1].', '[6.1, 6.1] dimension magnitude'],
  ['costs of [120 MEUR]', '[120000000, 120000000] money EUR'],
  ['It cost [thirteen dollars forty five].', '[13.45, 13.45] money USD'],
  ['[two hundred and fifty-four hundredths]', '[200.54, 200.54] number'],
  ['[Twice] as many guests came.', '[2, 2] number multiple'],
  ['It sold [more than three times] more cars than Audi.', '(3, ∞) number multiple'],
  [
    'Profit was [double] the figure of Audi; prices rose [tenfold].',
    '[2, 2] number multiple',
    '[10, 10] number multiple',
  ],
  ['[A third] fewer guests came.', '[0.333333333333333, 0.333333333333333] number'],
  ['They earn [$15] an hour and pay [€900] a month.', '[15, 15] money USD per hour', '[900, 900] money EUR per month'],
  ['Oil costs [$82] per barrel.', '[82, 82] money USD per barrel'],
  ['She paid [$5 million] a year later.', '[5000000, 5000000] money USD'],
  ['His score is [200].', '[200, 200] number'],
  ['The price is up from [40] to [55 euros].', '[40, 40] money EUR', '[55, 55] money EUR'],
  ['Profit rose from [$5 million] to [$9 million].', '[5000000, 5000000] money USD', '[9000000, 9000000] money USD'],
]

describe('amounts as intervals', () => {
  test.each(TABLE)('%s', async (source, ...amounts) => {
    const { text, spans } = marked(source)
    const found = await amountsIn(text)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    )
    expect(found.map(shown)).toEqual(amounts)
  })

  test.each([
    'The 11th Corps and the 810th Marine Brigade left.',
    'They won 3-1 under Section 5.',
    'On 27 April 2026 it opened at 15:30.',
    'The KN-23, the F16 and the B-52 flew.',
    'They meet twice a week and met three times in May.',
    'A double murder shook the five times champion.',
    'He wore the number 11 shirt in the phase 3 trials.',
    'A category 4 storm hit.',
    'That one is good; they like one another.',
    'Call 555-123-4567 now.',
    'See [12] and [14].',
    'It has a constructor and a prototype.',
  ])('finds no amount in %s', async (text) => {
    expect(await amountsIn(text)).toEqual([])
  })
})

test('what is counted is the noun phrase', async () => {
  const text = 'About 600 of the 4,700 casualties died.'
  const [some, all] = await amountsIn(text)
  expect([some, all].map((amount) => text.slice(amount!.noun!.start, amount!.noun!.end))).toEqual([
    'casualties',
    'casualties',
  ])
})

test('amounts cover their text, do not overlap and never fail, whatever the text', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '10,000',
      ' to ',
      '-',
      '$',
      '%',
      ' million',
      'half a ',
      ' and ',
      '2.5',
      'bn',
      ' thirds',
      '°',
      '½',
      '1/2',
      'more than ',
      'two',
      ' of the ',
      '/',
      '^',
      '+',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      const text = pieces.join('')
      let end = 0
      for (const amount of await amountsIn(text)) {
        expect(amount.start).toBeGreaterThanOrEqual(end)
        expect(text.slice(amount.start, amount.end)).toBe(amount.text)
        expect(amount.min === null || amount.max === null || amount.min <= amount.max).toBe(true)
        expect(amount.min === null && !amount.minOpen).toBe(false)
        end = amount.end
      }
    }),
    { numRuns: 150 },
  )
})
