import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InputError } from '../model/errors.ts'
import type { Store } from '../store/store.ts'
import { html } from '../view/html.ts'
import { type Answer, PAGES, page } from './pages.ts'

export interface Serving {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  close(): Promise<void>
}

/** A graph that is opened when it is asked for. */
export type Opening = <T>(work: (store: Store) => Promise<T>) => Promise<T>

/**
 * Pages of a graph for the browsers of this machine, and no others: it listens on the loopback address, answers to its own names only (another site's page could
 * otherwise read it), and takes no more than reading. One page at a time. `port` 0: any that is free. Throws `InputError` where the port cannot be had.
 */
export async function serve(withGraph: Opening, port: number): Promise<Serving> {
  let last: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    last = last.then(() => answer(request, response, withGraph)).catch(() => response.destroy())
  })
  await listening(server, port)
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const why = code === 'EADDRINUSE' ? 'is in use; choose another with --port' : `cannot be listened on (${message})`
      reject(new InputError(`port ${port}`, why))
    })
    server.listen(port, '127.0.0.1', resolve)
  })

const HERE = 'http://127.0.0.1'
const OWN_NAME = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

async function answer(request: IncomingMessage, response: ServerResponse, withGraph: Opening): Promise<void> {
  const say = (status: number, body: string, more: Record<string, string> = {}) =>
    response.writeHead(status, { ...HEADERS, ...more }).end(request.method === 'HEAD' ? '' : body)
  const words = (text: string) => page('wiregraph', '', [`<p>${html(text)}</p>\n`]).page
  if (!OWN_NAME.test(request.headers.host ?? '')) return void say(421, words('This address is not served here.'))
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void say(405, words('Pages can only be read.'), { allow: 'GET, HEAD' })
  const path = request.url ?? '/'
  const url = URL.canParse(path, HERE) ? new URL(path, HERE) : undefined
  const make = url && Object.hasOwn(PAGES, url.pathname) ? PAGES[url.pathname] : undefined
  if (!url || !make) return void say(404, words('There is no such page.'))
  try {
    const found: Answer = await withGraph((store) => make(store, url.searchParams))
    if ('moved' in found) say(302, '', { location: found.moved })
    else say(found.status, found.page)
  } catch (error) {
    say(503, words((error as Error).message))
  }
}
