import { describe, expect, test } from 'vitest'
import { amountsIn, shownAmount } from '../support/amounts.ts'
import { marked } from '../support/marked.ts'

/** Sentences of many fields; the amounts in brackets, in order, each with its interval, kind and unit. */
type Table = readonly (readonly [sentence: string, ...amounts: string[]])[]

const BLURRED: Table = [
  ['[Dozens] of shops closed.', '[24, 100) ~ count shop'],
  ['[Scores] of sheep drowned.', '[40, 200) ~ count sheep'],
  ['[Several hundred] fans waited outside.', '[300, 1000) ~ count fan'],
  ['[A handful] of pupils stayed.', '[2, 6) ~ count pupil'],
  ['Only [a handful] of the [40] wells still give water.', '[2, 6) ~ count well', '[40, 40] count well'],
  ['[Nearly 900] trees fell.', '[900, 900] ~ count tree'],
  ['[No fewer than 14] judges resigned.', '[14, ∞) count judge'],
  ['[As many as 300] hives were lost.', '(-∞, 300] count hive'],
  ['[Up to 40] jobs may go.', '(-∞, 40] count job'],
  ['[Between 30 and 40] jobs may go.', '[30, 40] count job'],
  ['[A couple of dozen] boats were lost.', '[24, 30) ~ count boat'],
  ['[Just under 500] homes lost power.', '(-∞, 500) count home'],
  ['[More than a dozen] boats were lost.', '(12, ∞) count boat'],
  ['[Upwards of 70] lambs were born.', '[70, ∞) count lamb'],
  ['The dam holds [70 million cubic metres or so].', '[70000000, 70000000] ~ dimension cubic meter'],
  ['[An estimated 2,400] seals live there.', '[2400, 2400] ~ count seal'],
  ['[Around 30-40] people came.', '[30, 40] ~ count person'],
  ['[Tens of millions of euros] were lost.', '[20000000, 100000000) ~ money EUR'],
  ['[Close to 60] wells ran dry.', '[60, 60] ~ count well'],
]

const MEASURED: Table = [
  ['Winds of [90 to 110 kilometres an hour] were measured.', '[90, 110] dimension kilometer per hour'],
  ['Oil rose to [$45] a barrel.', '[45, 45] money USD per barrel'],
  ['Each farm got [300 euros] per head of cattle.', '[300, 300] money EUR per head'],
  ['The price of rice is [1,200 pesos] per sack.', '[1200, 1200] money MXN per sack'],
  ['The levy raises [40p] a litre.', '[40, 40] money penny per litre'],
  ['It was [12 degrees] in Arica.', '[12, 12] dimension degree'],
  ['Temperatures fell to [minus 12C].', '[-12, -12] temperature degree Celsius'],
  [
    'The lake warmed to [21C] and the air to [88F].',
    '[21, 21] temperature degree Celsius',
    '[88, 88] temperature degree Fahrenheit',
  ],
  ['Temperatures fell to [-4 °C].', '[-4, -4] temperature degree Celsius'],
  ['A [6.1-magnitude] quake shook Arica.', '[6.1, 6.1] dimension magnitude'],
  ['A [magnitude-6.1] quake shook Arica.', '[6.1, 6.1] dimension magnitude'],
  ['A quake of [magnitude 6.1] shook Arica.', '[6.1, 6.1] dimension magnitude'],
  ['The pond is [4] by [6 metres].', '[4, 4] dimension meter', '[6, 6] dimension meter'],
  ['The rate was cut by [25 basis points] to [3.75%].', '[25, 25] percent basis point', '[3.75, 3.75] percent percent'],
  ['The plant makes [20,000] bottles an hour.', '[20000, 20000] count bottle per hour'],
  ['They pay [some €1,150] over ten years.', '[1150, 1150] ~ money EUR'],
  ['It will reach [43C] on the coast; she sat in seat 12C.', '[43, 43] temperature degree Celsius'],
  ['The mill cost [300 million Swedish crowns].', '[300000000, 300000000] money SEK'],
  ['Shares fell to [212.40 crowns].', '[212.4, 212.4] money crown'],
  ['Thieves took [two] crowns.', '[2, 2] count crown'],
  [
    'The fire burned [4,300 hectares], up from [2,900].',
    '[4300, 4300] dimension hectare',
    '[2900, 2900] dimension hectare',
  ],
  ['The ship is [180 metres] long and [32] wide.', '[180, 180] dimension meter', '[32, 32] dimension meter'],
  [
    'The line carries [40,000] riders, down from the [52,000] of 2019.',
    '[40000, 40000] count rider',
    '[52000, 52000] count rider',
  ],
  ['Of the pupils, [38] hens were tested, of which [31] were ill.', '[38, 38] count hen', '[31, 31] count hen'],
  ['The toll stood at [29].', '[29, 29] count person'],
  [
    '[12 percent] is paid by the town and [a further third] by the region.',
    '[12, 12] percent percent',
    '[0.333333333333333, 0.333333333333333] number',
  ],
  ['They voted for it by [31] to [22] four years ago.', '[31, 31] count vote', '[22, 22] count vote'],
  ['[Some two dozen] people, [half] of them tourists, fell ill.', '[24, 24] ~ count person', '[0.5, 0.5] number'],
  ['He came on as a half-time substitute and threw a score at him.'],
  ['She turned [50] last month.', '[50, 50] age year'],
  ['Rosa Amati, now [88], taught him.', '[88, 88] age year'],
  ['His last paper came at the age of [86].', '[86, 86] age year'],
  ['A woman in [her thirties] won.', '[30, 39] ~ age year'],
  ['A tired runner of [52] collapsed.', '[52, 52] age year'],
  ['A boy of [nine] was hurt.', '[9, 9] age year'],
  ['Both men are in [their late 40s].', '[45, 49] ~ age year'],
  ['He died in [his early 80s].', '[80, 84] ~ age year'],
  ['The siblings, [aged 9] and [12], were found.', '[9, 9] age year', '[12, 12] age year'],
  [
    '[Three] men, [aged 19], [22] and [40], were held.',
    '[3, 3] count man',
    '[19, 19] age year',
    '[22, 22] age year',
    '[40, 40] age year',
  ],
  ['A man [aged between 30 and 35] was seen.', '[30, 35] age year'],
]

