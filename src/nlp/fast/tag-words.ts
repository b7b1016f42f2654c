import { UPPER } from '../../text/letters.ts'
import type { Token } from '../../text/tokenize.ts'
import { findTerms, type Term } from './compromise-terms.ts'
import type { FastLexicon } from './fast-lexicon.ts'

const SYMBOL = /^\p{S}/u
const WRITTEN = /[\p{L}\p{N}]/u

/** A token with its tags. */
export interface Tagged {
  readonly form: string
  readonly lower: string
  readonly upos: string
  readonly xpos: string
  /** What compromise calls it; empty where it saw nothing. */
  readonly terms: ReadonlySet<string>
}

const LONGEST = 80
const NOTHING: ReadonlySet<string> = new Set()

/** Universal and Penn tags: closed classes from the lexicon, the others from compromise, then a few repairs by the neighbours. */
export function tagWords(tokens: readonly Token[], lexicon: FastLexicon): Tagged[] {
  const terms = termsOf(tokens)
  const rough = tokens.map(({ form }, at) => tagOne(form, at, terms[at]!, lexicon))
  return rough.map((word, at) => repaired(word, rough[at - 1], rough[at + 1], rough[at + 2], lexicon))
}

/** compromise's tags on our words, in stretches short enough for it. */
function termsOf(tokens: readonly Token[]): ReadonlySet<string>[] {
  const found: ReadonlySet<string>[] = []
  for (let from = 0; from < tokens.length; from += LONGEST) {
    const part = tokens.slice(from, from + LONGEST)
    found.push(...align(part))
  }
  return found
}

function align(part: readonly Token[]): ReadonlySet<string>[] {
  // blanks are made single: only the order of the words matters to compromise
  let text = ''
  const starts: number[] = []
  part.forEach(({ start, form }, at) => {
    if (at > 0 && start > part[at - 1]!.end) text += ' '
    starts.push(text.length)
    text += form.length > 60 ? form.slice(0, 60) : form
  })
  const terms: readonly Term[] = findTerms(text)
  let next = 0
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? text.length
    while (next < terms.length && terms[next]!.end <= start) next++
    const term = terms[next]
    return term && term.start < end ? term.tags : NOTHING
  })
}

function tagOne(form: string, at: number, terms: ReadonlySet<string>, lexicon: FastLexicon): Tagged {
  const lower = form.toLowerCase().replace(/’/g, "'")
  const [upos, xpos] = lexicon.tags.get(lower) ?? byForm(form, lower, at, terms)
  return { form, lower, upos, xpos, terms }
}

type Tags = readonly [string, string]

function byForm(form: string, lower: string, at: number, terms: ReadonlySet<string>): Tags {
  if (!WRITTEN.test(form)) return punctuation(form)
  if (/^\d/.test(form))
    return /^\d+(?:st|nd|rd|th)$/i.test(form)
      ? ['ADJ', 'JJ']
      : /^\d{4}s$|^\d0s$/.test(form)
        ? ['NOUN', 'NNS']
        : ['NUM', 'CD']
  if (/@|:\/\/|^www\./.test(form)) return ['X', 'ADD']
  const has = (tag: string) => terms.has(tag)
  const capital = UPPER.test(form)
  if (capital && at > 0 && !has('Verb') && !(has('Adjective') && !has('ProperNoun') && !has('Noun')))
    return has('Demonym') && !lower.endsWith('s') ? ['ADJ', 'JJ'] : properTag(lower, has)
  if (has('Demonym')) return lower.endsWith('s') ? ['PROPN', 'NNPS'] : ['ADJ', 'JJ']
  if (capital && (has('ProperNoun') || has('Person') || has('Place') || has('Organization') || has('Acronym')))
    return properTag(lower, has)
  if (has('Value') || has('Cardinal')) return ['NUM', 'CD']
  if (has('Ordinal')) return ['ADJ', 'JJ']
  if (has('Verb')) return ['VERB', verbTag(lower, has)]
  if (has('Adjective')) return ['ADJ', has('Comparative') ? 'JJR' : has('Superlative') ? 'JJS' : 'JJ']
  if (has('Adverb')) return ['ADV', 'RB']
  if (has('Conjunction')) return ['CCONJ', 'CC']
  if (has('Preposition')) return ['ADP', 'IN']
  if (has('Pronoun')) return ['PRON', 'PRP']
  if (has('Determiner')) return ['DET', 'DT']
  if (has('Expression')) return ['INTJ', 'UH']
  if (lower.endsWith('ly')) return ['ADV', 'RB']
  return ['NOUN', has('Plural') || (!has('Singular') && /[^su]s$/.test(lower)) ? 'NNS' : 'NN']
}

const properTag = (lower: string, has: (tag: string) => boolean): Tags => [
  'PROPN',
  has('Plural') && lower.endsWith('s') ? 'NNPS' : 'NNP',
]

function verbTag(lower: string, has: (tag: string) => boolean): string {
  if (has('Gerund') || lower.endsWith('ing')) return 'VBG'
  if (has('Participle') && !has('PastTense')) return 'VBN'
  if (has('PastTense')) return 'VBD'
  if (has('Infinitive')) return 'VB'
  return has('PresentTense') && lower.endsWith('s') ? 'VBZ' : 'VBP'
}

