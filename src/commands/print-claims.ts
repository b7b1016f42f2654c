import { type FoundClaim, findClaims, findClaimsWithWords } from '../query/claims.ts'
import type { Store } from '../store/store.ts'
import { renderClaims } from '../view/render-claims.ts'
import { oneLine, styleFor } from '../view/terminal.ts'
import { nobodyCalled } from './nobody-called.ts'
import { printLine } from './print.ts'
import { type StoreOptions, withStore } from './with-store.ts'

export interface ClaimsOptions extends StoreOptions {
  readonly about?: string
  readonly type?: string
  readonly limit?: number
  readonly all?: boolean
  readonly ids?: boolean
}

/** Claims shown where neither a name nor a type is given. */
const SUREST = 50

/** Prints the claims asked for; exit code 1 when there are none. */
export async function printClaims(options: ClaimsOptions): Promise<void> {
  await withStore(options, async (store) => {
    const { claims, note } = await asked(store, options)
    if (claims.length === 0) {
      process.exitCode = 1
      if (!options.json) process.stderr.write(`${note ?? 'The graph has no claims.'}\n`)
    } else if (options.json) for (const claim of claims) await printLine(JSON.stringify(claim))
    else {
      const style = styleFor(process.stdout)
      await printLine([renderClaims(claims, style, options), ...(note ? ['', style.dim(note)] : [])].join('\n'))
    }
  })
}

/** The claims, and what there is to say of which ones they are. */
async function asked(
  store: Store,
  { about, type: given, limit }: ClaimsOptions,
): Promise<{ claims: FoundClaim[]; note?: string }> {
  const type = given?.toUpperCase()
  const ofType = (claims: FoundClaim[]) => claims.filter((claim) => type === undefined || claim.type === type)
  if (about === undefined && type === undefined) {
    const claims = await findClaims(store, { limit: limit ?? SUREST })
    const [counts] = await store.ask('count-nodes')
    const total = counts!.claims as number
    return total > claims.length
      ? { claims, note: `The surest ${claims.length} of ${total} claims; --limit, --about and --type show others.` }
      : { claims }
  }
  const found = await findClaims(store, { about, type })
  if (found.length > 0) return cut(found, limit)
  if (about === undefined) return { claims: [], note: `No claims of the type ${type}. ${await knownTypes(store)}` }
  const known = (await store.ask('entity-by-name', { name: about })).length > 0
  if (known) {
    const all = type === undefined ? [] : await findClaims(store, { about })
    const types = [...new Set(all.map((claim) => claim.type))]
    const instead = types.length > 0 ? `; there are claims of ${types.join(', ')}` : ''
    return {
      claims: [],
      note: `Nothing${type ? ` of the type ${type}` : ''} is claimed about “${oneLine(about)}”${instead}.`,
    }
  }
  const claims = ofType(await findClaimsWithWords(store, about))
  if (claims.length === 0) return { claims, note: await nobodyCalled(store, about) }
  const note = `Nobody and nothing in the graph is called “${oneLine(about)}”; these are the claims with the words in them.`
  return { claims: claims.slice(0, limit), note }
}

function cut(claims: FoundClaim[], limit: number | undefined): { claims: FoundClaim[]; note?: string } {
  if (limit === undefined || claims.length <= limit) return { claims }
  return { claims: claims.slice(0, limit), note: `The first ${limit} of ${claims.length}.` }
}

async function knownTypes(store: Store): Promise<string> {
  const types = (await store.ask('count-claims-by-type')).map(({ type }) => type as string)
  return types.length > 0 ? `There are ${types.join(', ')}.` : 'The graph has no claims yet.'
}
