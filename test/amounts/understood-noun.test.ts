import { describe, expect, test } from 'vitest'
import { findQuantities } from '../../src/amounts/find-quantities.ts'
import { findTimes } from '../../src/times/find-times.ts'
import { marked } from '../support/marked.ts'
import { documentOf, theKit } from '../support/reader.ts'

/** The number in brackets, and what it counts. */
const TABLE: readonly (readonly [sentence: string, counted: string | null])[] = [
  ['The blast killed three workers and injured [twelve].', 'worker'],
  ['Of the 90 passengers, [12] were rescued.', 'passenger'],
  ['Nine sailors drowned and [four] were rescued.', 'sailor'],
  ['Two bridges collapsed and [seven] were closed.', 'bridge'],
  ['The club sold 900 tickets in May and [300] in June.', 'ticket'],
  ['A fire left 31 people dead and at least [60] injured.', 'person'],
  ['The vote was [61].', null],
  ['The company has 40 shops, and its rating is [7].', null],
  ['In all, [40] were hurt.', 'person'],
  ['A further [1,200] were injured.', 'person'],
  ['Some [160] were taken to hospital.', 'person'],
  ['At least 12 dead and [30] injured in bus crash', 'person'],
  ['A crowd of about [5,000] gathered.', 'person'],
  ['The herd of cows fell ill; [forty] died.', null],
  ['Police said 14 people, including six children, were hurt, [three] of them badly.', 'person'],
  ['The mill hired 300 workers, bringing the total to [1,500].', 'worker'],
  ['The bill passed by 51 votes to [49].', 'vote'],
  ['It lost 45 million euros, after a profit of [12 million].', 'EUR'],
  ['The mill has 300 workers, up from [250].', 'worker'],
  ['Insurers had 2,300 claims, against [410] last year.', 'claim'],
  ['Crews treated 8,000 patients, double the [3,900] of May.', 'patient'],
  ['The parcel weighed [12].', null],
]

describe('what a bare number counts', () => {
  test.each(TABLE)('%s → %s', async (source, counted) => {
    const { text, spans } = marked(source)
    const document = await documentOf(text)
    const kit = await theKit()
    const found = findQuantities(document, findTimes(document, kit), kit)
    const quantity = found.find(({ start, end }) => start <= spans[0]!.start && spans[0]!.end <= end)
    expect(quantity?.unit ?? null).toBe(counted)
  })
})
