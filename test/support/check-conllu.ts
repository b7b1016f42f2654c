/** What the UD validator's levels 1 and 2 demand of form. Returns the faults found, with their line. */
export function faultsOf(text: string): string[] {
  const faults: string[] = []
  if (text !== '' && !text.endsWith('\n\n')) faults.push('the last sentence is not closed by an empty line')
  if (/\r/.test(text)) faults.push('carriage return')
  let lines: string[] = []
  for (const line of text.split('\n')) {
    if (line !== '') lines.push(line)
    else if (lines.length) {
      faults.push(...faultsOfSentence(lines))
      lines = []
    }
  }
  return faults
}

const UPOS = /^(ADJ|ADP|ADV|AUX|CCONJ|DET|INTJ|NOUN|NUM|PART|PRON|PROPN|PUNCT|SCONJ|SYM|VERB|X)$/
const RELATION =
  /^(acl|advcl|advmod|amod|appos|aux|case|cc|ccomp|clf|compound|conj|cop|csubj|dep|det|discourse|dislocated|expl|fixed|flat|goeswith|iobj|list|mark|nmod|nsubj|nummod|obj|obl|orphan|parataxis|punct|reparandum|root|vocative|xcomp)(:[a-z]+)*$/

function faultsOfSentence(lines: readonly string[]): string[] {
  const faults: string[] = []
  const fault = (line: string, what: string) => faults.push(`${what}: ${line}`)
  const heads: number[] = []
  let covered = 0
  let written = ''
  let comments = true
  for (const line of lines) {
    if (line.startsWith('#')) {
      if (!comments) fault(line, 'comment after words')
      continue
    }
    comments = false
    const columns = line.split('\t')
    if (columns.length !== 10) {
      fault(line, 'not ten columns')
      continue
    }
    const [id, form, lemma, upos, xpos, feats, head, deprel, deps, misc] = columns as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    if (columns.some((column) => column === '' || column !== column.trim() || /\s{2}/.test(column)))
      fault(line, 'empty column or blanks')
    if (/\s/.test(upos + xpos + feats + head + deprel + deps + misc + lemma)) fault(line, 'blank inside a column')
    const space = misc.split('|').includes('SpaceAfter=No') ? '' : ' '
    const range = /^(\d+)-(\d+)$/.exec(id)
    if (range) {
      if (Number(range[1]) !== heads.length + 1 || Number(range[2]) <= Number(range[1]) || Number(range[1]) <= covered)
        fault(line, 'wrong range')
      if (columns.slice(2, 9).some((column) => column !== '_')) fault(line, 'range with annotation')
      covered = Number(range[2])
      written += form + space
      continue
    }
    heads.push(Number(head))
    if (id !== String(heads.length)) fault(line, 'wrong number')
    if (heads.length > covered) written += form + space
    if (!UPOS.test(upos)) fault(line, 'unknown part of speech')
    if (!RELATION.test(deprel)) fault(line, 'unknown relation')
    if ((head === '0') !== (deprel === 'root')) fault(line, 'root and head disagree')
    if (head === id) fault(line, 'own head')
    if (feats !== '_' && !/^[A-Z][A-Za-z0-9]*=[^|]+(\|[A-Z][A-Za-z0-9]*=[^|]+)*$/.test(feats)) fault(line, 'features')
    if (misc !== '_' && misc.split('|').some((part) => !/^[^=|]+=[^|]*$/.test(part))) fault(line, 'misc')
  }
  const text = lines.find((line) => line.startsWith('# text = '))?.slice(9)
  if (!text) faults.push(`no text: ${lines[0]}`)
  else if (text !== written.trimEnd()) faults.push(`text and words differ: ${text} / ${written}`)
  if (!lines.some((line) => line.startsWith('# sent_id = '))) faults.push(`no sent_id: ${lines[0]}`)
  if (heads.filter((head) => head === 0).length !== 1) faults.push(`not one root: ${text}`)
  heads.forEach((_, at) => {
    let steps = 0
    for (let now = at + 1; now > 0 && steps <= heads.length; now = heads[now - 1] ?? 0) steps++
    if (steps > heads.length) faults.push(`cycle at ${at + 1}: ${text}`)
  })
  return [...faults, ...bracketFaults(lines)]
}

/** Every entity bracket that opens is closed in its sentence. */
function bracketFaults(lines: readonly string[]): string[] {
  const open: string[] = []
  for (const line of lines) {
    const cell = /(?:^|\||\t)Entity=([^|\t]*)/.exec(line)?.[1]
    if (!cell || line.startsWith('#')) continue
    for (const part of cell.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
      const id = part.replace(/[()]/g, '').split('-')[0]!
      if (part.startsWith('(') && !part.endsWith(')')) open.push(id)
      else if (!part.startsWith('(')) {
        if (!open.includes(id)) return [`closes what is not open: ${line}`]
        open.splice(open.lastIndexOf(id), 1)
      }
    }
  }
  return open.length ? [`entities left open: ${open.join(' ')}`] : []
}
