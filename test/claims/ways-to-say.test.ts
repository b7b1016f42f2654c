import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Argument, Claim } from '../../src/model/claim.ts'
import { read } from './read-text.ts'

/** "TYPE | subject | object | stance" of a line. */
const ways = readFileSync(join(import.meta.dirname, 'ways-to-say.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('=>') && !line.startsWith('#'))
  .map((line) => {
    const [text = '', ...marks] = line.split('=>').map((part) => part.trim())
    return { text, marks }
  })

const stanceOf = ({ polarity, factuality }: Claim) => (polarity === 'denied' ? 'denied' : factuality)

describe('a relation is read however it is put', () => {
  test.each(ways)('$text', async ({ text, marks }) => {
    const { claims, mentions } = await read(text)
    /** The words stand in the side, in its phrase, or in another mention of the same entity. */
    const meets = (words: string | undefined, side: Argument | null, claim: Claim, role: 'subject' | 'object') => {
      if (words === '-') return true
      const own = claim.evidence.filter((at) => at.role === role || (role === 'object' && at.role === 'quantity'))
      const same = side?.kind === 'entity' ? mentions.filter(({ entity }) => entity === side.id) : []
      return [...(side ? [side] : []), ...own, ...same].some(({ start, end }) =>
        text.slice(start, end).includes(words ?? ''),
      )
    }
    for (const mark of marks) {
      const [type, subject, object, stance = 'asserted'] = mark.split('|').map((part) => part.trim())
      const found = claims.some(
        (claim) =>
          claim.type === type &&
          stanceOf(claim) === stance &&
          ((meets(subject, claim.subject, claim, 'subject') && meets(object, claim.object, claim, 'object')) ||
            (meets(object, claim.subject, claim, 'subject') && meets(subject, claim.object, claim, 'object'))),
      )
      expect(found, mark).toBe(true)
    }
  })
})

describe('and not where it is only alike', () => {
  test.each([
    ['The Dane-owned ferry sank.', /OWNS/],
    ['The Spanish-owned trawler Aurora sank.', /OWNS/],
    ['The bank merged with a rival, creating a lender with 400 branches.', /FOUNDED/],
    ['Belcor Group hired Ida Holm to run its shops in Lodz.', /OPERATES/],
    ['Malawi contributed to regaining territory held by rebels.', /CONTROLS_TERRITORY/],
    ['The miners said they would fight until they die.', /DIED/],
    ["Valdra opposition claims narrow win in governor's race", /WON \| Valdra \|/],
    ["Spain's foreign minister, Clara Robledo, summoned the ambassador to protest.", /PROTESTED/],
    [
      'Construction will begin in March, said Kojo Addae, whose aunt, Grace Owusu, was dismissed by Daniel Mensah.',
      /DISMISSED .*Addae/,
    ],
    ['The driver, Luis Prado, and two pupils of Lindow College died.', /AFFILIATED_WITH .*Prado/],
    ['The orchestra is funded by the city of Malvik and by Nordlys, an oil company.', /FUNDS .*an oil company/],
    ['The lawyer Ines Duval of Belcor Group spoke.', /REPRESENTS/],
    ["Norvik's Brazilian subsidiary, Belcor Group, closed.", /PART_OF .*Brazil/],
  ])('%s', async (text, wrong) => {
    const { claims } = await read(text)
    const said = claims.map(({ type, subject, object }) => `${type} | ${subject.text} | ${object?.text ?? '-'}`)
    expect(said.filter((claim) => wrong.test(claim))).toEqual([])
  })
})
