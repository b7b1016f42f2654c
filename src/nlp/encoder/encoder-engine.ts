import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOME } from '../../home.ts'
import type { Name, Word } from '../../model/document.ts'
import { sha256 } from '../../model/id.ts'
import { readModel } from '../../read-seed.ts'
import type { Token } from '../../text/tokenize.ts'
import type { Engine, Reading, Tokens } from '../engine.ts'
import { lemmaOf } from '../lemma-of.ts'
import { isTree } from '../tree.ts'
import { agreeOnNames, type Chances, type Guess } from './agree-on-names.ts'
import { bestNames, chancesOf, type LabelledSpan } from './decode-names.ts'
import { bestTree } from './decode-tree.ts'
import { type Encoded, encodeWords, toInputs } from './encode-batch.ts'
import { KnownNames } from './known-names.ts'
import { Labels } from './labels.ts'
import { joinTrees, partsOf } from './long-sentences.ts'
import { repairAppositions } from './repair-appositions.ts'
import { repairBounds } from './repair-bounds.ts'
import { repairCompounds } from './repair-compounds.ts'
import { repairLaterVerbs } from './repair-later-verbs.ts'
import { repairMultiples } from './repair-multiples.ts'
import { repairNames } from './repair-names.ts'
import { repairObjects } from './repair-objects.ts'
import { repairReports } from './repair-reports.ts'
import { repairSubjects } from './repair-subjects.ts'
import { repairTitles } from './repair-titles.ts'
import { repairVoice } from './repair-voice.ts'
import { type Output, openSession, type Session } from './session.ts'
import { WordPieces } from './word-pieces.ts'

/** A batch holds at most so many sentences, and so many pieces with padding: what one core's cache likes. */
const MOST_SENTENCES = 8
const MOST_PIECES = 224
/** What a batch, and a piece, cost beside a word: most layers see words only. */
const BATCH_COST = 11
const PIECE_COST = 0.15
/** What trees of the model are known to get wrong; each sees what the one before it made. */
const REPAIRS = [
  repairSubjects,
  repairReports,
  repairLaterVerbs,
  repairAppositions,
  repairCompounds,
  repairBounds,
  repairMultiples,
  repairTitles,
  repairVoice,
  repairObjects,
]
const OUTPUTS = ['upos', 'xpos', 'ner', 'arcs', 'rel']

/** What the model says of a sentence or a part of one. */
interface Answer {
  readonly upos: string[]
  readonly xpos: string[]
  readonly heads: number[]
  readonly relations: string[]
  readonly names: LabelledSpan[]
  /** Of a word of the part, counted from 0. */
  chancesOf(word: number): Chances
}

/** Part of a sentence of the document. */
interface Part {
  readonly sentence: number
  readonly start: number
  readonly encoded: Encoded
}

/**
 * The trained encoder behind the engine contract. Its activations are quantised with fixed scales, so what a sentence shares a batch with does not show
 * in its words and tree (tested); only names are decided over the whole document.
 */
export async function createEncoderEngine(folder = 'encoder', say?: (message: string) => void): Promise<Engine> {
  const labels = readModel(`${folder}/labels.json`, Labels)
  const text = (name: string) => readFile(join(HOME, 'models', folder, name), 'utf8')
  const weights = await readFile(join(HOME, 'models', folder, 'model.onnx'))
  const session = await openSession(weights, say)
  return new EncoderEngine(
    `encoder ${labels.version} ${sha256(weights).slice(0, 16)}`,
    session,
    labels,
    new WordPieces(await text('vocab.txt'), labels.special.unk),
    new KnownNames(await text('known.tsv')),
  )
}

class EncoderEngine implements Engine {
  constructor(
    readonly id: string,
    private readonly session: Session,
    private readonly labels: Labels,
    private readonly pieces: WordPieces,
    private readonly known: KnownNames,
  ) {}

  async read(document: readonly Tokens[]): Promise<Reading[]> {
    const parts = document.flatMap((sentence, at) => this.encode(sentence, at))
    const answers = new Map<Part, Answer>()
    for (const batch of batches(parts)) {
      const inputs = toInputs(
        batch.map(({ encoded }) => encoded),
        this.labels.special.pad,
      )
      const outputs = await this.session.run(inputs, OUTPUTS)
      const slots = inputs.first!.dims[0]!
      batch.forEach((part, row) => {
        answers.set(part, this.decode(part.encoded.words, row, slots, outputs))
      })
    }
    const bySentence = document.map((): Part[] => [])
    for (const part of parts) bySentence[part.sentence]!.push(part)
    return agreeOnNames(document.map(({ tokens }, at) => toGuess(tokens, bySentence[at]!, answers)))
  }

