import type { Word } from '../model/document.ts'
import type { Tree } from '../nlp/tree.ts'
import type { Reference } from './reference.ts'

/** "the 45-year-old": an adjective that stands for somebody. */
export const isAged = (head: Word, tree: Tree): boolean =>
  /\d-year-old$/.test(head.form) || (head.lemma === 'old' && tree.children(head).some(isYear))

/** The age in years that a phrase says: "the 45-year-old goalkeeper". */
export function ageIn({ head, core }: Reference, tree: Tree): number | undefined {
  const words = tree.words.slice(core.first - 1, Math.max(core.last, head.index))
  const old = words.findIndex(({ form }) => /(?:^|-)old$/.test(form))
  const text = words
    .slice(0, old + 1)
    .map(({ form }) => form)
    .join('-')
  const age = /(?:^|-)(\d{1,3})-+year-+old$/.exec(text)
  return age ? Number(age[1]) : undefined
}

/** The age behind a name: "Ana Ruiz, 44, …". */
export function ageBehind({ core }: Reference, tree: Tree): number | undefined {
  const [comma, age, next] = [tree.word(core.last + 1), tree.word(core.last + 2), tree.word(core.last + 3)]
  const isAge = comma?.form === ',' && /^\d{1,2}$/.test(age?.form ?? '') && /^[,.]$/.test(next?.form ?? '')
  return isAge ? Number(age!.form) : undefined
}

const isYear = ({ lemma }: Word): boolean => lemma === 'year'
