import { z } from 'zod'
import { type Source, SourceKind } from '../model/article.ts'
import { sha256, slug } from '../model/id.ts'
import { readSeed } from '../read-seed.ts'

/** Known publishers: `seeds/gazetteer/outlets.json`. Aliases and domains are lower-cased for comparison. */
export const Outlets = z.array(
  z.strictObject({
    name: z.string(),
    kind: SourceKind,
    aliases: z.array(z.string()).default([]),
    domains: z.array(z.string()).default([]),
    country: z.string().optional(),
  }),
)
export type Outlet = Readonly<z.infer<typeof Outlets>[number]>

let byName: Map<string, Outlet> | undefined
let byDomain: Map<string, Outlet> | undefined

function load(): void {
  const outlets = readSeed('gazetteer/outlets.json', Outlets)
  byName = new Map(outlets.flatMap((outlet) => [outlet.name, ...outlet.aliases].map((name) => [key(name), outlet])))
  byDomain = new Map(outlets.flatMap((outlet) => outlet.domains.map((domain) => [domain.toLowerCase(), outlet])))
}

const key = (name: string) => slug(name.replace(/^the\s+/i, ''))

/** The known outlet of this name or alias, with or without "The". */
export function outletByName(name: string): Outlet | undefined {
  if (!byName) load()
  return byName!.get(key(name))
}

/** The known outlet of this host: "edition.cnn.com" → CNN. */
export function outletByHost(host: string): Outlet | undefined {
  if (!byDomain) load()
  const labels = host.toLowerCase().split('.')
  for (let from = 0; from < labels.length - 1; from++) {
    const outlet = byDomain!.get(labels.slice(from).join('.'))
    if (outlet) return outlet
  }
  return undefined
}

/** Who printed it, by name where one is known: the known outlet's own name and kind, else the name as given. */
export function toSource(name: string): Source {
  const outlet = outletByName(name)
  const chosen = outlet?.name ?? name
  return { id: `source:${slug(chosen) || sha256(chosen).slice(0, 16)}`, name: chosen, kind: outlet?.kind ?? 'unknown' }
}

export const hostOf = (url: string): string | undefined =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\d?\./, '') || undefined : undefined

/**
 * Who printed an article: its metadata's name, the known outlet of its address, the host of its address, the agency of its
 * dateline; else the file stands for it (`source:file:…`), so that two unknowns do not count as one and a reader sees where to look.
 */
export function findSource(known: {
  name?: string | undefined
  url?: string | undefined
  agency?: string | undefined
  file: string
}): Source {
  const name = known.name?.replace(/\s+/g, ' ').trim()
  if (name && !/^https?:/.test(name)) return toSource(hostLike(name) ? (outletByHost(name)?.name ?? name) : name)
  const host = known.url ? hostOf(known.url) : undefined
  if (host) return toSource(outletByHost(host)?.name ?? host)
  if (known.agency) return toSource(known.agency)
  return { id: `source:file:${slug(known.file) || sha256(known.file).slice(0, 16)}`, name: known.file, kind: 'unknown' }
}

const hostLike = (name: string) => /^[\w-]+(\.[\w-]+)+$/.test(name)
