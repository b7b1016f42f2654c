import { describe, expect, test } from 'vitest'
import type { Mention } from '../../src/model/mention.ts'
import { textOf } from '../../src/model/span.ts'
import { findSpeech } from '../../src/speech/find-speech.ts'
import { documentOf, speechKit } from '../support/reader.ts'

/** "source | cue | content", one line an attribution. */
async function saidIn(text: string): Promise<string[]> {
  const document = await documentOf(text)
  const { attributions } = findSpeech(document, [], await speechKit())
  return attributions.map(({ source, cue, content }) =>
    [textOf(text, source), cue ? textOf(text, cue) : '', content.map((piece) => textOf(text, piece)).join(' … ')].join(
      ' | ',
    ),
  )
}

test('who follows with a figure and no verb says it with the verb before', async () => {
  expect(await saidIn('The war goes on. Seoul speaks of 15,000, London of 11,000.')).toEqual([
    'Seoul | speaks | of 15,000,',
    'London | speaks | of 11,000.',
  ])
})

test.each(['Nobody knows how many boats sank.', 'No minister said that the boat had sunk.'])(
  'nobody says nothing: %s',
  async (text) => {
    expect(await saidIn(text)).toEqual([])
  },
)

describe('finds who says what', () => {
  test.each([
    [
      'Madrid estimates that the fire cost two million euros.',
      'Madrid | estimates | that the fire cost two million euros.',
    ],
    ['The storm has passed, the mayor said.', 'the mayor | said | The storm has passed,'],
    ['The storm has passed, said mayor Ana Ruiz.', 'mayor Ana Ruiz | said | The storm has passed,'],
    ['The storm, the mayor said, has passed.', 'the mayor | said | The storm, … has passed.'],
    ['“The storm has passed,” the mayor said.', 'the mayor | said | “The storm has passed,”'],
    [
      '“The army is ready,” her deputy, Tom Falk, agreed, “and so is the navy.”',
      'her deputy | agreed | “The army is ready,” … “and so is the navy.”',
    ],
    ['The mayor said: “The storm has passed.”', 'The mayor | said | “The storm has passed.”'],
    ['“The storm has passed,” the mayor said. “It is over.”', 'the mayor | said | “The storm has passed,”'],
    ['A jury heard on Tuesday that he took bribes.', 'A jury | heard | that he took bribes.'],
    ['He took bribes, the court heard.', 'the court | heard | He took bribes,'],
    ['The inquest was told that he had slept.', 'The inquest | told | that he had slept.'],
    ['According to the mayor, the storm has passed.', 'the mayor | According to | the storm has passed.'],
    ['The storm has passed, according to Reuters.', 'Reuters | according to | The storm has passed,'],
    ['The report says that two ships sank.', 'The report | says | that two ships sank.'],
    ['A senior Danish official said two ships sank.', 'A senior Danish official | said | two ships sank.'],
    ['The firm claimed to have paid the fine.', 'The firm | claimed | to have paid the fine.'],
    ['The general denied sending troops.', 'The general | denied | sending troops.'],
    ['Lisbon’s claim that the ships sank was false.', 'Lisbon | claim | that the ships sank'],
    ['Doctors are confident that the drug works.', 'Doctors | confident | that the drug works.'],
    ['Ruiz was quoted as saying that the deal was dead.', 'Ruiz | saying | that the deal was dead.'],
    ['It was reported by state media that two ships sank.', 'state media | reported | that two ships sank.'],
    ['Ruiz described the talks as open.', 'Ruiz | described | the talks as open.'],
    ['Critics have accused the mayor of hiding a report.', 'Critics | accused | the mayor of hiding a report.'],
    ['Ruiz called the ruling “a disgrace”.', 'Ruiz | called | the ruling “a disgrace”.'],
    [
      'A recent study published in May found that cats sleep less.',
      'A recent study published in May | found | that cats sleep less.',
    ],
    ['Historian Per Holm argues that the letter is false.', 'Historian Per Holm | argues | that the letter is false.'],
    [
      'Prices rose by 40%, hitting a record high, according to Reuters.',
      'Reuters | according to | Prices rose by 40%, hitting a record high,',
    ],
    ['The museum, Ruiz announced, will stay open.', 'Ruiz | announced | The museum, … will stay open.'],
    ['The vote, declared Ana Ruiz, was a fraud.', 'Ana Ruiz | declared | The vote, … was a fraud.'],
    ['Holm told reporters on Friday that the club is for sale.', 'Holm | told | that the club is for sale.'],
    ['The team lost twice, Holm said, but fans kept singing.', 'Holm | said | The team lost twice,'],
    ['Ruiz explained how the pump works.', 'Ruiz | explained | how the pump works.'],
    ['Ruiz and Lindholm agree that taxes are too high.', 'Ruiz and Lindholm | agree | that taxes are too high.'],
    ['Analysts who believe that prices will rise are buying.', 'Analysts | believe | that prices will rise'],
    ['In the words of the judge, the law is dead.', 'the judge | In the words of | the law is dead.'],
    ['As the coach noted, the team lost twice.', 'the coach | noted | the team lost twice.'],
    [
      'The dam had leaked for weeks, two rescue workers and a local official said on Tuesday, as rain fell.',
      'two rescue workers and a local official | said | The dam had leaked for weeks,',
    ],
    [
      'Prices will rise, Norway’s bank and three economists warned.',
      'Norway’s bank and three economists | warned | Prices will rise,',
    ],
    [
      'A barge owned by Tarmac ruptured near Lyon, spilling oil into a creek, the regulator said.',
      'the regulator | said | A barge owned by Tarmac ruptured near Lyon, spilling oil into a creek,',
    ],
    [
      'Analyst Hugo Lerche wrote in a note that the takeover made sense.',
      'Analyst Hugo Lerche | wrote | that the takeover made sense.',
    ],
    ['The deal is dead, wrote Marcus Teale in a blog.', 'Marcus Teale | wrote | The deal is dead,'],
    [
      'The embassy was not informed, Ana Ruiz, a lawyer for the family, said.',
      'Ana Ruiz | said | The embassy was not informed,',
    ],
    ['Death toll climbs to 41, officials say', 'officials | say | Death toll climbs to 41,'],
    [
      'A senior diplomat, speaking on condition of anonymity, said the talks had failed.',
      'A senior diplomat | said | the talks had failed.',
    ],
    [
      'A vaccine cut deaths by half, according to results of a trial in Mali.',
      'results of a trial in Mali | according to | A vaccine cut deaths by half,',
    ],
    ['The spokesman, who lives in Oslo, said the firm lost money.', 'The spokesman | said | the firm lost money.'],
  ])('%s', async (text, line) => expect(await saidIn(text)).toEqual([line]))
})

