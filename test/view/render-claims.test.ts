import { expect, test } from 'vitest'
import type { FoundClaim } from '../../src/query/claims.ts'
import { renderClaims, renderProfile } from '../../src/view/render-claims.ts'
import { styleFor } from '../../src/view/terminal.ts'

const PLAIN = styleFor({ isTTY: false })

const claim = (given: Partial<FoundClaim>): FoundClaim => ({
  id: 'claim:1',
  type: 'STATES',
  claim: 'the dam holds',
  polarity: 'affirmed',
  factuality: 'asserted',
  confidence: 0.8,
  rule: 'open',
  amount: null,
  time: null,
  from: null,
  to: null,
  quote: 'the dam holds',
  start: 0,
  end: 13,
  sentence: 'The dam holds.',
  article: `article:${given.source ?? 'Echo'}`,
  key: 'a.txt',
  title: 'Dam',
  published: '2026-03-12',
  url: null,
  source: 'Echo',
  speakers: [],
  ...given,
})

test('what is stated twice stands once, with everybody who says so', () => {
  const claims = [claim({}), claim({ source: 'Courier' }), claim({ published: '2026-03-12' })]
  expect(renderClaims(claims, PLAIN)).toBe(
    'other statements\n  the dam holds\n    by Echo · 2026-03-12\n    by Courier · 2026-03-12',
  )
})

test('what is denied is another statement than what is affirmed', () => {
  const lines = renderClaims([claim({}), claim({ polarity: 'denied' })], PLAIN).split('\n')
  expect(lines.filter((line) => line === '  the dam holds')).toHaveLength(2)
})

test('open statements come after typed ones: first what several articles state, then the surest', () => {
  const claims = [
    claim({ claim: 'rain fell', confidence: 0.7 }),
    claim({ claim: 'Pell leads Thornby', type: 'LEADS', confidence: 0.6 }),
    claim({ claim: 'water rose', confidence: 0.9 }),
    claim({ claim: 'roads closed', confidence: 0.6 }),
    claim({ claim: 'Roads closed', confidence: 0.6, source: 'Courier' }),
  ]
  const shown = renderClaims(claims, PLAIN).split('\n')
  expect(shown.filter((line) => /^ {2}\S/.test(line)).map((line) => line.trim())).toEqual([
    'Pell leads Thornby',
    'roads closed',
    'water rose',
    'rain fell',
  ])
})

test('unsure statements are counted, and shown when asked for', () => {
  const claims = [claim({}), claim({ claim: 'the board has engineers', confidence: 0.2 })]
  expect(renderClaims(claims, PLAIN)).not.toContain('engineers')
  expect(renderClaims(claims, PLAIN)).toContain('1 unsure statement is left out')
  expect(renderClaims(claims, PLAIN, { all: true })).toContain('the board has engineers')
  expect(renderClaims(claims, PLAIN, { all: true })).not.toContain('left out')
})

test('a profile shows contradictions before anything is claimed, and what they say last', () => {
  const entity = { id: 'e', name: 'Thornby', type: 'Place', aliases: [], wikidata: null, mentions: 3, articles: 2 }
  const conflict = {
    id: 'c',
    name: 'evacuated: 4,000 (Echo) · 5,500 (Courier)',
    kind: 'quantity',
    verdict: 'conflicts',
    reason: 'both cannot be right',
    proposition: { id: 'p', name: 'evacuated' },
    members: [],
  }
  const profile = {
    entities: [entity],
    claims: [claim({})],
    inOtherWords: [claim({ claim: 'the barrier holds' })],
    says: [claim({ claim: 'rain fell' })],
    conflicts: [conflict],
  }
  expect(renderProfile(profile, PLAIN)).toBe(
    [
      'Thornby  place, 3 mentions in 2 articles',
      '',
      'contradictions',
      '  evacuated: 4,000 (Echo) · 5,500 (Courier)',
      '    conflicts (quantity): both cannot be right',
      '',
      'other statements',
      '  the dam holds',
      '    by Echo · 2026-03-12',
      '',
      'the same thing in other words (1)',
      '  the barrier holds',
      '    by Echo · 2026-03-12',
      '',
      'says (1)',
      '  rain fell',
      '    by Echo · 2026-03-12',
    ].join('\n'),
  )
})
