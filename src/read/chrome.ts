import { z } from 'zod'
import { readSeed } from '../read-seed.ts'
import { UPPER } from '../text/letters.ts'
import { endsSentence, plain, wordCount } from './lines.ts'

const phrases = z.array(z.string().toLowerCase())

/** What many sites put around their reports: `seeds/lexicon/chrome.json`. Lower case, straight apostrophes. */
export const ChromeLexicon = z.strictObject({
  /** last word of a short line that names a picture for those who cannot see it: "Author avatar" */
  alternatives: phrases,
  /** a line that is nothing else */
  whole: phrases,
  /** how a line of chrome begins */
  start: phrases,
  /** what only a line of chrome has inside */
  inside: phrases,
  /** who wrote and edited, below a report */
  credits: phrases,
  /** calls to pay or to log in that close a teaser */
  gates: phrases,
  /** how a teaser opens */
  openers: phrases,
  /** how a site speaks of itself and to its readers */
  voice: phrases,
  /** "BREAKING:" before the first words */
  labels: phrases,
  /** "Source:" before the name of who printed it */
  publisherLabels: phrases,
  /** what the names of newspapers, agencies and their desks end in */
  publishers: phrases,
  /** Words that names of publishers in other languages begin with: "Diario del Paso". */
  publisherStarts: phrases,
  /** what a publisher's name of one word ends in: "Sportsline" */
  publisherEndings: phrases,
  /** how captions and credits of pictures are written */
  pictures: z.strictObject({ words: phrases, starts: phrases, agencies: phrases }),
})

const escaped = (phrase: string) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Longer phrases first, so that the longest matches. */
const either = (list: readonly string[]) =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
const edge = (list: readonly string[]) => `(?:${either(list)})(?![\\p{L}\\p{N}])`

function compile(lexicon: z.infer<typeof ChromeLexicon>) {
  const { words, starts, agencies } = lexicon.pictures
  return {
    whole: new Set(lexicon.whole.map(plain)),
    publishers: new Set(lexicon.publishers),
    publisherStarts: new Set(lexicon.publisherStarts),
    publisherLabel: new RegExp(`^(?:${either(lexicon.publisherLabels)}):\\s*`, 'i'),
    publisher: new RegExp(`^\\p{Lu}[\\p{L}\\d]{3,}(?:${either(lexicon.publisherEndings)})$`, 'u'),
    alternative: new RegExp(`^(?:[\\p{L}\\p{N}'-]+\\s){1,3}(?:${either(lexicon.alternatives)})$`, 'u'),
    glue: new RegExp(`^(?:${either(lexicon.whole.filter((phrase) => wordCount(phrase) > 1))})`, 'iu'),
    glued: new RegExp(`(?:${either(lexicon.whole.filter((phrase) => wordCount(phrase) > 1))})$`, 'iu'),
    start: new RegExp(
      `^${lexicon.start.map((phrase) => (/\p{L}$/u.test(phrase) && !phrase.endsWith('stor') ? `${escaped(phrase)}(?!\\p{L})` : escaped(phrase))).join('|^')}`,
      'iu',
    ),
    inside: new RegExp(`(?<!\\p{L})${edge(lexicon.inside)}`, 'iu'),
    credits: new RegExp(`(?:^|[(;.]\\s*)${edge(lexicon.credits)}|${edge(lexicon.credits)}[.)]*$`, 'iu'),
    gates: new RegExp(`(?<!\\p{L})${edge(lexicon.gates)}`, 'iu'),
    openers: new RegExp(`^${edge(lexicon.openers)}|(?<!\\p{L})${edge(lexicon.openers)}:?$`, 'iu'),
    voice: new RegExp(`(?<!\\p{L})${edge(lexicon.voice)}`, 'giu'),
    label: new RegExp(`^(?:${either(lexicon.labels)})\\s*(?::|\\||–|—|- )\\s*(?=\\S)`, 'iu'),
    pictureStart: new RegExp(
      `^[([]?${edge(lexicon.pictures.starts.filter((start) => /\p{L}$/u.test(start)))}|^[([]?(?:${either(starts.filter((start) => !/\p{L}$/u.test(start)))})`,
      'iu',
    ),
    pictureCredit: new RegExp(
      `(?:^|[.!?)”"’']\\s*|[([|]\\s*|\\s[—–|-]\\s)(?:${either(words)})\\s*(?:credit|courtesy|source)?\\s*(?:[:/©]|by\\s|courtesy)\\s*(?:of\\s)?\\S[^.!?]{0,80}[.)\\]]*$`,
      'iu',
    ),
    pictureEnd: new RegExp(
      `(?:[([|/©]|[.!?”"]\\s|\\s[—–-]\\s)\\s*(?:[\\p{Lu}][^()|]{0,40}[/,|]\\s*)?(?:via\\s)?${edge(agencies)}(?:\\s*/\\s*[^()]{1,40})?\\s*[)\\].]*$`,
      'iu',
    ),
    pictureBracket: /[([][^()[\]]{0,60}\b(?:photo|image|picture|illustration|handout)s?\b[^()[\]]{0,60}[)\]][.\s]*$/iu,
  }
}

