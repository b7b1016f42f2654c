import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Amount, Figure } from './figure.ts'

/** The measure of whoever is of an age. */
export const AGE = 'age'

/** Whose age it is, by the tree: "Ana Ruiz, 33,", "Ana Ruiz, aged 33", "the 33-year-old driver, Ana Ruiz", "Ana Ruiz, who is 33". */
export function ageFigure(quantity: Amount, words: readonly Word[], tree: Tree): Figure | undefined {
  const inside = words.filter(({ start, end }) => start >= quantity.start && end <= quantity.end)
  const top = inside.find(({ head }) => !inside.some(({ index }) => index === head))
  const holder = top && holderOf(top, tree)
  if (!holder) return undefined
  return {
    quantity,
    measure: AGE,
    trigger: top,
    carrier: undefined,
    holder,
    doer: undefined,
    counted: undefined,
    ofThem: false,
    isMore: false,
    isRising: false,
    earlier: undefined,
  }
}

function holderOf(age: Word, tree: Tree): Word | undefined {
  const subject = tree.child(age, 'nsubj')
  if (subject) return isRelation(age, 'acl:relcl') ? tree.head(age) : subject
  return isRelation(age, 'nummod', 'amod', 'appos', 'acl', 'nmod', 'compound', 'dep') ? tree.head(age) : undefined
}
