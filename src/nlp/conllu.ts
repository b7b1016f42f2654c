/** One word line of CoNLL-U; columns are "_" when empty. */
export interface Row {
  form: string
  lemma: string
  upos: string
  xpos: string
  feats: string
  head: number
  deprel: string
  deps: string
  misc: string
}

/** A range line: words `first` to `last` (counted from 1) are written as one. */
export interface Range {
  first: number
  last: number
  form: string
  misc: string
}

/** A sentence of a CoNLL-U file. `comments` keep their "#". */
export interface ConlluSentence {
  comments: string[]
  rows: Row[]
  ranges: Range[]
}

/** Reads CoNLL-U; empty nodes (2.1) are left out, lines without enough columns are filled up with "_". */
export function parseConllu(text: string): ConlluSentence[] {
  const found: ConlluSentence[] = []
  let now: ConlluSentence = { comments: [], rows: [], ranges: [] }
  for (const line of `${text}\n\n`.split('\n')) {
    const trimmed = line.replace(/\r$/, '')
    if (trimmed.startsWith('#')) now.comments.push(trimmed)
    else if (!trimmed.trim()) {
      if (now.rows.length) {
        found.push(now)
        now = { comments: [], rows: [], ranges: [] }
      }
    } else addLine(now, trimmed.split('\t'))
  }
  return found
}

function addLine(sentence: ConlluSentence, columns: readonly string[]): void {
  const [id = '', form = '_'] = columns
  const cell = (at: number) => columns[at] || '_'
  const range = /^(\d+)-(\d+)$/.exec(id)
  if (range) sentence.ranges.push({ first: Number(range[1]), last: Number(range[2]), form, misc: cell(9) })
  else if (/^\d+$/.test(id))
    sentence.rows.push({
      form,
      lemma: cell(2),
      upos: cell(3),
      xpos: cell(4),
      feats: cell(5),
      head: /^\d+$/.test(cell(6)) ? Number(cell(6)) : 0,
      deprel: cell(7),
      deps: cell(8),
      misc: cell(9),
    })
}

/** The value of a comment: `commentOf(sentence, 'newdoc id')`. */
export function commentOf(sentence: ConlluSentence, key: string): string | undefined {
  for (const comment of sentence.comments) {
    const body = comment.slice(1).trimStart()
    if (!body.startsWith(key)) continue
    const match = /^\s*=\s*(.*)$/.exec(body.slice(key.length))
    if (match) return match[1]
  }
  return undefined
}

/** One sentence as lines, with the empty line after it. */
export function renderConllu({ comments, rows, ranges }: ConlluSentence): string {
  const lines = [...comments]
  const starts = new Map(ranges.map((range) => [range.first, range]))
  rows.forEach((row, at) => {
    const range = starts.get(at + 1)
    if (range) lines.push(`${range.first}-${range.last}\t${range.form}${'\t_'.repeat(7)}\t${range.misc}`)
    lines.push(
      [at + 1, row.form, row.lemma, row.upos, row.xpos, row.feats, row.head, row.deprel, row.deps, row.misc].join('\t'),
    )
  })
  return `${lines.join('\n')}\n\n`
}
