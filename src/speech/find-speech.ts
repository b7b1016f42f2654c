import { knowledgeOf } from '../mentions/knowledge.ts'
import type { Attribution, Quotation } from '../model/claim.ts'
import type { Document, Word } from '../model/document.ts'
import { contentId } from '../model/id.ts'
import type { Mention } from '../model/mention.ts'
import { overlaps } from '../model/span.ts'
import { isRelation, spanOfWords } from '../nlp/tree.ts'
import { findCarriers } from './find-carriers.ts'
import { findCitations } from './find-citations.ts'
import { findClauses } from './find-clauses.ts'
import { findEstimates } from './find-estimates.ts'
import { findLabels } from './find-labels.ts'
import { findNamings } from './find-namings.ts'
import { findNominals } from './find-nominals.ts'
import { findQuoted } from './find-quoted.ts'
import { findTurns } from './find-turns.ts'
import type { SpeechKit } from './lexicon.ts'
import { indexOf } from './lexicon.ts'
import { linkQuotations } from './link-quotations.ts'
import { mergePieces } from './pieces.ts'
import { type Draft, type Finder, type Scene, scenesOf } from './scene.ts'
import { classOf } from './source-of.ts'

const FINDERS: readonly Finder[] = [findClauses, findCitations, findNominals, findNamings, findEstimates, findLabels]

/** Who is reported to say what: direct quotations and every reporting construction, each in reading order. */
export function findSpeech(
  document: Document,
  mentions: readonly Mention[],
  kit: SpeechKit,
): { quotations: Quotation[]; attributions: Attribution[] } {
  const sentences = document.sentences.map(({ sentence }) => sentence)
  const quoted = findQuoted(document.text, sentences)
  const scenes = scenesOf(document, quoted, indexOf(kit.seeds.saying))
  const turns = findTurns(document.text, scenes, mentions)
  const finders = turns.length > 0 ? FINDERS.filter((find) => find !== findLabels) : FINDERS
  const found = scenes
    .flatMap((scene) => finders.flatMap((find) => find(scene)))
    .filter(({ head, scene }) => !isNobody(head, scene, kit))
  const { drafts, links } = linkQuotations(document, scenes, quoted, found)
  drafts.push(...turns)
  drafts.push(...findCarriers(drafts, knowledgeOf(kit.seeds.naming)))
  const mentionAt = mentionFinder(mentions)
  const attributions = drafts.map((draft) => toAttribution(draft, document, mentionAt))
  const quotations = links.map(({ quote, draft }) => {
    const by = draft === undefined ? undefined : attributions[draft]
    const id = contentId('quotation', document.article.id, quote.start, quote.end)
    return { id, start: quote.start, end: quote.end, speaker: by?.source.mention ?? null, cue: by?.cue ?? null }
  })
  return { quotations, attributions: withoutTwins(attributions).sort((a, b) => placeOf(a) - placeOf(b)) }
}

/** "Nobody knows how many fell", "no minister said so". */
function isNobody(head: Word, { tree }: Scene, { seeds: { stance } }: SpeechKit): boolean {
  return stance.empty.includes(head.form.toLowerCase()) || /^(?:no|neither)$/i.test(tree.child(head, 'det')?.form ?? '')
}

const placeOf = ({ source, cue }: Attribution): number => Math.min(source.start, cue?.start ?? source.start)

/** Two finders may read one cue; the first keeps it. */
function withoutTwins(attributions: readonly Attribution[]): Attribution[] {
  const seen = new Set<string>()
  return attributions.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function toAttribution(draft: Draft, { article }: Document, mentionAt: MentionFinder): Attribution {
  const { scene, head, source, cue, kind } = draft
  const from = spanOfWords(source)
  const by = cue.length > 0 ? spanOfWords(cue) : null
  const content = mergePieces(draft.content)
  const classified = draft.class ?? classOf(scene.tree, head, scene.saying)
  return {
    id: contentId('attribution', article.id, from.start, from.end, by?.start, content[0]!.start),
    sentence: scene.analysis.sentence.id,
    source: {
      ...from,
      mention:
        draft.mention ?? mentionAt(head, from) ?? nameBeside(scene, head, source, (name) => mentionAt(name, from)),
    },
    cue: by,
    content,
    kind: kind === 'said' && classified === 'document' ? 'cited' : kind,
    class: classified,
  }
}

/** "The operator, Andes Cobre," has no mention at its head, but one at the name. */
function nameBeside(
  { tree }: Scene,
  head: Word,
  source: readonly Word[],
  mentionAt: (name: Word) => string | null,
): string | null {
  const name = tree.childrenBy(head, 'appos', 'flat').find(({ upos }) => upos === 'PROPN')
  return name && (source.includes(name) || isRelation(name, 'appos')) ? mentionAt(name) : null
}

type MentionFinder = (head: Word, source: { start: number; end: number }) => string | null

/** The mention that holds a source's head word and lies in the source as far as possible. */
function mentionFinder(mentions: readonly Mention[]): MentionFinder {
  const bySentence = new Map<number, Mention[]>()
  const bucket = (offset: number) => offset >> 9
  for (const mention of mentions) {
    for (let at = bucket(mention.start); at <= bucket(mention.end); at++) {
      const list = bySentence.get(at)
      if (list) list.push(mention)
      else bySentence.set(at, [mention])
    }
  }
  return (head, source) => {
    const near = (bySentence.get(bucket(head.start)) ?? []).filter((mention) => overlaps(mention, head))
    const strays = ({ start, end }: Mention) => Math.max(0, source.start - start) + Math.max(0, end - source.end)
    const best = near.sort(
      (a, b) => strays(a) - strays(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
    )[0]
    return best?.id ?? null
  }
}
