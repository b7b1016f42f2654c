import nlp from 'compromise/two'
import type { Span } from '../../model/span.ts'

/** A word as compromise sees it: its place in the text it was given, and its tags (Noun, ProperNoun, PastTense …). */
export interface Term extends Span {
  readonly tags: ReadonlySet<string>
}

interface RawTerm {
  readonly pre: string
  readonly text: string
  readonly post: string
  readonly tags?: ReadonlySet<string>
}

const HOOKS = ['contractions', 'alias', 'machine', 'freeze', 'lexicon', 'preTagger', 'contractionTwo']

/** The terms of a short text in order. This is the only file that knows compromise; its cost grows faster than the text, so give it a sentence. */
export function findTerms(text: string): Term[] {
  const found: Term[] = []
  let at = 0
  for (const sentence of (
    nlp.tokenize(text) as unknown as { compute(hooks: readonly string[]): { docs: unknown } }
  ).compute(HOOKS).docs as unknown as readonly (readonly RawTerm[])[]) {
    for (const { pre, text: form, post, tags } of sentence) {
      const start = text.startsWith(pre + form, at) ? at + pre.length : text.indexOf(form, at)
      if (start < 0) continue
      // the second half of a contraction has no text: its tags belong to what stands there already
      if (form !== '') found.push({ start, end: start + form.length, tags: tags ?? new Set() })
      at = start + form.length + (text.startsWith(post, start + form.length) ? post.length : 0)
    }
  }
  return found
}

/** Name and version, for the engine's id. */
export const compromiseVersion = (): string => `compromise ${(nlp as unknown as { version: string }).version}`