describe('finds nobody who says anything', () => {
  test.each([
    'The plant closed in May.',
    'Tanker seized off Oman, crew of 23 held',
    'After the meeting ended, the minister and his aides explained.',
    'Peter Mbeki asked the jury to remember what the woman had faced.',
    'It is believed that the boat sank.',
    'The so-called “grey zone” grew.',
    'He said a few words and left.',
    'The pope called a meeting.',
    'The rules were explained on Monday.',
    'The commission found no proof that the votes were bought.',
    'There is no evidence that the pilot slept.',
    'Please note that the shop is closed.',
  ])('%s', async (text) => expect(await saidIn(text)).toEqual([]))
})

test('whoever quotes is cited', async () => {
  expect((await saidIn('Holm was quoted by Reuters as saying the deal was dead.')).sort()).toEqual([
    'Holm | saying | the deal was dead.',
    'Reuters | quoted | the deal was dead.',
  ])
})

test('nested speech is two attributions', async () => {
  expect(await saidIn('“We will go on,” Lim said, according to Reuters.')).toEqual([
    'Lim | said | “We will go on,”',
    'Reuters | according to | “We will go on,” Lim said,',
  ])
})

describe('kinds and classes', () => {
  test.each([
    ['Ana Ruiz said the ships sank.', 'said named'],
    ['She said the ships sank.', 'said named'],
    ['The ministry said the ships sank.', 'said named'],
    ['Officials said the ships sank.', 'said anonymous'],
    ['A senior Danish official said the ships sank.', 'said anonymous'],
    ['People familiar with the matter said the ships sank.', 'said anonymous'],
    ['The report said the ships sank.', 'cited document'],
    ['The ships sank, according to Reuters.', 'cited named'],
    ['The ships sank, according to two diplomats.', 'cited anonymous'],
    ['The navy denied that the ships sank.', 'denied named'],
    ['The navy rejected claims that the ships sank.', 'denied named'],
  ])('%s → %s', async (text, expected) => {
    const { attributions } = findSpeech(await documentOf(text), [], await speechKit())
    expect(attributions.map(({ kind, class: of }) => `${kind} ${of}`)).toEqual([expected])
  })
})

