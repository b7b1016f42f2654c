import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/model/id.ts'
import { detectLanguage } from '../../src/read/detect-language.ts'
import { exitCodeOf, isSkipped, PROBLEMS, renderProblem } from '../../src/read/problem.ts'
import { bodyOf, folderOf, readAll, readOne, zonesOf } from './reading.ts'

const STORY =
  'The port of Ghent closed on Monday after a crane fell on the quay. Nobody was hurt, the harbour master said.\n'

describe('paths', () => {
  const folder = folderOf({
    'b.txt': STORY,
    'a/z.txt': STORY,
    'a/B.md': STORY,
    'README.md': 'x',
    'c.png': 'x',
    '.hidden.txt': 'x',
    'c.txt.gz': gzipSync(STORY),
  })

  test('a folder, all below it, sorted; what is no article is said', async () => {
    const { articles, problems } = await readAll([folder])
    expect(articles.map((article) => article.key)).toEqual(['a/B.md', 'a/z.txt', 'b.txt', 'c.txt.gz'])
    expect(problems.map((problem) => [problem.path, problem.code])).toEqual([
      [join(folder, 'README.md'), 'not-an-article'],
      [join(folder, 'c.png'), 'not-an-article'],
    ])
    expect(problems.some(isSkipped)).toBe(false)
  })

  test('files, globs and folders keep their order', async () => {
    const { articles } = await readAll([join(folder, 'b.txt'), join(folder, 'a/*.txt'), join(folder, 'a')])
    expect(articles.map((article) => article.key)).toEqual(['b.txt', 'z.txt', 'B.md', 'z.txt'])
  })

  test('a file has the same id from its folder as alone, wherever the folder is', async () => {
    const elsewhere = folderOf({ 'b.txt': STORY, 'x/b.txt': STORY })
    const ids = async (...paths: string[]) => (await readAll(paths)).articles.map((article) => article.id)
    const [own] = await ids(join(folder, 'b.txt'))
    expect(await ids(elsewhere)).toContain(own)
    expect(await ids(join(elsewhere, 'b.txt'))).toEqual([own])
    expect(new Set(await ids(elsewhere)).size).toBe(2)
  })

  test('two texts of one name in a run are kept apart', async () => {
    const both = folderOf({ 'a/index.txt': STORY, 'b/index.txt': `${STORY}More followed.` })
    const { articles } = await readAll([join(both, 'a'), join(both, 'b')])
    expect(new Set(articles.map((article) => article.id)).size).toBe(2)
    expect(articles[1]!.diagnostics.map(({ code }) => code)).toContain('same-name')
  })

  test.skipIf(process.platform === 'win32')('a pipe in a folder is not waited for', async () => {
    const piped = folderOf({ 'a.txt': STORY })
    execFileSync('mkfifo', [join(piped, 'b.txt')])
    const { articles, problems } = await readAll([piped])
    expect(articles.map((article) => article.key)).toEqual(['a.txt'])
    expect(problems.map(renderProblem).join()).toContain('b.txt: is no ordinary file')
  })

  test('standard input: text, and JSON Lines by its look', async () => {
    const stdin = async function* (text: string) {
      yield Buffer.from(text)
    }
    const text = await readAll(['-'], { stdin: stdin(STORY) })
    expect(text.articles.map(({ key, path }) => [key, path])).toEqual([['stdin', '-']])
    const lines = await readAll(['-'], { stdin: stdin(`{"id":"a","text":"One."}\n{"id":"b","text":"Two."}\n`) })
    expect(lines.articles.map(({ key }) => key)).toEqual(['a', 'b'])
  })

  test('what is not there, is empty or holds nothing is a problem, and the rest is read', async () => {
    const empty = folderOf({
      'e.txt': '',
      'n.txt': '1 2 3 4\n',
      'ok.txt': STORY,
      'p.gz.txt': gzipSync(STORY).subarray(0, 40),
      'x.txt': Buffer.from([0, 1, 2, 3, 4, 0, 0, 0, 0x89, 0x50]),
    })
    const { articles, problems } = await readAll([join(empty, 'none.txt'), join(empty, '*.none'), empty])
    expect(articles.map(({ key }) => key)).toEqual(['ok.txt'])
    expect(problems.map(({ code }) => code)).toEqual([
      'no-such-path',
      'no-such-path',
      'no-text',
      'no-text',
      'broken-gzip',
      'unknown-format',
    ])
    expect(exitCodeOf(1, problems.filter(isSkipped).length)).toBe(3)
    for (const problem of problems) expect(renderProblem(problem)).toMatch(/^\S.*: .+\.$/)
  })
})

test('every problem code is a note or a skip, and the exit code follows', () => {
  expect(new Set(Object.values(PROBLEMS))).toEqual(new Set(['note', 'skipped']))
  expect([exitCodeOf(2, 0), exitCodeOf(2, 1), exitCodeOf(0, 1), exitCodeOf(0, 0)]).toEqual([0, 3, 4, 0])
})

