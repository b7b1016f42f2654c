import { describe, expect, test } from 'vitest'
import { read } from './read-text.ts'

const typed = async (text: string) => {
  const { claims, times } = await read(text)
  return claims
    .filter(({ type }) => type !== 'STATES')
    .map((claim) => {
      const time = times.find(({ id }) => id === claim.time)?.text
      const stance = claim.polarity === 'denied' ? 'denied' : claim.factuality
      return [claim.type, claim.subject.text, claim.object?.text ?? '-', stance, ...(time ? [time] : [])].join(' | ')
    })
}

describe('what is said of a thing is not what becomes of it', () => {
  test.each([
    ['The group plans to close its mill in Lodz by 2031.', 'LOCATED_IN | its mill | Lodz | asserted'],
    ['Olvera Foods might sell its depot in Turin.', 'LOCATED_IN | its depot | Turin | asserted'],
  ])('%s', async (text, claim) => {
    expect(await typed(text)).toContain(claim)
  })
})

describe('a list is read as far as its members can stand there', () => {
  test.each([
    [
      'Minister Ole Lund met firms working in Oslo, Danish pilots and students of Bergen University.',
      /LOCATED_IN .*(pilots|students)/,
    ],
    ['The group operates two hostels in Rome.', /LOCATED_IN \| The group/],
    ['Nurses in Varna want more pay.', /LOCATED_IN/],
    ['Most of them were children under five in Chad.', /LOCATED_IN/],
  ])('%s', async (text, wrong) => {
    expect((await typed(text)).filter((claim) => wrong.test(claim))).toEqual([])
  })
})

test('two measures of one cut are one claim', async () => {
  expect(await typed('The airline will cut 300 jobs, or 4% of its staff.')).toEqual([
    'CUT_JOBS | The airline | - | planned',
  ])
})

describe('a time belongs to the clause that governs it', () => {
  test.each([
    ['Ben Osei scored nine goals, including the winner in a victory over Arden in March.', 'SCORED', undefined],
    ['Ben Osei scored nine goals in March.', 'SCORED', 'March'],
    ['Defender Jack Cole signed a contract with Arden Rovers until 2029.', 'SIGNED_CONTRACT_WITH', undefined],
  ])('%s', async (text, type, time) => {
    const { claims, times } = await read(text)
    const claim = claims.find((at) => at.type === type)!
    expect(times.find(({ id }) => id === claim.time)?.text).toBe(time)
  })
})

test('a town is not its governor', async () => {
  const claims = await typed('A quake hit the town of Tarna, the governor of the province, Ana Reis, said.')
  expect(claims.filter((claim) => /STRUCK .*(Reis|governor)/.test(claim))).toEqual([])
})

describe('scores are no sides', () => {
  test.each([
    ['Arden Rovers lost 4-0 to Dunmore United.', 'DEFEATED | Dunmore United | Arden Rovers | asserted'],
    ['Arden Rovers beat Dunmore United 2-1.', 'DEFEATED | Arden Rovers | Dunmore United | asserted'],
    ['They drew 1-1 with Dunmore United.', 'DREW_WITH | They | Dunmore United | asserted'],
  ])('%s', async (text, claim) => {
    expect(await typed(text)).toContain(claim)
  })
})

describe('compounds stay whole', () => {
  test.each([
    [
      'Norvik acquired the Finnish start-up Lumo Photonics for $9 million.',
      'ACQUIRED | Norvik | Lumo Photonics | asserted',
    ],
    [
      'A magnitude 6.1 earthquake struck Tarna on Monday.',
      'STRUCK | A magnitude 6.1 earthquake | Tarna | asserted | Monday',
    ],
    [
      'Dr Maria Lind of the Holm Institute, who led the trial, was pleased.',
      'CONDUCTED | Maria Lind | the trial | asserted',
    ],
  ])('%s', async (text, claim) => {
    expect(await typed(text)).toContain(claim)
  })
})