/** "speaker's cue: words", one line a quotation. */
async function quotedIn(text: string): Promise<string[]> {
  const { quotations } = findSpeech(await documentOf(text), [], await speechKit())
  return quotations.map(
    ({ start, end, cue }) => `${cue ? `${textOf(text, cue)} ${cue.start}` : '-'}: ${text.slice(start, end)}`,
  )
}

describe('finds quotations and their cue', () => {
  test.each([
    ['“We won,” said Ruiz. “We won again.”', ['said 10: We won,', 'said 10: We won again.']],
    ['“Will you go?” Ruiz asked.', ['asked 20: Will you go?']],
    ['“We won. It took years.” He added: “Nobody helped.”', ['added 28: Nobody helped.']],
    ['Ruiz hailed the deal as a “new era of hope”.', ['hailed 5: new era of hope']],
    ['The ship “Sea Star” sank.', []],
    ['“We won,” said Ruiz.\n\n“We won again,” said Lindholm.', ['said 10: We won,', 'said 38: We won again,']],
  ])('%s', async (text, lines) => {
    const found = await quotedIn(text)
    expect(found).toEqual(expect.arrayContaining(lines))
    expect(found.length).toBeGreaterThanOrEqual(lines.length)
  })
})

test('a speech over several paragraphs has one speaker', async () => {
  const text =
    '“We have lost the harvest,” Ruiz said. “Nobody came to help us this year.\n\n“We will not forget that day,” the farmer went on.\n'
  const lines = await quotedIn(text)
  expect(lines.slice(0, 2).map((line) => line.split(':')[0])).toEqual(['said 33', 'said 33'])
})

test('a transcript has its speakers', async () => {
  const text =
    'Ruiz: When did you start?\n\nLindholm: In 2003. It was hard.\n\nRuiz: Why was it hard?\n\nLindholm: We had no money.'
  expect(await saidIn(text)).toEqual([
    'Ruiz |  | When did you start? … Why was it hard?',
    'Lindholm |  | In 2003. It was hard. … We had no money.',
  ])
})

test('the source is the mention that holds its head', async () => {
  const text = 'The mayor of Lima, Ana Ruiz, said the storm has passed.'
  const document = await documentOf(text)
  const mention = (start: number, end: number): Mention => ({
    id: `${start}`,
    sentence: document.sentences[0]!.sentence.id,
    start,
    end,
    text: text.slice(start, end),
    kind: 'name',
    type: null,
    entity: null,
    method: 'test',
    score: 1,
  })
  const { attributions } = findSpeech(document, [mention(13, 17), mention(4, 9), mention(19, 27)], await speechKit())
  expect(attributions.map(({ source }) => source.mention)).toEqual(['4'])
})