function punctuation(form: string): Tags {
  if (/^[.!?]+$/.test(form)) return ['PUNCT', '.']
  if (form === ',') return ['PUNCT', ',']
  if (/^[“‘]|^``$/.test(form)) return ['PUNCT', '``']
  if (/^[”"]|^''$/.test(form)) return ['PUNCT', "''"]
  if (/^[’']$/.test(form)) return ['PUNCT', "''"]
  if (/^[([{]$/.test(form)) return ['PUNCT', '-LRB-']
  if (/^[)\]}]$/.test(form)) return ['PUNCT', '-RRB-']
  if (/^[$€£¥]$/.test(form)) return ['SYM', '$']
  if (form === '%') return ['SYM', 'NN']
  if (form === '-') return ['PUNCT', 'HYPH']
  if (/^[:;…—–]$|^\.{2,}$|^-{2,}$/.test(form)) return ['PUNCT', ':']
  return SYMBOL.test(form) ? ['SYM', 'SYM'] : ['PUNCT', 'NFP']
}

/** What the neighbours decide: "to" before a verb, "that" before a clause, "have" alone, "her" before a noun, participles. */
function repaired(
  word: Tagged,
  before: Tagged | undefined,
  after: Tagged | undefined,
  later: Tagged | undefined,
  lexicon: FastLexicon,
): Tagged {
  const { lower, upos, xpos } = word
  const as = (nextUpos: string, nextXpos: string): Tagged => ({ ...word, upos: nextUpos, xpos: nextXpos })
  const nominal = (other: Tagged | undefined) => other !== undefined && /^(NOUN|PROPN|ADJ|NUM|DET)$/.test(other.upos)
  if (lower === 'to')
    return isInfinitive(after) || (after?.upos === 'ADV' && isInfinitive(later)) ? as('PART', 'TO') : as('ADP', 'IN')
  if (upos === 'VERB' && /^VB[DN]$/.test(xpos) && before?.upos === 'ADP' && after?.upos === 'NOUN')
    return as('ADJ', 'JJ')
  if (lower === "'s") return before && /^(PRP|EX|WP|WRB|RB)$/.test(before.xpos) ? as('AUX', 'VBZ') : as('PART', 'POS')
  if (/^['’]$/.test(word.form) && before && /^NNP?S$/.test(before.xpos) && nominal(after)) return as('PART', 'POS')
  if (lower === 'that') {
    if (before && /^(NOUN|PROPN)$/.test(before.upos) && after && /^(VERB|AUX)$/.test(after.upos))
      return as('PRON', 'WDT')
    if (after && /^(PRON|DET|PROPN|ADJ|NUM)$/.test(after.upos)) return as('SCONJ', 'IN')
    return after?.upos === 'NOUN' && before?.upos !== 'VERB'
      ? word
      : after?.upos === 'NOUN' && /s$/.test(after.lower)
        ? as('SCONJ', 'IN')
        : after?.upos === 'NOUN'
          ? word
          : as('PRON', 'DT')
  }
  if (upos === 'DET' && !/^(the|a|an|every|no)$/.test(lower) && !nominal(after)) return as('PRON', xpos)
  if (lower === 'her') return nominal(after) ? as('PRON', 'PRP$') : word
  if (lower === 'there') return after && lexicon.be.has(after.lower) ? word : as('ADV', 'RB')
  if (upos === 'AUX' && (lexicon.have.has(lower) || lexicon.do.has(lower)) && !followedByVerb(after, later))
    return as('VERB', xpos)
  if (/^(before|after|since|until|as|than)$/.test(lower) && after && /^PRP$|^WP$/.test(after.xpos))
    return as('SCONJ', 'IN')
  if (/^(more|most|less|least)$/.test(lower) && after && /^(NOUN|ADP)$/.test(after.upos))
    return as('ADJ', lower.endsWith('st') ? 'JJS' : 'JJR')
  if (upos === 'VERB' && before && before.upos === 'PART' && before.xpos === 'TO') return as('VERB', 'VB')
  if (
    upos === 'VERB' &&
    xpos === 'VBD' &&
    before &&
    (lexicon.be.has(before.lower) ||
      lexicon.have.has(before.lower) ||
      (before.upos === 'ADV' && !/^(PRON|NOUN|PROPN)$/.test(before.upos)))
  )
    return as('VERB', 'VBN')
  if (upos === 'VERB' && before && /^(DET|ADJ)$/.test(before.upos) && before.xpos !== 'CD')
    return nominal(after)
      ? /^VB[GN]$/.test(xpos) || xpos === 'VBD'
        ? as('VERB', xpos === 'VBD' ? 'VBN' : xpos)
        : as('NOUN', 'NN')
      : as('NOUN', xpos === 'VBZ' ? 'NNS' : 'NN')
  if (upos === 'VERB' && xpos === 'VB' && before && /^(NNS|PRP|NNPS)$/.test(before.xpos)) return as('VERB', 'VBP')
  if (lower === 'so' || lower === 'once') return word
  return word
}

const isInfinitive = (word: Tagged | undefined): boolean =>
  word !== undefined && (word.upos === 'VERB' || /^(be|have|do)$/.test(word.lower)) && !/^VB[DGZ]$/.test(word.xpos)

const followedByVerb = (after: Tagged | undefined, later: Tagged | undefined): boolean => {
  const skip = after && (after.upos === 'ADV' || after.upos === 'PART' || after.upos === 'PRON')
  const next = skip ? later : after
  return next !== undefined && (next.upos === 'VERB' || next.upos === 'AUX')
}
