import { groupBy } from '../model/group-by.ts'
import { type Candidate, inOrder, isMeeting, type Reader, type Refiner } from './candidate.ts'

/** A name takes in the words that open it ("Typhoon" Marisol, "Treaty on" …), a company's last word and the number glued to its end ("Luna"-25). */
export const extendNames: Refiner = (candidates, reader) => {
  const names = candidates.filter(({ kind, known }) => kind === 'name' && !known)
  const rest = candidates.filter((candidate) => !names.includes(candidate))
  return [
    ...rest,
    ...[...groupBy(names, ({ sentence }) => sentence).values()].flatMap((own) => extendAll(own.sort(inOrder), reader)),
  ]
}

function extendAll(names: readonly Candidate[], reader: Reader): Candidate[] {
  const done: Candidate[] = []
  for (const name of names) {
    const longer = withCompany(withNumber(withOpening(name, reader), reader), reader)
    while (done.length > 0 && isMeeting(done.at(-1)!, longer)) done.pop() // "Typhoon" alone
    done.push(longer)
  }
  return done
}

/** The longest opening of at most four words that stands right before the name. */
function withOpening(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const { words } = sentences[name.sentence]!
  for (let size = Math.min(4, name.first - 1); size > 0; size--) {
    const before = words.slice(name.first - 1 - size, name.first - 1)
    if (!/^\p{Lu}/u.test(before[0]!.form)) continue
    const type = knowledge.nameWords.opens(before.map(({ form }) => form))
    if (!type) continue
    const isBound = /^\p{Ll}/u.test(before.at(-1)!.form) || type === 'EVENT' || type === 'VESSEL'
    if (isBound || before.every(({ upos }) => upos === 'PROPN')) return { ...name, first: name.first - size }
  }
  return name
}

/** "Lindauer" Group: the word behind it shows that no person is meant. */
function withCompany(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const next = sentences[name.sentence]!.words[name.last]
  const isCompany = next && /^\p{Lu}\p{Ll}/u.test(next.form) && knowledge.nameWords.has('companies', next.form)
  return isCompany && name.type !== 'WORK' ? { ...name, last: name.last + 1, type: 'ORGANIZATION' } : name
}

function withNumber(name: Candidate, { sentences }: Reader): Candidate {
  const { words } = sentences[name.sentence]!
  const [mark, number] = words.slice(name.last, name.last + 2)
  if (name.type === 'WORK' && mark?.upos === 'NUM' && /^\d{1,3}$/.test(mark.form) && number?.upos !== 'NOUN')
    return { ...name, last: name.last + 1 } // "Chang'e 6"
  const isGlued = mark && number && mark.start === words[name.last - 1]!.end && number.start === mark.end
  return isGlued && /^[-‐‑–]$/.test(mark.form) && /^\d+\p{Lu}?$/u.test(number.form)
    ? { ...name, last: name.last + 2 }
    : name
}
