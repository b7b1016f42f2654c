import type { Analysis, Sentence } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { Draft, Scene } from './scene.ts'

/** "Lee:", "((Lee))", "[Q]", "LEE —" at the start of a paragraph. */
const LABEL =
  /^(?:\(\(|\[|\*\*)?(\p{Lu}[\p{L}\p{M}.’'-]*(?: [\p{L}\p{M}.’'-]+){0,3})(?:\)\)\s*:?|\]\s*:?|\*\*\s*:|:\*\*|:)\s*/u

interface Turn {
  readonly label: Span & { readonly text: string }
  readonly content: Span
}

/**
 * Transcripts: who speaks by the label at the start of a paragraph, up to the next label. One draft a speaker, with all the turns
 * as content. Two labels must come back, or one word for a label ("Q") with another: a single "Note:" is no speaker.
 */
export function findTurns(text: string, scenes: readonly Scene[], mentions: readonly Mention[]): Draft[] {
  const turns = turnsOf(
    text,
    scenes.map(({ analysis }) => analysis.sentence),
  )
  const bySpeaker = new Map<string, Turn[]>()
  for (const turn of turns) bySpeaker.set(turn.label.text, [...(bySpeaker.get(turn.label.text) ?? []), turn])
  const again = [...bySpeaker.values()].filter((own) => own.length > 1)
  const labels = scenes[0]?.saying.sets.labels
  const marked = [...bySpeaker.keys()].filter((label) => labels?.has(label.toLowerCase())).length
  if (turns.length < 3 || bySpeaker.size < 2 || (again.length < 2 && marked < 2)) return []
  const interviewee = findInterviewee(mentions, scenes[0]!.document.sentences, turns[0]!.label.start)
  return [...bySpeaker.values()].flatMap((own) => draftOf(own, scenes, interviewee) ?? [])
}

function turnsOf(text: string, sentences: readonly Sentence[]): Turn[] {
  const turns: { label: Turn['label']; content: { start: number; end: number } }[] = []
  let paragraph = -1
  for (const sentence of sentences) {
    const opens = sentence.paragraph !== paragraph
    paragraph = sentence.paragraph
    const mayTurn = sentence.zone === 'body' || (sentence.zone === 'title' && turns.length > 0) // a short question looks like a heading
    const match = opens && mayTurn ? LABEL.exec(text.slice(sentence.start, sentence.start + 80)) : null
    const start = sentence.start + (match?.[0].length ?? 0)
    if (match) {
      const at = sentence.start + match[0].indexOf(match[1]!)
      turns.push({
        label: { start: at, end: at + match[1]!.length, text: match[1]! },
        content: { start, end: Math.max(start, sentence.end) },
      })
    } else if (turns.length > 0 && sentence.zone === 'body') {
      const { content } = turns.at(-1)!
      if (content.start >= content.end) content.start = sentence.start
      content.end = sentence.end
    }
  }
  return turns.filter(({ content }) => content.start < content.end)
}

function draftOf(
  turns: readonly Turn[],
  scenes: readonly Scene[],
  interviewee: Mention | undefined,
): Draft | undefined {
  const { label } = turns[0]!
  const scene = scenes.find(({ analysis }) => overlaps(analysis.sentence, label))
  const source = scene?.words.filter((word) => overlaps(word, label)) ?? []
  const head = source.findLast(({ upos }) => upos !== 'PUNCT')
  if (!scene || !head) return undefined
  const { labels, answers } = scene.saying.sets
  const mention = answers.has(label.text.toLowerCase()) ? interviewee?.id : undefined
  const anonymous = !mention && labels.has(label.text.toLowerCase())
  return {
    scene,
    rule: 'speech.turn',
    head,
    source,
    cue: [],
    content: turns.map(({ content }) => content),
    kind: 'quoted',
    class: anonymous ? 'anonymous' : 'named',
    ...(mention ? { mention } : {}),
  }
}

/**
 * Whom an interview asks whose answers have no name before them ("A:"): the one person whom the text before the first label names. Two persons there leave it open.
 */
function findInterviewee(
  mentions: readonly Mention[],
  sentences: readonly Analysis[],
  before: number,
): Mention | undefined {
  const body = sentences.filter(({ sentence }) => sentence.zone === 'body' && sentence.end <= before)
  const isThere = (span: Span) => body.some(({ sentence }) => overlaps(sentence, span))
  const named = mentions.filter((one) => one.kind === 'name' && one.type === 'PERSON' && isThere(one))
  const fullest = [...named].sort((a, b) => b.text.length - a.text.length)[0]
  return fullest && named.every(({ text }) => fullest.text.includes(text)) ? fullest : undefined
}
