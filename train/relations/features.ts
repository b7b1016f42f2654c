/** What a pair of words in a sentence's tree shows of the relation between what they mean. */
import type { Word } from '../../src/model/document.ts'
import type { Mention } from '../../src/model/mention.ts'
import type { Tree } from '../../src/nlp/tree.ts'

export interface Side {
  readonly mention: Mention
  readonly head: Word
  readonly type: string
}

/** The way from one word to the other over their lowest common governor: words up from the first, that governor, words down to the second. */
export function pathBetween(tree: Tree, from: Word, to: Word): { up: Word[]; top: Word; down: Word[] } {
  const above = [from, ...tree.ancestors(from)]
  const below = [to, ...tree.ancestors(to)]
  const top = above.find((word) => below.includes(word)) ?? tree.root!
  return { up: above.slice(0, above.indexOf(top)), top, down: below.slice(0, below.indexOf(top)).reverse() }
}

const wordOf = ({ upos, lemma, xpos }: Word): string => (upos === 'PROPN' ? 'NAME' : upos === 'NUM' ? 'NUM' : upos === 'PRON' && xpos === 'PRP' ? 'PRON' : lemma.toLowerCase())

const stepOf = (tree: Tree, word: Word): string => {
  const marks = tree.childrenBy(word, 'case', 'mark').map(({ form }) => form.toLowerCase())
  return marks.length > 0 && /^(?:obl|nmod|advcl|acl)/.test(word.deprel) ? `${word.deprel}(${marks.join(' ')})` : word.deprel
}

/** The path in words: "nsubj < bear > obl(in)"; `lexical` names the words on it. */
export function pathText(tree: Tree, from: Word, to: Word, lexical = true): string {
  const { up, top, down } = pathBetween(tree, from, to)
  const inner = (word: Word) => (word === from || word === to ? '' : lexical ? `:${wordOf(word)}` : '')
  const middle = top === from ? 'A' : top === to ? 'B' : lexical ? wordOf(top) : top.upos
  return [...up.map((word) => `${stepOf(tree, word)}${inner(word)} <`), middle, ...down.map((word) => `> ${stepOf(tree, word)}${inner(word)}`)].join(' ')
}

/** Named features that hold of the pair, in order; the first side stands first in the sentence. */
export function featuresOf(tree: Tree, a: Side, b: Side, others: readonly Side[], framed: readonly string[]): string[] {
  const { words } = tree
  const { up, top, down } = pathBetween(tree, a.head, b.head)
  const [plain, lexical] = [pathText(tree, a.head, b.head, false), pathText(tree, a.head, b.head)]
  const types = `${a.type} ${b.type}`
  const between = words.filter((word) => word.start >= a.mention.end && word.end <= b.mention.start)
  const named = others.filter(({ head }) => between.includes(head)).length
  const first = words.findIndex((word) => word.start >= a.mention.start)
  const last = words.findLastIndex((word) => word.end <= b.mention.end)
  const near = between.length <= 12 ? between : []
  const forms = near.map((word) => wordOf(word))
  const inner = [...up.slice(1), top, ...down.slice(0, -1)].filter((word) => word !== a.head && word !== b.head)
  const pre = (at: number) => (words[at] ? wordOf(words[at]) : '#')
  return [
    `types ${types}`,
    `a ${a.type} ${a.mention.kind}`,
    `b ${b.type} ${b.mention.kind}`,
    `path ${plain}`,
    `path+types ${plain} ${types}`,
    `words ${lexical}`,
    `words+types ${lexical} ${types}`,
    `top ${wordOf(top)} ${up[up.length - 1]?.deprel ?? 'A'} ${down[0]?.deprel ?? 'B'}`,
    `top+types ${wordOf(top)} ${types}`,
    `top ${wordOf(top)}`,
    `long ${Math.min(up.length + down.length, 7)}`,
    `far ${between.length < 4 ? between.length : between.length < 8 ? '4-7' : between.length < 15 ? '8-14' : '15'}`,
    `names ${Math.min(named, 3)}`,
    `before ${pre(first - 1)}`,
    `before ${pre(first - 1)} ${types}`,
    `after ${pre(last + 1)}`,
    `heads ${wordOf(a.head)} ${wordOf(b.head)}`,
    `a is ${wordOf(a.head)}`,
    `b is ${wordOf(b.head)}`,
    ...(a.head.upos === 'PROPN' ? [] : [`a noun ${a.head.lemma} ${b.type}`]),
    ...new Set(inner.map((word) => `on ${wordOf(word)}`)),
    ...new Set(inner.map((word) => `on ${wordOf(word)} ${types}`)),
    ...new Set(forms.map((form) => `in ${form}`)),
    ...new Set(forms.slice(1).map((form, at) => `in ${forms[at]} ${form}`)),
    ...(near.length > 0 && near.length <= 4 ? [`all ${forms.join(' ')}`, `all ${forms.join(' ')} ${types}`] : []),
    ...framed.map((frame) => `frame ${frame}`),
  ]
}
