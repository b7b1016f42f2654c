import type { Word } from '../model/document.ts'
import { overlaps } from '../model/span.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { nounPhraseOf } from './noun-phrase.ts'
import { type Draft, piecesOf, type Scene } from './scene.ts'
import { actorOf, isPassive } from './source-of.ts'

/** "described the talks as open", "what the firm calls its “family”", "accused him of fraud": what somebody is said to be. */
export function findNamings(scene: Scene): Draft[] {
  const { tree, saying } = scene
  const drafts: Draft[] = []
  for (const cue of scene.words) {
    const lemma = cue.lemma.toLowerCase()
    const naming = saying.sets.naming.has(lemma)
    if (cue.upos !== 'VERB' || (!naming && !saying.sets.accusing.has(lemma))) continue
    if (isPassive(tree, cue) || tree.child(cue, 'ccomp')) continue
    const given = tree
      .childrenBy(cue, 'obj', 'xcomp', 'obl', 'advcl')
      .filter((child) => (naming ? isName(scene, cue, child) : isCharge(tree, child)))
    const head = given.length > 0 ? actorOf(tree, cue) : undefined
    if (!head) continue
    const thing = tree.childrenBy(cue, 'obj').filter((child) => !given.includes(child) && !/^W/.test(child.xpos))
    const content = piecesOf(
      scene,
      [...thing, ...given].flatMap((part) => tree.subtree(part)),
    )
    const source = nounPhraseOf(tree, head, cue)
    if (source.includes(cue) || content.length === 0) continue
    drafts.push({ scene, rule: 'speech.naming', head, source, cue: [cue], content, kind: 'said' })
  }
  return drafts
}

/** Behind "as", or in quotation marks that leave the verb out. */
function isName({ tree, quoted }: Scene, cue: Word, child: Word): boolean {
  if (child.index < cue.index || /^W/.test(child.xpos)) return false
  const as = [...tree.children(child), ...tree.childrenBy(cue, 'advmod')].some(
    ({ form, index }) => form.toLowerCase() === 'as' && index > cue.index && index < child.index,
  )
  if (as) return true
  if (isRelation(child, 'obl', 'advcl') || quoted.length === 0) return false
  const words = tree.subtree(child)
  return quoted.some(({ outer }) => !overlaps(outer, cue) && words.some((word) => overlaps(outer, word)))
}

/** "of hiding it", on the verb or on whoever is accused. */
const isCharge = (tree: Tree, child: Word): boolean =>
  isRelation(child, 'obj')
    ? tree.childrenBy(child, 'acl').some((clause) => isCharge(tree, clause))
    : tree.children(child).some((word) => isRelation(word, 'mark', 'case') && /^(?:of|for)$/i.test(word.form))
