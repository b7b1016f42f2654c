import { appendFileSync, existsSync } from 'node:fs'
import { JUDGEMENTS, type Judgement, readJudgements } from '../corpus/judgements.ts'
import { InputError } from '../model/errors.ts'
import { oneLine } from '../view/terminal.ts'
import type { JudgeOptions } from './judge.ts'
import { printLine } from './print.ts'
import { withStore } from './with-store.ts'

/** Adds a judgement to the file, with the words it is about. The same one is not written twice. */
export async function writeJudgement(
  claim: string,
  judgement: Judgement['judgement'],
  { reason, by, file = JUDGEMENTS, ...options }: JudgeOptions,
): Promise<void> {
  if (existsSync(file) && readJudgements(file).some((one) => one.claim === claim))
    throw new InputError(file, `has a judgement on ${claim} already; change it there`)
  const [found] = await withStore(options, (store) => store.ask('claim-by-id', { id: claim }))
  if (!found) throw new InputError(claim, 'is no claim of this graph; `wiregraph claims --ids` shows their ids')
  const { name, article, key, quote } = found as Record<'name' | 'article' | 'key' | 'quote', string>
  const line: Judgement = { judgement, claim, article, name, quote, ...(reason && { reason }), ...(by && { by }) }
  try {
    appendFileSync(file, `${JSON.stringify(line)}\n`)
  } catch (cause) {
    throw new InputError(file, `cannot be written (${(cause as Error).message})`, { cause })
  }
  if (options.json) return printLine(JSON.stringify(line))
  await printLine(
    `“${oneLine(name)}” (${oneLine(key)}) is ${judgement}, says ${file} now. Build again to leave it out.`,
  )
}
