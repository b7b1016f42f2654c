import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

/** Whichever Compose is here: Docker's own, or the one before it. Neither needs an engine to check a file. */
const compose = [['docker', 'compose'], ['docker-compose']].find(
  ([program, ...args]) => spawnSync(program!, [...args, 'version']).status === 0,
)
const config = (env: Record<string, string | undefined>) =>
  spawnSync(compose![0]!, [...compose!.slice(1), 'config'], { encoding: 'utf8', env: { ...process.env, ...env } })

test.runIf(compose)('Compose takes docker-compose.yml, and refuses to start without a password', () => {
  const ran = config({ NEO4J_PASSWORD: 'a secret one' })
  expect([ran.status, ran.stderr]).toEqual([0, ''])
  expect(parse(ran.stdout).services.neo4j.environment.NEO4J_AUTH).toBe('neo4j/a secret one')
  const without = config({ NEO4J_PASSWORD: undefined })
  expect(without.status).not.toBe(0)
  expect(without.stderr).toContain('set NEO4J_PASSWORD')
})

test('the server listens on this machine only, keeps its data, and its password is in no file', () => {
  const { services, volumes } = parse(readFileSync('docker-compose.yml', 'utf8'))
  const { image, ports, environment, volumes: mounted, healthcheck } = services.neo4j
  expect(image).toBe('neo4j:5.26-community')
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:(\d+):\1$/)
  expect(environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/)
  expect([mounted, Object.keys(volumes)]).toEqual([['graph:/data'], ['graph']])
  expect(healthcheck.test.join(' ')).toContain('localhost:7474')
})
