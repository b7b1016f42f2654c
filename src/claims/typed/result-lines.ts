import type { Word } from '../../model/document.ts'
import type { Tree } from '../../nlp/tree.ts'
import type { Event } from './event.ts'
import { add, type Places } from './places-of-noun.ts'

/** What frames for a result that is only listed are looked up by. */
const RESULT = 'result line'

/** "Dundee 4, Ayr 1", "Leeds 3-1 Hull": results set off by points and commas, the better side as the subject; of a draw one side is `with` the other. */
export function results(tree: Tree): Event[] {
  const found: Event[] = []
  for (let at = 0; at < tree.words.length; at++) {
    const result = resultAt(tree, at)
    if (!result || !isSetOff(tree.words[result.end])) continue
    found.push(toEvent(tree, result))
    at = result.end - 1
  }
  return found
}

interface Result {
  readonly sides: readonly [Word, Word]
  readonly goals: readonly [Word, Word]
  readonly end: number
}

/** The result that begins at a place: a name and a number, then a name and a number, or a name, two numbers and a name. */
function resultAt({ words }: Tree, start: number): Result | undefined {
  const before = words[start - 1]
  if (before && !/^[:;,.]$/.test(before.form)) return undefined
  const one = nameAt(words, start)
  const first = words[one]
  if (one === start || !first || !GOALS.test(first.form)) return undefined
  const next = one + (/^[,–-]$/.test(words[one + 1]?.form ?? '') ? 2 : 1)
  const second = words[next]
  if (second && GOALS.test(second.form)) {
    const end = nameAt(words, next + 1)
    return end > next + 1 ? { sides: [words[start]!, words[next + 1]!], goals: [first, second], end } : undefined
  }
  const other = nameAt(words, next)
  const last = words[other]
  if (other === next || !last || !GOALS.test(last.form)) return undefined
  return { sides: [words[start]!, words[next]!], goals: [first, last], end: other + 1 }
}
/** Whether nothing of the sentence goes on behind a result: its end, a mark, a bracket. */
const isSetOff = (next: Word | undefined): boolean => !next || /^[.;(,]$/.test(next.form)

const GOALS = /^\d{1,3}$/

/** Where the name that begins at a place ends; the place itself when there is none. */
function nameAt(words: readonly Word[], start: number): number {
  let end = start
  while (words[end]?.upos === 'PROPN') end++
  return end
}

function toEvent(tree: Tree, { sides, goals }: Result): Event {
  const [one, other] = sides.map((side) => headOfName(tree, side)) as [Word, Word]
  const [left, right] = goals.map(({ form }) => Number(form)) as [number, number]
  const places: Places = new Map()
  add(places, 'subj', left < right ? other : one)
  add(places, left === right ? 'with' : 'obj', left < right ? one : other)
  if (left !== right) add(places, 'score', goals[0])
  const [trigger] = goals
  return {
    kind: 'verb',
    trigger,
    words: [...goals],
    lemmas: [RESULT],
    modifiers: [],
    passive: false,
    clause: undefined,
    places,
  }
}

/** The word of a name's run that the others hang on. */
function headOfName(tree: Tree, first: Word): Word {
  let head = first
  for (let above = tree.head(head); above?.upos === 'PROPN' && above.index === head.index + 1; above = tree.head(head))
    head = above
  return head
}
