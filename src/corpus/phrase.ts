/** The words of a phrase before what hangs on its head: "The road to Corrie" → "The road". */
export const frontOf = (phrase: string): string => phrase.split(BEHIND_HEAD)[0]!
const BEHIND_HEAD =
  /\s(?:of|for|in|from|at|on|with|to|by|off|near|above|below|inside|that|who|which|proposed|made|offered)\s|,/i

/** The last word of it, in lower case: "any foreign aid from Bostria" → "aid". */
export const lastOf = (phrase: string): string => frontOf(phrase).trim().split(/\s+/).at(-1)!.toLowerCase()
