import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver'
import { StoreError } from '../model/errors.ts'
import type { Database, Parameters, Row, Statement, Transaction } from './database.ts'
import { noValueFor, resolveStatement } from './resolve-statement.ts'

export interface Login {
  readonly username?: string
  readonly password?: string
  /** name of the database; the server's default one otherwise */
  readonly database?: string
}

/** A Neo4j 5.26 or newer at a `bolt://` or `neo4j://` address. Nothing is sent before the first statement. */
export function openNeo4j(address: string, { username, password, database }: Login = {}): Database {
  const auth = password ? neo4j.auth.basic(username || 'neo4j', password) : undefined
  const driver = neo4j.driver(address, auth, {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    connectionAcquisitionTimeout: 15_000,
    connectionTimeout: 10_000,
    maxTransactionRetryTime: 60_000,
  })
  return new Neo4j(driver, address, database)
}

class Neo4j implements Database {
  readonly dialect = 'neo4j'
  constructor(
    private readonly driver: Driver,
    private readonly address: string,
    private readonly database: string | undefined,
  ) {}

  private reached = false

  /** A server that is not there is told at once; one that goes away later is waited for. */
  private async session(mode: 'READ' | 'WRITE' = 'WRITE') {
    if (!this.reached)
      await this.driver.verifyConnectivity(this.database ? { database: this.database } : {}).catch((cause) => {
        throw this.explain(cause)
      })
    this.reached = true
    return this.driver.session({ defaultAccessMode: mode, ...(this.database ? { database: this.database } : {}) })
  }

  async read(statement: Statement, parameters: Parameters = {}): Promise<Row[]> {
    const session = await this.session('READ')
    try {
      return await session.executeRead((transaction) => this.ask(transaction, statement, parameters))
    } catch (cause) {
      throw this.explain(cause)
    } finally {
      await session.close()
    }
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const session = await this.session()
    try {
      return await session.executeWrite((transaction) =>
        work({ run: (statement, parameters = {}) => this.ask(transaction, statement, parameters) }),
      )
    } catch (cause) {
      throw this.explain(cause)
    } finally {
      await session.close()
    }
  }

  async define(statement: Statement): Promise<void> {
    const { name, text } = resolveStatement(statement, this.dialect)
    const session = await this.session()
    try {
      await session.run(text)
    } catch (cause) {
      throw this.explain(cause, name)
    } finally {
      await session.close()
    }
  }

  async *stream(text: string): AsyncIterable<Row> {
    const session = await this.session('READ')
    try {
      for await (const record of session.run(text)) yield toPlainRow(record.toObject())
    } catch (cause) {
      throw this.explain(cause)
    } finally {
      await session.close()
    }
  }

  async uniqueProperties(): Promise<ReadonlySet<string>> {
    const rows = await this.read({ text: 'SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties' })
    return new Set(
      rows
        .filter(({ type }) => type === 'UNIQUENESS' || type === 'NODE_PROPERTY_UNIQUENESS')
        .map(({ labelsOrTypes, properties }) => `${(labelsOrTypes as string[])[0]}.${(properties as string[]).join()}`),
    )
  }

  async close(): Promise<void> {
    await this.driver.close()
  }

  /** Errors keep their class inside `work`, so that the driver can see which ones to try again. */
  private async ask(transaction: ManagedTransaction, statement: Statement, parameters: Parameters): Promise<Row[]> {
    const { name, text } = resolveStatement(statement, this.dialect)
    try {
      const result = await transaction.run(text, toDriver(parameters) as Record<string, unknown>)
      return result.records.map((record) => toPlainRow(record.toObject()))
    } catch (error) {
      if (error instanceof Error && !named.has(error)) named.set(error, name)
      throw error
    }
  }

  private explain(cause: unknown, name?: string): Error {
    if (cause instanceof StoreError || !(cause instanceof neo4j.Neo4jError)) return cause as Error
    const where = name ?? named.get(cause) ?? this.address
    if (cause.code === 'ServiceUnavailable' || cause.code === 'SessionExpired')
      return new StoreError(this.address, `no Neo4j answers there (${whyNot(cause)})`, { cause })
    if (cause.code === 'Neo.ClientError.Security.Unauthorized')
      return new StoreError(this.address, 'it does not let us in: check NEO4J_USERNAME and NEO4J_PASSWORD', { cause })
    const missing =
      cause.code === 'Neo.ClientError.Statement.ParameterMissing' ? cause.message.match(/: (\w+)/)?.[1] : undefined
    return new StoreError(where, missing ? noValueFor(missing) : cause.message, { cause })
  }
}

/** The driver's message ends with what the network said; where it asked for a cluster's members in vain it is not worth reading. */
const whyNot = ({ message }: Error): string =>
  message.startsWith('Could not perform discovery')
    ? 'nobody is known by this name, or nobody listens; for a single server try bolt://'
    : message.split('Caused by: ').at(-1)!.split('\n')[0]!

/** Which statement an error came from. */
const named = new WeakMap<Error, string>()

/** Properties that are measures: always FLOAT, whole or not. Every other whole number is an INTEGER. */
const MEASURES = new Set(['confidence', 'score', 'qMin', 'qMax'])

function toDriver(value: unknown, key = ''): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !MEASURES.has(key) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map((item) => toDriver(item, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, toDriver(held, name)]))
}

const toPlainRow = (row: Record<string, unknown>): Row =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, toPlain(value)]))

function toPlain(value: unknown): unknown {
  if (neo4j.isNode(value as object))
    return {
      labels: [...(value as { labels: string[] }).labels].sort(),
      properties: toPlain((value as { properties: object }).properties),
    }
  if (neo4j.isRelationship(value as object))
    return { type: (value as { type: string }).type, properties: toPlain((value as { properties: object }).properties) }
  if (neo4j.isPath(value as object)) {
    const path = value as { start: unknown; segments: { relationship: unknown; end: unknown }[] }
    return [
      toPlain(path.start),
      ...path.segments.flatMap(({ relationship, end }) => [toPlain(relationship), toPlain(end)]),
    ]
  }
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(toPlain)
  if (value === null || typeof value !== 'object') return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value)
  return toPlainRow(byKey(value as Record<string, unknown>))
}

/** Keys in order: the databases give them in orders of their own. */
const byKey = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)))
