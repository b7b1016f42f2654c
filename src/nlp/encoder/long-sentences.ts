/** A sentence read in one go; longer ones are read in parts. */
const MOST_WORDS = 200
/** Room for the special pieces and for words of many pieces. */
const MOST_PIECES = 500

/** Cuts a sentence into parts that the model can read, behind punctuation where there is some. Returns the first word of each part. */
export function partsOf(forms: readonly string[], pieces: (form: string) => number): number[] {
  const starts = [0]
  let used = 0
  let mark = -1
  for (let word = 0; word < forms.length; word++) {
    const start = starts.at(-1)!
    used += pieces(forms[word]!)
    if (word > start && (word - start >= MOST_WORDS || used > MOST_PIECES)) {
      const cut = mark > start + MOST_WORDS / 4 ? mark : word
      starts.push(cut)
      used = 0
      for (let at = cut; at <= word; at++) used += pieces(forms[at]!)
      mark = -1
    }
    if (/^[.,;:!?—–-]+$/.test(forms[word]!)) mark = word + 1
  }
  return starts
}

/** One tree from the trees of the parts: the later roots hang on the first. `heads` are counted within their part, 0 for its root. */
export function joinTrees(
  parts: readonly {
    readonly start: number
    readonly heads: readonly number[]
    readonly relations: readonly string[]
  }[],
): {
  heads: number[]
  relations: string[]
} {
  const heads: number[] = []
  const relations: string[] = []
  let root = 0
  for (const { start, heads: inner, relations: labels } of parts) {
    inner.forEach((head, at) => {
      if (head > 0) heads.push(head + start)
      else heads.push(root)
      relations.push(head === 0 && root > 0 ? 'parataxis' : labels[at]!)
      if (head === 0 && root === 0) root = start + at + 1
    })
  }
  return { heads, relations }
}