  close(): Promise<void> {
    return this.session.close()
  }

  private encode({ tokens }: Tokens, sentence: number): Part[] {
    const forms = tokens.map(({ form }) => form)
    const starts = partsOf(forms, (form) => this.pieces.of(form).length)
    return starts.flatMap((start, at) => {
      const words = forms.slice(start, starts[at + 1])
      return words.length
        ? [{ sentence, start, encoded: encodeWords(words, this.pieces, this.known, this.labels.special) }]
        : []
    })
  }

  private decode(words: number, row: number, slots: number, outputs: Record<string, Output>): Answer {
    const { upos, xpos, rel, ner, arcs } = outputs
    const width = slots - 1
    const from = row * width
    const arcsFrom = row * width * slots
    const heads = bestTree(words, (dependent, head) => arcs![arcsFrom + (dependent - 1) * slots + head]!)
    const label = (table: readonly string[], output: Output) => {
      const labels: string[] = []
      for (let word = 0; word < words; word++) labels.push(table[output[from + word]!]!)
      return labels
    }
    const size = this.labels.ner.length
    const logits = (ner as Float32Array).subarray(from * size, (from + words) * size)
    return {
      upos: label(this.labels.upos, upos!),
      xpos: label(this.labels.xpos, xpos!),
      heads,
      relations: label(this.labels.rel, rel!).map((relation, word) =>
        heads[word] === 0 ? 'root' : relation === 'root' ? 'parataxis' : relation,
      ),
      names: bestNames(logits, words, this.labels.ner),
      chancesOf: (word) => chancesOf(logits, word, this.labels.ner),
    }
  }
}

/** Parts of like length together, so that batches and padding cost least. */
function batches(parts: readonly Part[]): Part[][] {
  const order = [...parts].sort((a, b) => a.encoded.words - b.encoded.words)
  const least = [0] // the cost of the first so many parts
  const last = [0] // and how many of them the last batch takes
  for (let count = 1; count <= order.length; count++) {
    const words = order[count - 1]!.encoded.words
    let pieces = 0
    least[count] = Number.POSITIVE_INFINITY
    for (let size = 1; size <= Math.min(count, MOST_SENTENCES); size++) {
      pieces = Math.max(pieces, order[count - size]!.encoded.ids.length)
      if (size > 1 && size * pieces > MOST_PIECES) break
      const cost = least[count - size]! + BATCH_COST + size * (words + PIECE_COST * pieces)
      if (cost >= least[count]!) continue
      least[count] = cost
      last[count] = size
    }
  }
  const found: Part[][] = []
  for (let end = order.length; end > 0; end -= last[end]!) found.unshift(order.slice(end - last[end]!, end))
  return found
}

function toGuess(tokens: readonly Token[], parts: readonly Part[], answers: ReadonlyMap<Part, Answer>): Guess {
  const said = parts.map((part) => ({ start: part.start, ...answers.get(part)! }))
  const { heads, relations } = joinTrees(said)
  const upos = said.flatMap((answer) => answer.upos)
  const xpos = said.flatMap((answer) => answer.xpos)
  const words = tokens.map(
    ({ start, end, form }, at): Word => ({
      start,
      end,
      index: at + 1,
      form,
      lemma: lemmaOf(form, upos[at]!, xpos[at]!, { deprel: relations[at]!, headXpos: xpos[heads[at]! - 1] ?? '' }),
      upos: upos[at]!,
      xpos: xpos[at]!,
      head: heads[at]!,
      deprel: relations[at]!,
    }),
  )
  const names = said.flatMap((answer) =>
    answer.names.map(({ first, last, type, score }): Name => {
      const [from, to] = [answer.start + first, answer.start + last]
      return {
        first: from + 1,
        last: to + 1,
        start: tokens[from]!.start,
        end: tokens[to]!.end,
        type: type as Name['type'],
        score,
      }
    }),
  )
  const chancesOf = (index: number) => {
    const part = said.findLast(({ start }) => start < index)!
    return part.chancesOf(index - 1 - part.start)
  }
  const repairs = [(tree: readonly Word[]) => repairNames(tree, names), ...REPAIRS]
  const repair = (tree: readonly Word[], mend: (tree: readonly Word[]) => readonly Word[]) => {
    const mended = mend(tree)
    return mended === tree || isTree(mended) ? mended : tree
  }
  return { words: repairs.reduce<readonly Word[]>(repair, words), names, chancesOf }
}
