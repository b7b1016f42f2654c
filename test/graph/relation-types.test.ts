import { expect, test } from 'vitest'
import { loadRelationTypes, modeOf } from '../../src/graph/relation-types.ts'

const types = loadRelationTypes()

test.each([
  ['LOCATED_IN', 'place:karrada', 'F'],
  ['LOCATED_IN', 'organization:red-cross', 'S'],
  ['LOCATED_IN', 'military-unit:11th-corps', 'S'],
  ['BASED_IN', 'organization:red-cross', 'F'],
  ['STATES', 'organization:red-cross', 'S'],
])('%s of %s: %s', (type, subject, mode) => {
  expect(modeOf(types.get(type), subject)).toBe(mode)
})
