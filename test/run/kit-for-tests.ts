import { createKit, type Kit } from '../../src/kit.ts'
import type { Engine } from '../../src/nlp/engine.ts'

/** An engine without knowledge, whose worker hangs, dies or fails where a text says so. */
const engine: Engine = {
  id: 'for-tests',
  async read(document) {
    const words = new Set(document.flatMap(({ tokens }) => tokens.map(({ form }) => form)))
    if (words.has('HANG')) for (;;);
    if (words.has('SLEEP')) await new Promise(() => {})
    if (words.has('EXIT')) process.exit(7)
    if (words.has('FAIL')) throw new Error('no reading for this')
    if (words.has('SLOW')) await new Promise((resolve) => setTimeout(resolve, 200))
    return document.map(({ tokens }) => ({
      names: [],
      words: tokens.map(({ start, end, form }, at) => ({
        ...{ start, end, form, index: at + 1, lemma: form, upos: 'X', xpos: 'FW' },
        head: at === 0 ? 0 : 1,
        deprel: at === 0 ? 'root' : 'dep',
      })),
    }))
  },
  close: async () => {},
}

export async function createWorkerKit(options: { engine?: string }): Promise<Kit> {
  if ((options.engine as string) === 'missing') throw new Error('models/none.onnx: is not there')
  return createKit(engine)
}