const MONEY: Table = [
  ['It costs [Rs 4 crore].', '[40000000, 40000000] money INR'],
  ['The state lent [30 lakh rupees].', '[3000000, 3000000] money INR'],
  ['It raised [€1.2 bn] and [£300m].', '[1200000000, 1200000000] money EUR', '[300000000, 300000000] money GBP'],
  [
    'It paid [C$40 million] and [HK$300 million].',
    '[40000000, 40000000] money CAD',
    '[300000000, 300000000] money HKD',
  ],
  ['He got a [30,000-pound] fine.', '[30000, 30000] money GBP'],
  ['A [4-billion-euro] plan was drawn up.', '[4000000000, 4000000000] money EUR'],
  ['It paid [R4.5 million], or [4.5m rand].', '[4500000, 4500000] money ZAR', '[4500000, 4500000] money ZAR'],
  ['It paid [200m roubles].', '[200000000, 200000000] money RUB'],
  ['The club paid [12m euros] for him.', '[12000000, 12000000] money EUR'],
  ['It paid [2.3 trillion won].', '[2300000000000, 2300000000000] money KRW'],
  ['A ticket costs [9,000 won].', '[9000, 9000] money KRW'],
  ['It paid [N40 billion] in fees.', '[40000000000, 40000000000] money NGN'],
  ['The yard earned [$20-25 million].', '[20000000, 25000000] money USD'],
  ['It paid [between $20 and $25 million].', '[20000000, 25000000] money USD'],
  ['It paid [A$40m] ([$26m]).', '[40000000, 40000000] money AUD', '[26000000, 26000000] money USD'],
  [
    'The tunnel cost [40 million Danish kroner] and [3m Swedish kronor].',
    '[40000000, 40000000] money DKK',
    '[3000000, 3000000] money SEK',
  ],
]

const CHANGED: Table = [
  ['Exports rose [12 percent] to [4,300] cars.', '[12, 12] percent percent', '[4300, 4300] count car'],
  ['Exports were up [12%] to [$4.3 billion].', '[12, 12] percent percent', '[4300000000, 4300000000] money USD'],
  ['The herd shrank [8 percent] to [19,000] sheep.', '[8, 8] percent percent', '[19000, 19000] count sheep'],
  ['The route was cut by [30 km] to [45].', '[30, 30] dimension kilometer', '[45, 45] number'],
  ['The price trebled from [2 euros] to [6 euros].', '[2, 2] money EUR', '[6, 6] money EUR'],
  ['The fee was halved from [40 dollars] to [20 dollars].', '[40, 40] money USD', '[20, 20] money USD'],
  [
    'Membership fell by [a third] from [900].',
    '[0.333333333333333, 0.333333333333333] number',
    '[900, 900] count person',
  ],
  ['The zoo had [twice] as many visitors as last year.', '[2, 2] number multiple'],
  ['Rents are [three times] the average.', '[3, 3] number multiple'],
  ['The town has [300] fewer residents than in 2010.', '[300, 300] count resident'],
  ['[Two] more miners died.', '[2, 2] count miner'],
  ['[One in five] pupils is absent.', '[0.2, 0.2] number'],
  ['[Three out of four] nurses have left.', '[0.75, 0.75] number'],
  ['[Three quarters] of the harvest was lost.', '[0.75, 0.75] number'],
]

