import type { Candidate, Reader, Refiner } from './candidate.ts'

const SYLLABLE = /^\p{Ll}{1,6}$/u

/** Given names written with a hyphen are whole. */
export const joinSyllables: Refiner = (candidates, reader) =>
  candidates.map((candidate) => (candidate.kind === 'name' ? withSyllable(candidate, reader) : candidate))

/** "Kang Mi"-ran: what the tree counts to the name, or the second syllable of a given name behind a family name that stands first. */
function withSyllable(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const { words } = sentences[name.sentence]!
  const own = words.slice(name.first - 1, name.last)
  const [mark, rest] = words.slice(name.last, name.last + 2)
  if (name.type !== 'PERSON' || !mark || !rest || !/^[-‐‑]$/.test(mark.form)) return name
  if (mark.start !== own.at(-1)!.end || rest.start !== mark.end) return name
  const isFlat = rest.deprel === 'flat' && rest.head >= name.first && rest.head <= name.last
  const isSyllable = own.length === 2 && knowledge.isFamilyFirst(own[0]!.form) && own[1]!.form.length < 6
  return isFlat || (isSyllable && SYLLABLE.test(rest.form)) ? { ...name, last: name.last + 2 } : name
}
