import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { isOfClaim, JUDGEMENTS, type Judgement, parseJudgements, readJudgements } from '../corpus/judgements.ts'
import { typeOfLabel } from '../graph/labels.ts'
import { InputError } from '../model/errors.ts'
import { contentId } from '../model/id.ts'
import { type FoundEntity, findNamed } from '../query/profile.ts'
import type { Store } from '../store/store.ts'
import { oneLine } from '../view/terminal.ts'
import { nobodyCalled } from './nobody-called.ts'
import { printLine } from './print.ts'
import { type StoreOptions, withStore } from './with-store.ts'

/** What a claim or a name is judged to be. */
export type Choice = 'not a claim' | 'same' | 'not the same'

export interface JudgeOptions extends StoreOptions {
  readonly reason?: string
  readonly by?: string
  readonly file?: string
  readonly name?: string
}

interface Given {
  readonly what: string
  readonly judgement: Choice
  readonly other: string | undefined
}

/** Adds a judgement to the file, with the words it is about. The same one is not written twice. */
export async function writeJudgement(given: Given, options: JudgeOptions): Promise<void> {
  const { reason, by, file = JUDGEMENTS } = options
  if (given.judgement !== 'not a claim' && given.other === undefined)
    throw new InputError(
      given.judgement,
      `needs a third word: ${given.judgement === 'same' ? 'as whom' : 'in which article'} (see \`judge --help\`)`,
    )
  const { line, says } = await withStore(options, (store) => FIND[given.judgement](store, given, options))
  const whole: Judgement = { ...line, ...(reason && { reason }), ...(by && { by }) }
  refuseTwice(whole, file)
  append(file, whole)
  if (options.json) return printLine(JSON.stringify(whole))
  await printLine(`${says}, says ${file} now. Build again to read it so.`)
}

type Found = { readonly line: Judgement; readonly says: string }
const FIND: Readonly<Record<Choice, (store: Store, given: Given, options: JudgeOptions) => Promise<Found>>> = {
  'not a claim': async (store, { what: claim }) => {
    const [found] = await store.ask('claim-by-id', { id: claim })
    if (!found) throw new InputError(claim, 'is no claim of this graph; `wiregraph claims --ids` shows their ids')
    const { name, article, key, quote } = found as Record<'name' | 'article' | 'key' | 'quote', string>
    const line = { judgement: 'not a claim', claim, article, name, quote } as const
    return { line, says: `“${oneLine(name)}” (${oneLine(key)}) is not a claim` }
  },
  same: async (store, { what, other }) => {
    const [one, as] = [await theOne(store, what), await theOne(store, other!)]
    if (one.id === as.id) throw new InputError(what, `is ${as.id} already`)
    const line = { judgement: 'same', entity: one.id, as: as.id, type: typeOfLabel(as.type), name: as.name } as const
    return { line, says: `${oneLine(one.name)} (${one.id}) is ${oneLine(as.name)} (${as.id})` }
  },
  'not the same': async (store, { what, other }, { name }) => {
    const { id: entity, type, name: called } = await theOne(store, what)
    const [found] = await store.ask('article-by-name', { name: other!, entity })
    if (!found)
      throw new InputError(
        other!,
        `is no article that names ${oneLine(called)}; \`wiregraph evidence\` and \`query --file cypher/read/articles.cypher\` show their keys`,
      )
    const { article, key } = found as Record<'article' | 'key', string>
    const as = `${entity}-${contentId('other', article, entity).slice(-6)}`
    const line = {
      judgement: 'not the same',
      entity,
      article,
      as,
      type: typeOfLabel(type),
      name: name ?? called,
    } as const
    return { line, says: `${oneLine(called)} of ${oneLine(key)} is another (${as})` }
  },
}

/** The entity with an id, or the only one that is called so; throws where nobody is, or several are. */
async function theOne(store: Store, name: string): Promise<FoundEntity> {
  const found = await findNamed(store, name)
  if (found.length === 0) throw new InputError(name, `is nobody here. ${await nobodyCalled(store, name)}`)
  if (found.length > 1) throw new InputError(name, `may be ${found.map(({ id }) => id).join(' or ')}: give the id`)
  return found[0]!
}

/** What was judged once is changed in the file, not judged again below. */
function refuseTwice(line: Judgement, file: string): void {
  if (!existsSync(file)) return
  const isOn = (one: Judgement) =>
    isOfClaim(one) || isOfClaim(line)
      ? isOfClaim(one) && isOfClaim(line) && one.claim === line.claim
      : one.judgement === line.judgement &&
        one.entity === line.entity &&
        ('article' in one ? one.article : '') === ('article' in line ? line.article : '')
  if (readJudgements(file).some(isOn))
    throw new InputError(
      file,
      `has a judgement on ${isOfClaim(line) ? line.claim : line.entity} already; change it there`,
    )
}

/** One line more, when all lines can stand together. */
function append(file: string, line: Judgement): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const added = `${before === '' || before.endsWith('\n') ? '' : '\n'}${JSON.stringify(line)}\n`
  parseJudgements(before + added, file)
  try {
    appendFileSync(file, added)
  } catch (cause) {
    throw new InputError(file, `cannot be written (${(cause as Error).message})`, { cause })
  }
}
