import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { whatIsMissing } from '../../scripts/neo4j/class-path.ts'
import { startNeo4j, stopNeo4j } from '../../scripts/neo4j/start-neo4j.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** address of a Neo4j that tests may empty; the empty string where there is none */
    neo4j: string
  }
}

/**
 * One real Neo4j for all tests that ask for it: WIREGRAPH_TEST_BOLT_URI (without a password; it is emptied!), else one started from Maven's artifacts.
 * Where neither is possible a user's run says what it left out; in CI it fails.
 */
export default async function setup(project: TestProject) {
  const given = process.env.WIREGRAPH_TEST_BOLT_URI
  if (given || process.env.WIREGRAPH_TEST_BOLT_URI === '') {
    project.provide('neo4j', given ?? '')
    if (!given) leftOut('WIREGRAPH_TEST_BOLT_URI is empty')
    return
  }
  const missing = await whatIsMissing()
  if (missing) {
    leftOut(`what is missing is ${missing}, or a WIREGRAPH_TEST_BOLT_URI`)
    project.provide('neo4j', '')
    return
  }
  const home = mkdtempSync(join(tmpdir(), 'wiregraph-neo4j-'))
  const server = await startNeo4j({ home, auth: false, quickStart: true })
  project.provide('neo4j', server.uri)
  return async () => {
    await stopNeo4j(server.pid)
    rmSync(home, { recursive: true, force: true })
  }
}

function leftOut(why: string): void {
  if (process.env.CI === 'true') throw new Error(`No Neo4j to test with: ${why}.`)
  process.stderr.write(`\n  LEFT OUT: every test with a real Neo4j (${why}).\n\n`)
}
