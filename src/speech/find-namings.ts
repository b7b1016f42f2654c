import type { Word } from '../model/document.ts'
import { overlaps } from '../model/span.ts'
import { isRelation } from '../nlp/tree.ts'
import { nounPhraseOf } from './noun-phrase.ts'
import { type Draft, piecesOf, type Scene } from './scene.ts'
import { actorOf, isPassive } from './source-of.ts'

/** "described the talks as open", "what the firm calls its “family”": what somebody calls something, and the thing. */
export function findNamings(scene: Scene): Draft[] {
  const { tree, saying } = scene
  const drafts: Draft[] = []
  for (const cue of scene.words) {
    if (cue.upos !== 'VERB' || !saying.sets.naming.has(cue.lemma.toLowerCase()) || tree.child(cue, 'ccomp')) continue
    if (isPassive(tree, cue)) continue
    const parts = tree.childrenBy(cue, 'obj', 'xcomp', 'obl', 'advcl').filter((child) => isNamed(scene, cue, child))
    const head = parts.length > 0 ? actorOf(tree, cue) : undefined
    if (!head) continue
    const thing = tree.childrenBy(cue, 'obj').filter((child) => !parts.includes(child))
    const content = piecesOf(
      scene,
      [...thing, ...parts].flatMap((part) => tree.subtree(part)),
    )
    const source = nounPhraseOf(tree, head, cue)
    if (source.includes(cue) || content.length === 0) continue
    drafts.push({ scene, rule: 'speech.naming', head, source, cue: [cue], content, kind: 'said' })
  }
  return drafts
}

/** The name given: behind "as", or in quotation marks. */
function isNamed({ tree, quoted }: Scene, cue: Word, child: Word): boolean {
  if (child.index < cue.index || isRelative(child)) return false
  const as = [...tree.children(child), ...tree.childrenBy(cue, 'advmod')].some(
    ({ form, index }) => form.toLowerCase() === 'as' && index > cue.index && index < child.index,
  )
  if (as) return true
  if (isRelation(child, 'obl', 'advcl')) return false
  return quoted.some(({ outer }) => overlaps(outer, child) && !overlaps(outer, cue))
}

const isRelative = ({ xpos }: Word): boolean => /^W/.test(xpos)