describe('what is told as past is named as past', () => {
  test.each([
    ['Ana Reis led the harbour authority for eight years.', 'Ana Reis led the harbour authority'],
    ['Ana Reis, a former professor at Lund University, spoke.', 'Ana Reis was affiliated with Lund University'],
    ['Ana Reis is a professor at Lund University.', 'Ana Reis is affiliated with Lund University'],
  ])('%s', async (text, name) => {
    expect((await read(text)).claims.map((claim) => claim.name)).toContain(name)
  })
})

test('a claim of a verb with a named subject is surer than one whose subject stands in another clause', async () => {
  const { claims } = await read(
    'Ana Reis left Oslo, having founded the Norden Institute. Ole Holm founded the Holm Institute.',
  )
  const [borrowed, own] = claims.filter(({ type }) => type === 'FOUNDED').map(({ confidence }) => confidence)
  expect(own).toBeGreaterThan(borrowed!)
})

describe('a name behind a title is the title’s', () => {
  test.each([
    ['The mayor of Lagosta, Ana Reis, accused the ministry.', 'Ana Reis accuses the ministry'],
    ['His daughter, the sculptor Ana Reis, runs the Norden Institute.', 'Ana Reis leads Norden Institute'],
  ])('%s', async (text, name) => {
    expect((await read(text)).claims.map((claim) => claim.name)).toContain(name)
  })
})

describe('a name in apposition belongs to what it can be', () => {
  test.each([
    ['A firm based in Varna, Orlo Foods, bought the mill.', 'ACQUIRED | Orlo Foods | the mill | asserted'],
    ['The mayor of Lagosta, Ana Reis, met Ole Lund.', 'MET_WITH | Ana Reis | Ole Lund | asserted'],
    [
      'The court charged two members of the Orlo Group, Ole Lund and Per Dahl, with fraud and fined a third.',
      'CHARGED_WITH | Per Dahl | fraud | asserted',
    ],
    ['Foreign ministers Ana Reis and Ole Lund met in Varna.', 'MET_WITH | Ana Reis | Ole Lund | asserted'],
  ])('%s', async (text, claim) => {
    expect(await typed(text)).toContain(claim)
  })
})

describe('places behind commas hold the one before them', () => {
  test.each([
    ['A school in Bergen County, New Jersey, USA, closed.', 'LOCATED_IN | New Jersey | Bergen County | asserted'],
    ['They stopped in Lille, Arras, France and Ghent.', 'LOCATED_IN | Arras | France | asserted'],
    ['He worked in Lyon, Turin, Spain and Ghent.', 'LOCATED_IN | Turin | Spain | asserted'],
  ])('%s not %s', async (text, claim) => {
    expect(await typed(text)).not.toContain(claim)
  })
})

describe('who leads a part of a body does not lead the body', () => {
  test.each([
    ["Ana Reis heads the ministry's flood unit.", /LEADS \| Ana Reis \| the ministry( |$)/],
    ['Prime Minister Ana Reis met the leaders of Chad.', /MET_WITH .* Chad/],
    ['Three men, among them the son of Ole Lund, were held.', /RELATED_TO \| Three men/],
    ['Nurses at Orlo Hospital plan a strike.', /AFFILIATED_WITH .*planned/],
    ['Presidents Ana Reis and Ole Lund spoke.', /HAS_TITLE/],
  ])('%s', async (text, wrong) => {
    expect((await typed(text)).filter((claim) => wrong.test(claim))).toEqual([])
  })
})

