import { describe, expect, test } from 'vitest'
import { speakerChain } from '../../src/claims/speaker-chain.ts'
import type { Mention } from '../../src/model/mention.ts'
import { textOf } from '../../src/model/span.ts'
import { findSpeech } from '../../src/speech/find-speech.ts'
import { marked } from '../support/marked.ts'
import { documentOf, speechKit } from '../support/reader.ts'

/** The chain of the words in brackets: "Lim said, Reuters cited, published". Names of the text are entities of their own. */
async function chainOf(source: string): Promise<string> {
  const { text, spans } = marked(source)
  const document = await documentOf(text)
  const mentions: Mention[] = document.sentences.flatMap(({ sentence, words }) =>
    words
      .filter(({ upos }) => /^(?:PROPN|PRON|NOUN)$/.test(upos))
      .map(({ start, end, form }) => ({
        id: `m${start}`,
        sentence: sentence.id,
        start,
        end,
        text: form,
        kind: 'name',
        type: null,
        entity: `the ${form}`,
        method: 'test',
        score: 1,
      })),
  )
  const { quotations, attributions } = findSpeech(document, mentions, await speechKit())
  const layers = { quantities: [], times: [], mentions, entities: [], quotations, attributions }
  const chain = speakerChain(spans[0]!, document, layers)
  expect(chain.map(({ order }) => order)).toEqual(chain.map((_, at) => at))
  return chain
    .map(({ kind, attribution }) => {
      const by = attributions.find(({ id }) => id === attribution)
      return by ? `${textOf(text, by.source)} ${kind}` : kind
    })
    .join(', ')
}

describe('who says the words in brackets, nearest first', () => {
  test.each([
    ['[The plant closed] in May.', 'published'],
    ['Ruiz said [the plant closed] in May.', 'Ruiz said, published'],
    ['“[The plant closed],” Ruiz said.', 'Ruiz quoted, published'],
    ['“[The plant closed],” Ruiz said, according to Reuters.', 'Ruiz quoted, Reuters cited, published'],
    ['According to Reuters, Ruiz said that [the plant closed].', 'Ruiz said, Reuters cited, published'],
    ['Ana Ruiz told the newspaper El Faro that [the plant closed].', 'Ana Ruiz said, the newspaper cited, published'],
    ['“[The plant closed],” Ruiz said in an interview with Le Monde.', 'Ruiz quoted, Le Monde cited, published'],
    ['Speaking to Sky News, Ruiz said [the plant closed].', 'Ruiz said, Sky News cited, published'],
    ['[The plant closed], Ruiz said in a statement carried by TASS.', 'Ruiz said, TASS cited, published'],
    ['Ruiz told parliament that [the plant closed].', 'Ruiz said, published'],
    ['Ruiz told reporters in Paris that [the plant closed].', 'Ruiz said, published'],
    ['The report says that Ruiz believes that [the plant closed].', 'Ruiz said, The report cited, published'],
    ['Ruiz denied that [the plant closed].', 'Ruiz denied, published'],
    ['“It is over,” Ruiz said. “[The plant closed] in May.”', 'Ruiz quoted, published'],
    ['“It is over. [The plant closed] in May,” Ruiz said.', 'Ruiz quoted, published'],
    ['[The plant], Ruiz said, [closed] in May.', 'Ruiz said, published'],
    ['Ruiz said the firm lost money. [The plant closed] in May.', 'published'],
    ['[Ruiz said] the plant closed.', 'published'],
  ])('%s', async (source, expected) => expect(await chainOf(source)).toBe(expected))
})

test('the entity is that of the source, once resolved', async () => {
  const document = await documentOf('Ruiz said the plant closed.')
  const unresolved = [{ id: 'm', sentence: document.sentences[0]!.sentence.id, start: 0, end: 4 } as Mention]
  const speech = findSpeech(document, unresolved, await speechKit())
  const layers = { quantities: [], times: [], entities: [], ...speech }
  const at = { start: 10, end: 26 }
  const entityWith = (mentions: Mention[]) => speakerChain(at, document, { ...layers, mentions })[0]!.entity
  expect(entityWith(unresolved)).toBeNull()
  expect(entityWith([{ ...unresolved[0]!, entity: 'person:ruiz' }])).toBe('person:ruiz')
})