let compiled: ReturnType<typeof compile> | undefined
const chrome = () => (compiled ??= compile(readSeed('lexicon/chrome.json', ChromeLexicon)))

/** Without what counts and points: "Comments (12)" → "comments". */
const bare = (line: string) =>
  plain(line)
    .replace(/\s*\(?\b\d[\d.,]*[km]?\b\)?\s*/g, ' ')
    .replace(/[()]/g, '')
    .trim()

const quoted = (line: string) => /^["“‘']/.test(line)

/** A line that is a link, a button, a call or a notice, by its words. */
export function isChrome(line: string): boolean {
  if (line.length > 400 || quoted(line)) return false
  const { whole, start, inside, alternative } = chrome()
  const words = plain(line)
  if (words === '' || !/\p{L}/u.test(words)) return line.length <= 12
  const isSaid = /[.?!]$/.test(line) && !/\.{3}$/.test(line) && wordCount(line) <= 2 // "Yes."
  if (!isSaid && (whole.has(words) || whole.has(bare(line)))) return true
  if (alternative.test(words) && !endsSentence(line)) return true
  if (start.test(words)) return line.length <= 250
  return inside.test(words) && (line.length <= 160 || siteVoice(line) >= 2)
}

/** "Reporting by Jane Doe; Editing by John Roe". */
export const isCredits = (line: string): boolean =>
  line.length <= 300 && !quoted(line) && chrome().credits.test(plain(line)) && wordCount(line) <= 40

export const isGate = (line: string): boolean => line.length <= 200 && chrome().gates.test(plain(line))
export const isOpener = (line: string): boolean => line.length <= 120 && chrome().openers.test(plain(line))

/** How often a line speaks as the site itself. */
export const siteVoice = (line: string): number => new Set(plain(line).match(chrome().voice) ?? []).size

/** A caption, a credit or an alternative text of a picture. */
export function isCaption(line: string): boolean {
  if (line.length > 500) return false
  const { pictureStart, pictureCredit, pictureEnd, pictureBracket } = chrome()
  const words = line.replace(/[’‘]/g, "'")
  return (
    (pictureStart.test(words) && (line.length <= 200 || !endsSentence(line))) ||
    pictureCredit.test(words) ||
    pictureBracket.test(words) ||
    pictureEnd.test(words)
  )
}

/** "Source: Harbour Evening Post" → the name. */
export const withoutPublisherLabel = (line: string): string => line.replace(chrome().publisherLabel, '')

/** Up to five words in capitals of which the last is, or a single one ends as, a publisher's: "Harbour Evening Post", "Sportsline". */
export function isPublisherLike(name: string): boolean {
  const words = name.trim().split(/\s+/)
  if (words.length === 1) return chrome().publisher.test(words[0]!)
  const isNamed = words.every((word) =>
    /^(?:\p{Lu}|(?:of|the|and|&|for|de|del|della|der|di|da|do|du|des|la|van)$)/u.test(word),
  )
  const { publishers, publisherStarts } = chrome()
  const [first] = words.filter((word) => !/^(?:el|la|le|il|o|a|os|les|die|der|das)$/i.test(word)) // "El Diario de Paso"
  const isCalledSo = publishers.has(words.at(-1)!.toLowerCase()) || publisherStarts.has(first?.toLowerCase() ?? '')
  return words.length <= 5 && isNamed && isCalledSo
}

/** The length of a label before the first words: "BREAKING: Storm hits" → 10. */
export const labelLength = (line: string): number => chrome().label.exec(line)?.[0].length ?? 0

/**
 * Where chrome was glued to a report by a careless copy: "Leave a ReplyStorm hits the coast" → 13, "… it said.Leave a Reply" → the place
 * after the full stop. Only whole phrases of two words or more, next to a capital that follows without a blank.
 */
export function glueAt(line: string): number | undefined {
  const { glue, glued } = chrome()
  const first = glue.exec(line)?.[0].length
  if (
    first &&
    first < line.length &&
    /^[\p{Lu}“"]/u.test(line.slice(first)) &&
    /\p{L}$/u.test(line.slice(0, first)) &&
    isMixed(line.slice(0, first))
  )
    return first
  const from = Math.max(0, line.length - 100)
  const last = glued.exec(line.slice(from))
  if (!last || from + last.index === 0 || !UPPER.test(last[0])) return undefined
  const at = from + last.index
  return /[\p{Ll}\p{N}.!?”"’)]/u.test(line[at - 1]!) ? at : undefined
}

/** "SKIP TO CONTENTA STORM" cannot be told apart. */
const isMixed = (phrase: string) => /\p{Ll}$/u.test(phrase)