describe('a claim has the type its words have', () => {
  test.each([
    ['The conductor walked out on the orchestra.', /WENT_ON_STRIKE/],
    ['Ana Reis will take over the Orlo Orchestra.', /ACQUIRED/],
    ['An airline bought two jets from a leasing company.', /SUPPLIED_WEAPONS_TO/],
    ['The attack was claimed by the Orlo Group.', /WON/],
    ['The Orlo Company sold three of its ships to Lund Lines.', /ACQUIRED \| Lund Lines \| its \|/],
    ['The final of the Lund League in Varna was cancelled.', /LOCATED_IN \| Lund League/],
    ['The agency has banned the movement of potatoes from 61 farms.', /SANCTIONS/],
    ['Ana Reis is captain of Orlo United.', /LEADS/],
    ['The Orlo Museum in Varna, whose director, Ole Lund, left, closed.', /LEADS \| Ole Lund \| Varna/],
    ['Ana Reis asked Ole Lund whether he knew the way.', /DEMANDS_FROM/],
    ['Prosecutor General Ana Reis spoke.', /HAS_TITLE .* General$/],
    ['A storm hit Chad. Niger sent 40 soldiers. Five people were killed.', /SUFFERED_LOSSES/],
    ['Ole Lund, who trained her at his home in Varna, won.', /TRAINED_AT \| Ole/],
    ['They had two children, Ida and Per; a third, Nils, drowned.', /DIED \| (Ida|Per)/],
    ['Ole Lund died in hospital in Varna of burns.', /LOCATED_IN \| Varna \| burns/],
    ['Members of her own group, Ole Lund and Per Dahl, left.', /MEMBER_OF .* (Ole|Per)/],
  ])('%s', async (text, wrong) => {
    expect((await typed(text)).filter((claim) => wrong.test(claim))).toEqual([])
  })
})

test('several who bear one role each bear it', async () => {
  const claims = await typed('Two of the five members of the board, Ana Reis and Per Dahl, voted for it.')
  expect(claims).toEqual(
    expect.arrayContaining([
      'MEMBER_OF | Ana Reis | the board | asserted',
      'MEMBER_OF | Per Dahl | the board | asserted',
    ]),
  )
})

describe('whatever kills or hurts somebody is told to', () => {
  test.each([
    ['A boiler exploded in 2018, injuring a lifeguard.', 'INJURED | A boiler | a lifeguard | asserted'],
    ['Mount Arden erupted, killing four people.', 'KILLED | Mount Arden | four people | asserted'],
  ])('%s', async (text, claim) => {
    expect(await typed(text)).toContain(claim)
  })
})

test('what is told in the present of next week is still to come', async () => {
  expect(await typed('Ana Reis meets Ole Lund next Friday.')).toEqual([
    'MET_WITH | Ana Reis | Ole Lund | planned | next Friday',
  ])
})

describe('how surely a noun says it', () => {
  test.each([
    ['Chad denied reports of an attack on Sana by Niger.', 'ATTACKED | Niger | Sana | denied'],
    ['Minister Ana Reis called on Chad to free Per Dahl and to sign the pact.', 'SIGNED | Chad | the pact | demanded'],
    ['Ana Reis appealed to Ole Lund to sign the treaty.', 'SIGNED | Ole Lund | the treaty | demanded'],
    ['A tunnel is due to be opened in May by Ana Reis.', 'OPENED | Ana Reis | A tunnel | planned | May'],
    ['The Orlo Bank said it would close a branch, with the loss of 90 jobs.', 'CUT_JOBS | it | - | planned'],
    ['Ole Lund, who is to meet Ana Reis, left.', 'MET_WITH | Ole Lund | Ana Reis | planned'],
    ['He blamed Chad, whose envoy, Ole Lund, was summoned.', 'HOLDS_POSITION | Ole Lund | Chad | asserted'],
    ['Two alleged members of the Orlo Group fled.', 'MEMBER_OF | Two alleged members | Orlo Group | alleged'],
    ['The treaty, signed by Chad and still to be ratified by Niger, fell.', 'RATIFIED | Niger | The treaty | planned'],
    ['Ana Reis was nominated to head the Orlo Bank.', 'LEADS | Ana Reis | Orlo Bank | planned'],
    ['Ole Lund will retire after he was hurt in Varna.', 'WAS_INJURED | he | Varna | asserted'],
    ['Ole Lund was barred from the hall after he met Ana Reis.', 'MET_WITH | he | Ana Reis | asserted'],
    ['Ana Reis had hoped to study law at Orlo University.', 'EDUCATED_AT | Ana Reis | Orlo University | planned'],
    ['Ana Reis will be the first woman to lead the Orlo Bank.', 'LEADS | Ana Reis | Orlo Bank | planned'],
  ])('%s', async (text, claim) => {
    expect(await typed(text)).toContain(claim)
  })
})

test('what is being built is not called built', async () => {
  const { claims } = await read('The company is building a ferry.')
  expect(claims.map(({ name }) => name)).toContain('The company is building a ferry')
})