describe('JSON and JSON Lines', () => {
  test('metadata under its common names', async () => {
    const one = {
      id: 7,
      headline: 'Crane falls',
      body: STORY,
      link: 'https://www.bbc.co.uk/news/1?utm_source=x',
      pubDate: 'Mon, 04 Mar 2024 10:00:00 GMT',
      authors: ['Ann Lee', { name: 'Bo Kay' }],
      extra: [1],
    }
    const article = await readOne('a.json', JSON.stringify(one))
    expect(article).toMatchObject({
      key: '7',
      title: 'Crane falls',
      url: one.link,
      publishedAt: '2024-03-04',
      publishedFrom: 'metadata',
      byline: 'Ann Lee, Bo Kay',
    })
    expect(article.source).toEqual({ id: 'source:bbc-news', name: 'BBC News', kind: 'newspaper' })
    expect(article.text.startsWith('Crane falls\n\n')).toBe(true)
    expect(zonesOf(article)).toEqual(['title: Crane falls'])
  })

  test('lists, {"articles": […]} and html', async () => {
    expect(
      (
        await readAll([
          join(
            folderOf({ 'a.json': JSON.stringify([{ text: STORY }, { html: `<h1>T</h1><p>${STORY}</p>` }]) }),
            'a.json',
          ),
        ])
      ).articles,
    ).toHaveLength(2)
    expect(
      (await readAll([join(folderOf({ 'a.json': JSON.stringify({ articles: [{ text: STORY }] }) }), 'a.json')]))
        .articles,
    ).toHaveLength(1)
  })

  test('a broken line is a problem with its number; the others are read', async () => {
    const lines = [
      `{"text": "One is here."}`,
      '{"text": "Two',
      '',
      '[1]',
      '{"title": "no text"}',
      `{"id": "six", "text": "Six is here."}`,
      '{"text": 3}',
    ]
    const { articles, problems } = await readAll([join(folderOf({ 'l.jsonl': lines.join('\r\n') }), 'l.jsonl')])
    expect(articles.map(({ key }) => key)).toEqual(['l.jsonl#1', 'six'])
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'broken-json 2',
      'broken-record 4',
      'broken-record 5',
      'broken-record 7',
    ])
  })

  test('a million bytes of one line, zeros, and a line above the limit', async () => {
    const folder = folderOf({ 'l.jsonl': `{"text": "${'word '.repeat(200_000)}"}\n{"text": "a\\u0000b is here"}\n` })
    const { articles, problems } = await readAll([join(folder, 'l.jsonl')], { limits: { recordBytes: 500_000 } })
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['too-large', 1]])
    expect(articles.map(({ text }) => text)).toEqual(['a b is here'])
  })

  test('the same text in any order of lines has the same ids', async () => {
    const lines = ['{"text": "One is here."}', '{"text": "Two is here."}']
    const idsOf = async (text: string) =>
      (await readAll([join(folderOf({ 'l.jsonl': text }), 'l.jsonl')])).articles.map(({ id }) => id).sort()
    expect(await idsOf(lines.join('\n'))).toEqual(await idsOf([...lines].reverse().join('\n')))
  })
})

describe('verbatim', () => {
  const odd = '\uFEFFLeave a Reply\r\n\r\n  By Ann Lee\u0000\r\nPublished: 3 May 2024\tx\u2028 \n\n'
  test('a file is its text, unchanged and whole', async () => {
    const article = await readOne('odd.txt', odd, { verbatim: true })
    expect(article.text).toBe(odd)
    expect(article).toMatchObject({ zones: [], publishedFrom: 'none', textHash: sha256(odd) })
  })
  test('so is the text of a JSON object, even an empty one', async () => {
    const texts = [
      odd,
      '',
      'x'.repeat(600_000),
      'Der Rat der Stadt hat am Montag beschlossen, die Brücke zu schließen. '.repeat(20),
    ]
    const folder = folderOf({
      'l.jsonl': texts.map((text, at) => JSON.stringify({ id: `${at}`, text, date: '2024-05' })).join('\n'),
    })
    const { articles, problems } = await readAll([join(folder, 'l.jsonl')], { verbatim: true })
    expect(problems).toEqual([])
    expect(articles.map(({ text }) => text)).toEqual(texts)
    expect(articles.map(({ key, publishedAt }) => [key, publishedAt])).toEqual(
      texts.map((_, at) => [`${at}`, '2024-05']),
    )
    expect(articles[3]).toMatchObject({ language: 'de', diagnostics: [{ code: 'not-english' }] })
  })
  test('halves of surrogate pairs are made whole', async () => {
    const article = await readOne('a.json', '{"text": "a \\ud83d b \\ud83d\\ude00"}', { verbatim: true })
    expect(article.text).toBe('a \uFFFD b 😀')
    expect(article.diagnostics.map(({ code }) => code)).toEqual(['lone-surrogate'])
  })
})

