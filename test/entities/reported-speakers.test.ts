import { describe, expect, test } from 'vitest'
import { read } from '../claims/read-text.ts'
import { marked } from '../support/marked.ts'

/** Whom the pronoun in brackets means, after a sentence that names somebody else. */
const TABLE: readonly (readonly [text: string, meant: string])[] = [
  ['Norvik Systems bought a mine in May. Kenya said [it] had withdrawn its troops.', 'country:kenya'],
  ['Russia attacked Odesa. Ukraine said [it] shot down 12 drones.', 'country:ukraine'],
  ['Russia attacked Odesa. Ukraine said 12 drones were shot down over [its] coast.', 'country:ukraine'],
  ['Iran held talks with Oman. Brazil denied that [it] had supplied drones to Iran.', 'country:brazil'],
  ['Norvik Systems met Halden Energy on Monday. Halden Energy said [it] would pay.', 'organization:halden-energy'],
  ['Russia met Turkey. Burkina Faso denied that [its] troops had withdrawn.', 'country:burkina-faso'],
  ['Lorient is a port. Liebherr denied that [it] would sell cranes.', 'organization:liebherr'],
  ['Poseidon Shipping is Greek. Its rival, Halden Energy, said [it] had lost contact.', 'organization:halden-energy'],
  [
    'Esi Boateng led the inquiry. President Abena Mensah promised that [her] government would help.',
    'person:abena-mensah',
  ],
]

describe('who is meant in reported speech', () => {
  test.each(TABLE)('%s', async (source, meant) => {
    const { text, spans } = marked(source)
    const { mentions } = await read(text)
    const [{ start, end }] = spans as [{ start: number; end: number }]
    expect(mentions.find((mention) => mention.start === start && mention.end === end)?.entity).toBe(meant)
  })
})
