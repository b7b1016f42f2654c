import type { Word } from '../../model/document.ts'
import { sha256 } from '../../model/id.ts'
import type { Engine, Reading, Tokens } from '../engine.ts'
import { lemmaOf } from '../lemma-of.ts'
import { Arcs } from './arcs.ts'
import { compromiseVersion } from './compromise-terms.ts'
import { type FastLexicon, loadFastLexicon } from './fast-lexicon.ts'
import { findNames } from './find-names.ts'
import { findPhrases } from './find-phrases.ts'
import { linkPhrases } from './link-phrases.ts'
import { tagWords } from './tag-words.ts'

/** Rules over compromise's tags: quick, nothing to load, names of the commoner kinds, rough trees. */
export async function createFastEngine(): Promise<Engine> {
  const lexicon = loadFastLexicon()
  return {
    id: `fast 1 ${compromiseVersion()} ${sha256(JSON.stringify([...lexicon.tags])).slice(0, 8)}`,
    read: async (document) => document.map((sentence) => readSentence(sentence, lexicon)),
    close: async () => {},
  }
}

function readSentence({ tokens }: Tokens, lexicon: FastLexicon): Reading {
  if (tokens.length === 0) return { words: [], names: [] }
  const tagged = tagWords(tokens, lexicon)
  const lemma = (at: number) => lemmaOf(tagged[at]!.form, tagged[at]!.upos, tagged[at]!.xpos)
  const arcs = new Arcs(tokens.length)
  const root = linkPhrases(tagged, findPhrases(tagged, arcs, lexicon), arcs, lexicon, lemma)
  const { heads, relations } = arcs.finish(root, (word) =>
    tagged[word]!.upos === 'PUNCT' ? 'punct' : tagged[word]!.upos === 'CCONJ' ? 'cc' : 'parataxis',
  )
  const words = tokens.map(
    ({ start, end, form }, at): Word => ({
      start,
      end,
      index: at + 1,
      form,
      lemma: lemma(at),
      upos: tagged[at]!.upos,
      xpos: tagged[at]!.xpos,
      head: heads[at]!,
      deprel: relations[at]!,
    }),
  )
  return { words, names: findNames(tagged, tokens, lexicon) }
}
