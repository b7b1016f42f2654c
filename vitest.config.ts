import { defineConfig } from 'vitest/config'

const common = { testTimeout: 60_000, hookTimeout: 90_000 }
const TEMP = 'test/support/temp-folder.ts'
const STORES = 'test/contract/stores.test.ts'

/** Two groups, so that a Neo4j is started only for the tests that use one. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: 'units', include: ['test/**/*.test.ts'], exclude: [STORES], globalSetup: [TEMP] } },
      {
        test: {
          ...common,
          testTimeout: 180_000, // a Neo4j on a busy machine
          name: 'stores',
          include: [STORES],
          globalSetup: [TEMP, 'test/support/global-setup.ts'],
        },
      },
    ],
  },
})
