import type { Word } from '../model/document.ts'
import { isRelation } from '../nlp/tree.ts'
import { nounPhraseOf } from './noun-phrase.ts'
import { type Draft, piecesOf, type Scene } from './scene.ts'
import { actorOf, ownerOf } from './source-of.ts'

/** "Seoul's claim that …", "has no doubt that …", "reports that …": nouns with the clause they report. */
export function findNominals(scene: Scene): Draft[] {
  const { tree, saying } = scene
  const drafts: Draft[] = []
  for (const noun of scene.words) {
    const lemma = noun.lemma.toLowerCase()
    if (noun.upos !== 'NOUN' || !saying.sets.nouns.has(lemma)) continue
    const clauses = tree.childrenBy(noun, 'acl', 'ccomp').filter((child) => opensWithThat(scene, child))
    if (clauses.length === 0 || isDenied(scene, noun)) continue
    const denial = denialOf(scene, noun, clauses)
    if (denial) drafts.push(denial)
    const head = ownerOf(tree, noun) ?? holderOf(scene, noun) ?? (saying.sets.documents.has(lemma) ? noun : undefined)
    if (!head || (denial && head === noun)) continue
    const content = piecesOf(
      scene,
      clauses.flatMap((clause) => tree.subtree(clause)),
    )
    const source = nounPhraseOf(tree, head, head === noun ? clauses[0] : noun)
    if (content.length === 0) continue
    const kind = head === noun ? 'cited' : lemma === 'denial' ? 'denied' : 'said'
    drafts.push({ scene, rule: 'speech.nominal', head, source, cue: [noun], content, kind })
  }
  return drafts
}

const opensWithThat = ({ tree }: Scene, clause: Word): boolean =>
  !isRelation(clause, 'acl:relcl') &&
  tree.children(clause).some(({ deprel, form }) => deprel === 'mark' && form.toLowerCase() === 'that')

/** Whoever has, issues or rejects it. */
function holderOf({ tree, saying }: Scene, noun: Word): Word | undefined {
  const verb = tree.head(noun)
  return verb && isRelation(noun, 'obj') && saying.sets.holding.has(verb.lemma.toLowerCase())
    ? actorOf(tree, verb)
    : undefined
}

/** "rejected claims that …": whoever denies what others say. */
function denialOf(scene: Scene, noun: Word, clauses: readonly Word[]): Draft | undefined {
  const { tree, saying } = scene
  const verb = isRelation(noun, 'obj') ? tree.head(noun) : undefined
  if (!verb || !saying.sets.denials.has(verb.lemma.toLowerCase())) return undefined
  const head = actorOf(tree, verb)
  const content = piecesOf(
    scene,
    clauses.flatMap((clause) => tree.subtree(clause)),
  )
  if (!head || content.length === 0) return undefined
  const source = nounPhraseOf(tree, head, verb)
  return { scene, rule: 'speech.denial', head, source, cue: [verb], content, kind: 'denied' }
}

/** "no evidence that" reports nothing, "no doubt that" does. */
const isDenied = ({ tree }: Scene, noun: Word): boolean =>
  noun.lemma !== 'doubt' && tree.childrenBy(noun, 'det').some(({ form }) => form.toLowerCase() === 'no')
