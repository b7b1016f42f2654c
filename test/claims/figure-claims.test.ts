import { describe, expect, test } from 'vitest'
import { MEASURE } from '../../src/claims/propositions.ts'
import { understand } from '../../src/pipeline.ts'
import { documentOf, theKit } from '../support/reader.ts'

/** Each figure with what it measures: "killed 31", in reading order. */
const measured = async (text: string): Promise<string[]> =>
  understand(await documentOf(text), await theKit())
    .claims.filter(({ roles }) => roles.some(({ role }) => role === MEASURE))
    .flatMap(({ roles, quantity }) =>
      roles
        .filter(
          ({ value }) =>
            (value.kind === 'quantity' && value.id === quantity) || (quantity === null && value.kind === 'time'),
        )
        .map(({ role, value }) => `${role} ${value.text}`),
    )

const QUAKE = 'An earthquake struck northern Chile on Monday.'

describe('ways to say one measure of an occasion', () => {
  test.each([
    [`${QUAKE} Some 31 people died.`, 'killed Some 31'],
    [`${QUAKE} It killed 31 people.`, 'killed 31'],
    [`${QUAKE} At least 31 are dead.`, 'killed At least 31'],
    [`${QUAKE} The death toll has risen to 31.`, 'killed 31'],
    [`${QUAKE} Officials put the number of dead at 31.`, 'killed 31'],
    [`${QUAKE} The quake left 4,000 people homeless.`, 'homeless 4,000'],
    [`${QUAKE} Around 4,000 residents lost their homes.`, 'homeless Around 4,000'],
    [`${QUAKE} A further 250 were hurt.`, 'wounded 250'],
    [`${QUAKE} Geologists put its magnitude at 6.2.`, 'magnitude 6.2'],
    ['Bus drivers in Lyon walked out on Monday. The union said 900 drivers had joined the strike.', 'on strike 900'],
    ['Brazil held an election on Sunday. Turnout stood at 63 percent.', 'turnout 63 percent'],
    ['Storm Odile hit Cebu in the Philippines. Some 20,000 homes were without power.', 'without power Some 20,000'],
    ['Carl Ruud was sentenced to six years in prison.', 'sentence six years'],
    ['Carl Ruud signed a three-year contract.', 'contract three-year'],
    ['A ferry carrying 140 passengers sank off Cebu in the Philippines.', 'aboard 140'],
    ['Halden Foods employs 4,300 people.', 'employees 4,300'],
    ['Ana Ruiz, 33, won the race.', 'age 33'],
    ['The 33-year-old driver, Ana Ruiz, won the race.', 'age 33-year-old'],
    ['Ana Ruiz, who is 33, won the race.', 'age 33'],
    ['Ana Ruiz, aged 33, won the race.', 'age aged 33'],
    ['A ferry went down off Cebu in the Philippines. Divers recovered 31 bodies.', 'killed 31'],
    ['Divers searched the sea off Cebu after the ferry disaster. It killed 31 people.', 'killed 31'],
    ['Glassco is to close its factory in Lyon. The union said 700 jobs would go.', 'jobs lost 700'],
    ['Halden Foods said on Monday that net profit rose to 80 million euros in 2025.', 'profit 80 million euros'],
    ['Halden Foods opened a shop. The company employs 4,300 people.', 'employees 4,300'],
    ['Halden Foods, which had sales of 80 million euros in 2025, makes soup.', 'revenue 80 million euros'],
    ['Peru raised taxes. The budget deficit was 3.1 percent in 2025.', 'deficit 3.1 percent'],
    ['An exhibition at the Prado Museum closed. It drew 90,000 people.', 'attendance 90,000'],
    ['An exhibition at the Prado Museum closed. The Prado Museum had 2 million visitors.', 'visitors 2 million'],
    ['Some 23 inmates broke out of a prison near Arica in Chile.', 'escaped Some 23'],
    ['The tanker Orla ran aground off Cork in Ireland and spilled 4,000 tonnes of oil.', 'spilled 4,000 tonnes'],
    ['Ana Ruiz was elected mayor of Arica with 51.3 percent of the vote.', 'vote share 51.3 percent'],
    ['Donors pledged $3 billion for Nepal at a conference in Oslo.', 'raised $3 billion'],
    ['A court fined Halden Foods 12 million euros on Monday.', 'fine 12 million euros'],
    ['Cholera has killed 44 people in Malawi.', 'killed 44'],
    ['A hotel collapsed in Arica in Chile, killing nine people.', 'killed nine'],
    ['Some 16,000 runners took part in the marathon in Porto.', 'participants Some 16,000'],
    ['A statue of Carl Ruud was unveiled in Porto. The statue cost $180,000.', 'cost $180,000'],
    ['Carl Ruud was jailed for defrauding savers of $4 million.', 'stolen $4 million'],
    ['A new bridge was opened in Lyon on Friday. The bridge cost 40 million euros.', 'cost 40 million euros'],
    [
      'Brazil held an election on Sunday. Turnout was 63 percent. Observers put it at 55 percent.',
      'turnout 55 percent',
    ],
    ['Halden Foods makes soup. Halden Foods employs 4,300 people, most of them in Ohio.', 'employees 4,300'],
    ['Halden Foods made a net profit of 80 million euros in the first quarter.', 'profit 80 million euros'],
  ])('%s', async (text, figure) => {
    expect(await measured(text)).toContain(figure)
  })
})

