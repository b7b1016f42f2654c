import { existsSync } from 'node:fs'
import {
  type ClaimJudgement,
  identityRules,
  isOfClaim,
  isOfIdentity,
  JUDGEMENTS,
  type Judgement,
  readJudgements,
  struckBy,
} from '../corpus/judgements.ts'
import { IdentityRules } from '../entities/identity-rules.ts'
import { HOME } from '../home.ts'
import type { Extraction } from '../model/extraction.ts'
import { summarize } from '../query/summary.ts'
import { EXIT, exitCodeOf, isSkipped, renderProblem } from '../read/problem.ts'
import type { Read } from '../read/read-input.ts'
import { readingVersion } from '../reading-version.ts'
import { analyseArticles } from '../run/analyse-articles.ts'
import { readSafely } from '../run/read-safely.ts'
import { DEFAULT_STORE, openStore } from '../store/open-store.ts'
import type { LoadOptions, Store } from '../store/store.ts'
import { type BuildReport, renderSummary } from '../view/render-summary.ts'
import { counted, oneLine, styleFor } from '../view/terminal.ts'
import { Progress } from './progress.ts'

export interface BuildOptions {
  readonly store?: string
  readonly engine?: 'encoder' | 'fast'
  readonly jobs?: number
  readonly deadline?: number
  readonly date?: string
  readonly judgements?: string
  readonly json?: boolean
}

/** Diagnostics that tell of lost text; they do not change the exit code, but nobody should miss them. */
const CUTS = new Set(['text-cut', 'nested-html', 'broken-bytes'])

/** Articles loaded in one transaction, or fewer once so many milliseconds have passed: what is read is not lost for long. */
const TOGETHER = 25
const AT_LEAST_EVERY = 10_000

/** Reads articles into the graph and prints the summary; returns the exit code. What is reported as loaded is committed. */
export async function build(paths: readonly string[], options: BuildOptions): Promise<number> {
  const { store: address, engine = 'encoder', jobs, deadline, date, json } = options
  const place = address ?? (process.env.NEO4J_URI || DEFAULT_STORE)
  const version = readingVersion(engine)
  const judged = judgementsOf(options.judgements)
  const struck = struckBy(judged)
  const identities = identityRules(judged)
  const deadlineMs = deadline && deadline * 1000
  const started = performance.now()
  const done = { loaded: 0, replaced: 0, unchanged: 0, words: 0, silentSentences: 0 }
  const cuts: { code: string; text: string }[] = []
  const problems: { code: string; text: string; skipped: boolean }[] = []
  const progress = new Progress(process.stderr)
  const onInterrupt = () => {
    progress.end()
    process.stderr.write(`${interrupted(done.loaded + done.replaced + done.unchanged, place)}\n`)
    process.exit(EXIT.interrupted)
  }
  process.once('SIGINT', onInterrupt)
  const store = await openStore(address)
  try {
    await store.prepare()
    const reads = readSafely(paths.length > 0 ? paths : [`${HOME}seeds/articles`], { date, deadlineMs })
    const wanted = { version, struck, identities: new IdentityRules(identities) }
    const changed = leaveOutUnchanged(progress.counting(reads), store, wanted, () => done.unchanged++)
    const pending: Extraction[] = []
    let flushed = performance.now()
    const flush = async () => {
      for (const { action } of await store.load(pending, { version, struck })) done[action]++
      pending.length = 0
      flushed = performance.now()
      progress.show(done.loaded + done.replaced, done.unchanged, done.words)
    }
    for await (const read of analyseArticles(changed, { engine, jobs, deadlineMs, identities })) {
      if ('problem' in read) {
        problems.push({ code: read.problem.code, text: renderProblem(read.problem), skipped: isSkipped(read.problem) })
        if (isSkipped(read.problem)) progress.say(oneLine(renderProblem(read.problem)))
        continue
      }
      pending.push(read.extraction)
      for (const judgement of noLongerFound(judged, read.extraction))
        cuts.push({ code: 'judgement-unused', text: describeUnused(judgement) })
      done.words += countWords(read.extraction.article.text)
      for (const { code, message } of read.extraction.diagnostics)
        if (CUTS.has(code)) cuts.push({ code, text: `${read.extraction.article.path}: ${message}` })
      done.silentSentences += read.extraction.diagnostics.filter(({ code }) => code === 'silent-sentence').length
      progress.show(done.loaded + done.replaced + pending.length, done.unchanged, done.words)
      if (pending.length >= TOGETHER || performance.now() - flushed > AT_LEAST_EVERY) await flush()
    }
    if (pending.length > 0) await flush()
    progress.phase('comparing claims')
    await store.finish()
    progress.end()
    const report: BuildReport = {
      store: place,
      struck: judged.filter(isOfClaim).length,
      identities: judged.filter(isOfIdentity).length,
      ...done,
      seconds: (performance.now() - started) / 1000,
      problems: problems.filter(({ skipped }) => skipped),
      cuts,
    }
    const read = done.loaded + done.replaced + done.unchanged
    const summary = await summarize(store)
    if (json) process.stdout.write(`${JSON.stringify({ ...report, summary })}\n`)
    else if (read > 0) process.stdout.write(`${renderSummary(report, summary, styleFor(process.stdout))}\n`)
    return read === 0 && report.problems.length === 0 ? EXIT.nothingRead : exitCodeOf(read, report.problems.length)
  } finally {
    process.off('SIGINT', onInterrupt)
    progress.end()
    await store.close()
  }
}

/** The judgements of a file; of the usual one where it is there and none is named. */
function judgementsOf(file: string | undefined): Judgement[] {
  if (file !== undefined) return readJudgements(file)
  return existsSync(JUDGEMENTS) ? readJudgements(JUDGEMENTS) : []
}

/** Judgements of an article on claims that are not read in it any more. */
const noLongerFound = (judged: readonly Judgement[], { article, claims }: Extraction): ClaimJudgement[] =>
  judged.filter(isOfClaim).filter((one) => one.article === article.id && !claims.some(({ id }) => id === one.claim))

const describeUnused = ({ claim, name, quote }: ClaimJudgement): string =>
  `the judgement on ${claim}${name ? ` (${name})` : ''} has nothing to judge any more: no such claim is read in its article${quote ? `; see “${quote}”` : ''}`

const interrupted = (articles: number, place: string): string =>
  `Stopped. ${counted(articles, 'article')} ${articles === 1 ? 'is' : 'are'} in ${oneLine(place)}; the same command goes on from there.`

/** Passes on what the graph does not have in this form yet: same text, same reading version, the same judgements applied. */
async function* leaveOutUnchanged(
  reads: AsyncIterable<Read>,
  store: Store,
  { version, struck, identities }: LoadOptions & { readonly identities: IdentityRules },
  unchanged: () => void,
): AsyncGenerator<Read> {
  const judged = [...new Set(identities.rules.map(({ entity }) => entity))]
  for await (const read of reads) {
    if ('article' in read) {
      const { id, textHash } = read.article
      const [known] = await store.ask('readings-of-articles', { ids: [id], judged })
      const applied = (known?.identities as string[] | null | undefined) ?? []
      const wanted = struck?.get(id) ?? []
      const isSame = known?.textHash === textHash && known.version === version
      const areSame =
        applied.join('\n') === identities.notesFor(id, (known?.named as string[]) ?? [], applied).join('\n')
      if (isSame && areSame && ((known.struck as string[] | null) ?? []).join() === wanted.join()) {
        unchanged()
        continue
      }
    }
    yield read
  }
}

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0