describe('texts', () => {
  test('line ends are made one of a kind, once, and it is said', async () => {
    const article = await readOne('a.txt', `Crane falls on quay\r\n\r\n${STORY}`)
    expect(article.text).toBe(`Crane falls on quay\n\n${STORY}`)
    expect(article.title).toBe('Crane falls on quay')
    expect(article.diagnostics.map(({ code }) => code)).toEqual(['line-ends'])
  })

  test('lines broken to a width become paragraphs without moving anything', async () => {
    const wrapped =
      'The council of Ghent will pay for the crane that fell on the quay, and\nfor the two barges that it hit, the mayor said on Tuesday, after a long\nnight of talks with the owners of the port and with the unions of those\nwho work there.\n\nWork goes on.\n'
    const article = await readOne('a.txt', wrapped)
    expect(article.text.length).toBe(wrapped.length)
    expect(bodyOf(article)).toHaveLength(2)
  })

  test('other languages are told apart and skipped', async () => {
    const texts = {
      de: 'Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss zu schließen, weil Fachleute Risse in drei Pfeilern gefunden haben. '.repeat(
        3,
      ),
      fr: 'Le conseil municipal a décidé lundi de fermer le vieux pont sur le fleuve, après la découverte de fissures dans trois de ses piliers. '.repeat(
        3,
      ),
      ru: 'Городской совет решил в понедельник закрыть старый мост через реку, потому что специалисты нашли трещины в трёх его опорах. '.repeat(
        3,
      ),
    }
    const { articles, problems } = await readAll([
      folderOf(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}.txt`, text]))),
    ])
    expect(articles).toEqual([])
    expect(problems.map(({ code, message }) => `${code} ${message.match(/is in (\w+)/)?.[1]}`)).toEqual([
      'not-english German',
      'not-english French',
      'not-english Russian',
    ])
  })

  test.each([
    [
      'Der Stadtrat hat am Montag beschlossen, die alte Brücke zu schließen, weil Fachleute Risse gefunden haben.',
      'de',
    ],
    [
      'Le conseil municipal a décidé lundi de fermer le vieux pont, après la découverte de fissures dans ses piliers.',
      'fr',
    ],
    [
      'Crane falls on quay in Ghent, two barges hit, owners and unions of the port meet the mayor for talks at night',
      'und',
    ],
    ['Ruiz, Lefèvre, Nakamura, Oyelaran, Kowalczyk, Andersson: Vuelta a Burgos, stage four, Lerma to Aranda', 'und'],
    ['Der Rat tagt am Montag.', 'und'],
  ])('a short text is told apart where its words are plain: %s', async (text, language) => {
    expect(await detectLanguage(text)).toBe(language)
  })

  test('bytes that are no text are named in a page as in a text', async () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256))
    const { articles, problems } = await readAll([folderOf({ 'a.html': noise, 'b.txt': noise, 'c.md': noise })])
    expect(articles).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['unknown-format', 'unknown-format', 'unknown-format'])
  })

  test('a text above the limit is cut at the end of a paragraph, and it is said', async () => {
    const long = `${STORY.trim()}\n\n`.repeat(50)
    const article = await readOne('a.txt', long, { limits: { textLength: 1000 } })
    expect(article.text.length).toBeLessThanOrEqual(1000)
    expect(article.text.endsWith('said.')).toBe(true)
    expect(article.diagnostics.find(({ code }) => code === 'text-cut')?.message).toContain(`${long.length}`)
  })

  test('a file above the limit is a problem', async () => {
    const { problems } = await readAll(
      [folderOf({ 'a.txt': STORY.repeat(100), 'b.txt.gz': gzipSync(STORY.repeat(100)) })],
      { limits: { fileBytes: 2000 } },
    )
    expect(problems.map(({ code }) => code)).toEqual(['too-large', 'too-large'])
  })

  test('--date stands in where the input tells none', async () => {
    expect(await readOne('a.txt', STORY, { date: '2024-05' })).toMatchObject({
      publishedAt: '2024-05',
      publishedFrom: 'metadata',
    })
    expect(
      await readOne('a.txt', `Crane falls on quay\nPublished: 3 May 2023\n${STORY}`, { date: '2024-05' }),
    ).toMatchObject({ publishedAt: '2023-05-03', publishedFrom: 'text' })
  })

  test('where no outlet is named the file stands for it, each for itself', async () => {
    expect((await readOne('a.txt', STORY)).source).toEqual({
      id: 'source:file:a-txt',
      name: 'a.txt',
      kind: 'unknown',
    })
  })
})