test('a bare figure is of the measure that was given before it, whoever gives it', async () => {
  expect(
    await measured(
      'Teachers in Porto went on strike on Monday. The union said 700 teachers had walked out. The city put the figure at 450.',
    ),
  ).toEqual(['on strike 700', 'on strike 450'])
})

describe('are no figure of the occasion', () => {
  test.each([
    ['a part of those counted', `${QUAKE} Nine of the dead were children.`],
    ['another place', `${QUAKE} In Peru 12 people were injured.`],
    [
      'another place, told by the clause above',
      'A boat sank off Tunisia. In May a boat sank off Libya, drowning 60 people.',
    ],
    ['some of those who came', 'The festival in Porto ended on Sunday. Twelve fans were treated for burns.'],
    ['what one of many gave', 'Donors met at a conference in Oslo. Canada pledged $400 million.'],
    ['another country that it hit', `${QUAKE} The quake also shook Peru, where 12 people were injured.`],
    ['what somebody expects', `${QUAKE} Officials expect 900 injured people.`],
    ['what an army does', `${QUAKE} Elsewhere, the army killed 12 rebels.`],
    ['a happening of another sort', 'Talks in Geneva collapsed on Monday. A million people have fled.'],
    ['a place that nobody names', 'A quake struck early on Monday. Some 31 people died.'],
    ['what another place reports', `${QUAKE} Peru recorded 40 deaths.`],
    ['how many are of another state', `${QUAKE} Rescuers are looking for 90 people.`],
    ['a rate', 'Halden Foods made a profit of 2 euros a share.'],
  ])('%s', async (_, text) => {
    expect(await measured(text)).toEqual([])
  })
})

test('what a body is for has not happened: a fire service at a collapse', async () => {
  const text =
    'A roof collapsed in Turin in Italy on Monday, the fire service said. Two visitors were injured, the fire service said.'
  const { claims } = understand(await documentOf(text), await theKit())
  const injured = claims.find(({ type }) => type === 'WAS_INJURED')
  expect(injured?.roles.map(({ role, value }) => `${role} ${value.text}`)).toContain('area Italy')
})

test('the quote of an age says whose it is', async () => {
  const { claims } = understand(await documentOf('Ana Ruiz, 33, won the race.'), await theKit())
  const age = claims.find(({ roles }) => roles.some(({ role }) => role === 'age'))
  expect(age?.evidence[0]?.quote).toBe('Ana Ruiz, 33')
})

describe('whose losses they are', () => {
  const losses = async (text: string) =>
    understand(await documentOf(text), await theKit())
      .claims.filter(({ type }) => type === 'SUFFERED_LOSSES')
      .map(({ subject }) => (subject?.kind === 'entity' ? subject.id : subject?.kind))
  test.each([
    [
      'an army’s, where the paper tells of a race and a museum besides',
      'A marathon was held in Lima when Peru opened its Army Museum on Monday. Peru deployed 5,000 soldiers to Mali last year. The scale of casualties, exceeding 2,000, worries the generals.',
      ['country:peru'],
    ],
    [
      'no country’s, where a ship sank and nobody fights',
      'Peru sent four frigates and 1,200 marines to the islands after a trawler sank off Callao. Three sailors were injured.',
      [],
    ],
  ])('%s', async (_, text, sides) => {
    expect(await losses(text)).toEqual(sides)
  })
})
