import { describe, expect, test } from 'vitest'
import type { ClaimFacts } from '../../src/corpus/facts.ts'
import { projectEdges } from '../../src/corpus/project-edges.ts'

const claim = (given: Partial<ClaimFacts>): ClaimFacts => ({
  id: 'claim:1',
  name: 'B met A',
  kind: null,
  place: null,
  earlier: false,
  rising: false,
  holder: null,
  area: null,
  places: [],
  measured: false,
  proposition: 'prop:1',
  article: 'article:1',
  source: 'source:wire',
  sourceName: 'Wire',
  publishedAt: '2024-10-24',
  type: 'MET_WITH',
  subjectId: 'person:b',
  predicate: 'b',
  subjectName: 'B',
  objectId: 'person:a',
  objectName: 'A',
  polarity: 'affirmed',
  factuality: 'asserted',
  confidence: 0.8,
  quantity: null,
  time: null,
  speakerId: null,
  speakerName: null,
  quote: 'B met A',
  sentence: 'B met A yesterday in the harbour.',
  ...given,
})
const plain = { symmetric: false, disputed: new Set<string>() }

describe('the projection', () => {
  test('has one edge for a subject and object, however many claims there are', () => {
    const edges = projectEdges(
      [
        claim({}),
        claim({
          id: 'claim:2',
          article: 'article:2',
          source: 'source:post',
          publishedAt: '2024-11',
          sentence: 'Nobody expected it.',
        }),
        claim({ id: 'claim:3', objectId: 'person:c' }),
      ],
      plain,
    )
    expect(edges.map(({ fromId, toId, claims, articles }) => [fromId, toId, claims, articles])).toEqual([
      ['person:b', 'person:a', 2, 2],
      ['person:b', 'person:c', 1, 1],
    ])
    expect(edges[0]).toMatchObject({ firstReported: '2024-10-24', lastReported: '2024-11', independentSources: 2 })
  })

  test.each([
    { polarity: 'denied' },
    { factuality: 'planned' },
    { factuality: 'demanded' },
    { factuality: 'conditional' },
    { factuality: 'asked' },
    { objectId: null },
    { subjectId: null },
  ] as const)('has no edge for what is only %o', (given) => {
    expect(projectEdges([claim(given)], plain)).toEqual([])
  })

  test.each(['asserted', 'alleged', 'estimated'] as const)('has an edge for what is %s', (factuality) => {
    expect(projectEdges([claim({ factuality })], plain)).toHaveLength(1)
  })

  test('puts the lower id first where a type reads both ways', () => {
    const [edge, ...others] = projectEdges(
      [claim({}), claim({ id: 'claim:2', subjectId: 'person:a', objectId: 'person:b' })],
      { ...plain, symmetric: true },
    )
    expect(edge).toMatchObject({ fromId: 'person:a', toId: 'person:b', claims: 2 })
    expect(others).toEqual([])
  })

  test('shows the best evidence and whether somebody contradicts', () => {
    const [edge] = projectEdges(
      [
        claim({ factuality: 'alleged', confidence: 1, quote: 'alleged' }),
        claim({ id: 'claim:2', confidence: 0.5, quote: 'weak' }),
        claim({ id: 'claim:3', confidence: 0.9, quote: 'sure', proposition: 'prop:2' }),
      ],
      { symmetric: false, disputed: new Set(['prop:1']) },
    )
    expect(edge).toMatchObject({ quote: 'sure', proposition: 'prop:2', disputed: true })
  })
})

test('who has a name starts the edge of a symmetric type, whatever the ids', () => {
  const edges = projectEdges([claim({ subjectId: 'person:b', objectId: 'organization:traders~1f0a93c2' })], {
    ...plain,
    symmetric: true,
  })
  expect(edges.map(({ fromId, toId }) => [fromId, toId])).toEqual([['person:b', 'organization:traders~1f0a93c2']])
})