const MORE: Table = [
  ['The choir, [84 strong], sang.', '[84, 84] count person'],
  [
    'The number of bakers fell from [4,100] in 2010 to [2,950] last year.',
    '[4100, 4100] count baker',
    '[2950, 2950] count baker',
  ],
  ['The film took [$12.4 million] in its opening weeks.', '[12400000, 12400000] money USD'],
  [
    'The budget grew by [300 million] to [4.1 billion euros].',
    '[300000000, 300000000] money EUR',
    '[4100000000, 4100000000] money EUR',
  ],
  [
    'Rates rose by [half a percentage point] to [5 percent].',
    '[0.5, 0.5] percent percentage point',
    '[5, 5] percent percent',
  ],
  [
    'The wall is [half a metre] thick and [a quarter of a mile] long.',
    '[0.5, 0.5] dimension meter',
    '[0.25, 0.25] dimension mile',
  ],
  ['[12] of the [64] entries were read.', '[12, 12] count entry', '[64, 64] count entry'],
  ['The population fell by [12,000] to [88,000].', '[12000, 12000] count person', '[88000, 88000] count person'],
  [
    '[Half] opposed the plan and [a third] backed it.',
    '[0.5, 0.5] number',
    '[0.333333333333333, 0.333333333333333] number',
  ],
  [
    'The vote was [301] in favour, [220] against and [14] abstentions.',
    '[301, 301] count vote',
    '[220, 220] count vote',
    '[14, 14] count abstention',
  ],
  ['She beat [nine in 10] rivals.', '[0.9, 0.9] number'],
]

const HALVES: Table = [
  ['Rovers led in the [first] half and lost in the [second] half.', '[1, 1] ordinal', '[2, 2] ordinal'],
  ['[Half] of the crew is ill.', '[0.5, 0.5] number'],
]

const VOTES: Table = [
  ['The senate passed the bill by [52] votes to [47].', '[52, 52] count vote', '[47, 47] count vote'],
  [
    'The senate passed the bill [52]-[47] with [three] abstentions.',
    '[52, 52] count vote',
    '[47, 47] count vote',
    '[3, 3] count abstention',
  ],
  ['The assembly rejected the motion by [214] to [180].', '[214, 214] count vote', '[180, 180] count vote'],
  ['The council voted [9] to [4] to close the pool.', '[9, 9] count vote', '[4, 4] count vote'],
  ['Judges ruled [7]–[2] that the levy was void.', '[7, 7] count vote', '[2, 2] count vote'],
  ['In a [312]-[105] vote the house struck out the clause.', '[312, 312] count vote', '[105, 105] count vote'],
  ['She kept the seat with a majority of [1,204].', '[1204, 1204] count vote'],
  ['He won [67 percent] of the vote.', '[67, 67] percent percent'],
]

const NOT_BARE: Table = [
  ['[Three] Dutch and [two] Belgian sailors were rescued.', '[3, 3] count sailor', '[2, 2] count sailor'],
  ['[Two] more were hurt.', '[2, 2] count person'],
  ['Ana Ruiz and [two] others were hurt.', '[2, 2] count person'],
  ['The bus hit [nine] others.', '[9, 9] count person'],
  [
    '[Nine] of the [30] calves died; the [21] others were sold.',
    '[9, 9] count calf',
    '[30, 30] count calf',
    '[21, 21] count calf',
  ],
]

describe.each([
  ['blurred and bounded', BLURRED],
  ['measured, rated and aged', MEASURED],
  ['money of many countries', MONEY],
  ['changed and compared', CHANGED],
  ['halves', HALVES],
  ['numbers, parts of units and changes', MORE],
  ['votes', VOTES],
  ['what the sentence leaves out', NOT_BARE],
])('%s', (_, table) => {
  test.each([...table])('%s', async (source, ...amounts) => {
    const { text, spans } = marked(source)
    const found = await amountsIn(text)
    expect(found.map((one) => one.text)).toEqual(spans.map(({ start, end }) => text.slice(start, end)))
    expect(found.map(shownAmount)).toEqual(amounts)
  })
})

describe('no amounts', () => {
  test.each([
    'Rovers beat Town 3-1.',
    'The better half of the team was ill.',
    'The N40 road and the R4 were shut.',
    'When must a 13F be filed?',
    'He sat in seat 12C.',
  ])('%s', async (text) => {
    expect(await amountsIn(text)).toEqual([])
  })
})
