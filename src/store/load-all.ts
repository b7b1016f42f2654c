import type { Extraction } from '../model/extraction.ts'
import type { LoadOptions, LoadReport, RefreshReport, Store } from './store.ts'

/** Articles and characters of one transaction: enough to be fast, little enough to be held twice. */
const ARTICLES = 20
const CHARACTERS = 100_000

/**
 * Loads any number of articles, several in a transaction, and finishes. Each report comes when its article is safely in the graph;
 * an error says which articles were not: those after the last report.
 */
export async function loadAll(
  store: Store,
  extractions: AsyncIterable<Extraction> | Iterable<Extraction>,
  options: LoadOptions & { readonly onReport?: (report: LoadReport) => void },
): Promise<RefreshReport> {
  let batch: Extraction[] = []
  const flush = async () => {
    const reports = await store.load(batch, options)
    batch = []
    if (options.onReport) reports.forEach(options.onReport)
  }
  for await (const extraction of extractions) {
    const size = batch.reduce((sum, { article }) => sum + article.text.length, extraction.article.text.length)
    if (batch.length > 0 && (batch.length >= ARTICLES || size > CHARACTERS)) await flush()
    batch.push(extraction)
  }
  if (batch.length > 0) await flush()
  return store.finish()
}
