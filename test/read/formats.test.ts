import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bodyOf, folderOf, readAll, readOne, zonesOf } from './reading.ts'

const LONG = [
  'The harbour bridge was closed on Monday after engineers found cracks in three of its piers, the council said in a statement.',
  'About 12,000 vehicles cross it every day. Repairs will cost £4.5m and last until June, the council’s chief engineer said.',
  'Ferries will carry passengers while the bridge is closed. The council has hired four boats and promises a crossing every ten minutes.',
]
const page = (head: string, body: string) => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const report = LONG.map((paragraph) => `<p>${paragraph}</p>`).join('\n')

describe('HTML', () => {
  const saved = page(
    `<title>Harbour bridge closes | Valley Gazette</title><meta property="og:site_name" content="Valley Gazette">
     <link rel="canonical" href="https://www.valley.example/news/bridge/">
     <script type="application/ld+json">{"@graph": [{"@type": "Person", "@id": "#p", "name": "Ann Lee"}, {"@type": ["NewsArticle"], "headline": "Harbour bridge closes &amp; ferries run",
      "datePublished": "2025-03-04T23:30:00-05:00", "author": {"@id": "#p"}, "publisher": {"@type": "Organization", "name": "The Valley Gazette"}}]}</script>`,
    `<nav><a href="/">Home</a> <a href="/n">News</a></nav>
     <article><h1>Harbour bridge closes &amp; ferries run</h1><p>By Ann Lee</p><figure><img src="b.jpg"><figcaption>The bridge on Monday</figcaption></figure>
     ${report}<h2>Ferries instead</h2><ul><li>First boat: 6 a.m.</li><li>Last boat: 11 p.m.</li></ul>${report.replaceAll('bridge', 'span')}</article>
     <aside>Most read <a href="/x">Ten bridges</a></aside><footer>© 2025 Valley Gazette</footer><script>var x = "<p>not this</p>"</script>`,
  )

  test('a saved page: the report, its zones, its metadata', async () => {
    const article = await readOne('a.html', saved)
    expect(article).toMatchObject({
      title: 'Harbour bridge closes & ferries run',
      byline: 'Ann Lee',
      publishedAt: '2025-03-04',
      publishedFrom: 'metadata',
      url: 'https://www.valley.example/news/bridge/',
      source: { name: 'The Valley Gazette' },
    })
    const zones = zonesOf(article)
    expect(zones[0]).toBe('title: Harbour bridge closes & ferries run')
    expect(zones).toContain('caption: The bridge on Monday')
    expect(zones).toContain('title: Ferries instead')
    expect(zones).toContain('list: First boat: 6 a.m.')
    expect(bodyOf(article)).toEqual(expect.arrayContaining(LONG))
    expect(article.text).not.toMatch(/Ten bridges|not this|Home/)
  })

  test('the id goes by the address, however it was reached', async () => {
    const copy = saved.replace(
      'https://www.valley.example/news/bridge/',
      'http://valley.example/news/bridge?utm_source=mail#top',
    )
    expect((await readOne('b.html', copy)).id).toBe((await readOne('a.html', saved)).id)
  })

  test.each([
    ['<meta property="article:published_time" content="2024-02-03T10:00:00Z">', '2024-02-03'],
    ['<meta name="DC.date.issued" content="2024-02">', '2024-02'],
    ['<meta itemprop="datePublished" content="3 February 2024">', '2024-02-03'],
    ['<script type="application/ld+json">{broken</script><meta name="pubdate" content="20240203">', '2024-02-03'],
  ])('a date from %s', async (head, date) =>
    expect(await readOne('a.html', page(head, report))).toMatchObject({ publishedAt: date, publishedFrom: 'metadata' }),
  )

  test('a date from <time>, and none from the text of a paragraph', async () => {
    expect(
      (await readOne('a.html', page('', `<article><time datetime="2024-02-03">Saturday</time>${report}</article>`)))
        .publishedAt,
    ).toBe('2024-02-03')
    expect(
      (await readOne('a.html', page('', `${report}<p>The bridge was opened on 3 February 1974 by the king.</p>`)))
        .publishedFrom,
    ).toBe('none')
  })

  test('the encoding of the page', async () => {
    const bytes = Buffer.from(
      page(
        '<meta charset="windows-1252">',
        `<p>The caf\xe9 is shut, \x93for good\x94, its owner said on Monday in a long note on its door.</p>`,
      ),
      'latin1',
    )
    expect((await readOne('a.html', bytes)).text).toContain('The café is shut, “for good”, its')
  })

  test('hostile pages end well', async () => {
    const deep = '<div>'.repeat(200_000) + LONG.join(' ') + '</div>'.repeat(200_000)
    const wide = `<p>${LONG[0]}</p>${'<b><i>x</b></i>'.repeat(20_000)}`
    const folder = folderOf({
      'deep.html': deep,
      'wide.html': wide,
      'open.html': '<'.repeat(100_000),
      'nul.html': `<p>${LONG[0]}\u0000\u0000</p>`,
      'huge.html': `<p>${'x'.repeat(200)}</p>`.repeat(50_000),
    })
    const { articles, problems } = await readAll([folder])
    expect(articles.map(({ key }) => key)).toEqual(expect.arrayContaining(['deep.html', 'nul.html', 'wide.html']))
    expect(articles.find(({ key }) => key === 'deep.html')!.text).toContain(LONG[1])
    expect(problems.map(({ path }) => path).join()).toContain('huge.html')
  }, 60_000)
})

describe('Markdown', () => {
  test('front matter, headings, lists, links, wrapped paragraphs', async () => {
    const article = await readOne(
      'a.md',
      `---\ntitle: "River floods: three villages"\ndate: 2024-11-05\nauthor: [Ann Lee, Bo Kay]\nsource: { name: The Valley Gazette }\nid: flood-1\n---\n# River floods: three villages\n\nThe *river Tam* left its bed on **Sunday** and flooded [three villages](http://x.example), the\nfire_service_of_Tam said.![map](m.png)\n\n## What is known\n\n- 240 people left their homes\n1. Two bridges are closed\n\n> "We saw it coming," the mayor said.\n\n\`\`\`\ncode\n\`\`\`\n`,
    )
    expect(article).toMatchObject({
      key: 'flood-1',
      title: 'River floods: three villages',
      byline: 'Ann Lee, Bo Kay',
      publishedAt: '2024-11-05',
      source: { name: 'The Valley Gazette' },
    })
    expect(zonesOf(article)).toEqual([
      'title: River floods: three villages',
      'title: What is known',
      'list: 240 people left their homes',
      'list: Two bridges are closed',
    ])
    expect(bodyOf(article)).toEqual([
      'The river Tam left its bed on Sunday and flooded three villages, the fire_service_of_Tam said.',
      '"We saw it coming," the mayor said.',
    ])
  })
  test('front matter that is no YAML is left out and said', async () => {
    const article = await readOne('a.md', `---\ntitle: [broken\n---\n\n${LONG[0]}\n`)
    expect(article.diagnostics.map(({ code }) => code)).toContain('front-matter')
    expect(bodyOf(article)).toEqual([LONG[0]])
  })
})

describe('feeds', () => {
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="u" xmlns:dc="v"><channel><title>Valley Gazette</title>
    <item><title>Mayor &amp;amp; council agree</title><link>https://valley.example/1</link><guid isPermaLink="false">g1</guid><pubDate>Tue, 05 Nov 2024 10:00:00 GMT</pubDate><dc:creator><![CDATA[Ann Lee]]></dc:creator>
      <description>Short.</description><content:encoded><![CDATA[<p>${LONG[0]}</p><p>It costs $3&nbsp;million.</p>]]></content:encoded></item>
    <item><title>Second</title><description>&lt;p&gt;The second &lt;b&gt;item&lt;/b&gt; has a sentence.&lt;/p&gt;</description></item></channel></rss>`
  test('RSS', async () => {
    const { articles } = await readAll([join(folderOf({ 'f.xml': rss }), 'f.xml')])
    expect(articles[0]).toMatchObject({
      key: 'g1',
      title: 'Mayor & council agree',
      url: 'https://valley.example/1',
      publishedAt: '2024-11-05',
      byline: 'Ann Lee',
      source: { name: 'Valley Gazette' },
    })
    expect(bodyOf(articles[0]!)).toEqual([LONG[0], 'It costs $3 million.'])
    expect(bodyOf(articles[1]!)).toEqual(['The second item has a sentence.'])
  })
  test('Atom with XHTML and with escaped HTML', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><entry><title type="html">One &amp;amp; two</title><link rel="self" href="https://b.example/feed"/><link href="https://b.example/1?a=1&amp;b=2"/><id>tag:1</id><published>2024-01-02T00:00:00Z</published><author><name>Z</name></author><content type="xhtml"><div><p>First &amp; last are here.</p><p>Second one is here.</p></div></content></entry>
      <entry><title>Two</title><id>https://b.example/2</id><updated>2024-02</updated><content type="html">&lt;p&gt;Escaped text &amp;amp; more.&lt;/p&gt;</content></entry></feed>`
    const { articles } = await readAll([join(folderOf({ 'f.atom': atom }), 'f.atom')])
    expect(articles.map(({ title, url, publishedAt }) => [title, url, publishedAt])).toEqual([
      ['One & two', 'https://b.example/1?a=1&b=2', '2024-01-02'],
      ['Two', undefined, '2024-02'],
    ])
    expect(articles.map(bodyOf)).toEqual([['First & last are here.', 'Second one is here.'], ['Escaped text & more.']])
  })
  test('XML that is none, and XML that is no feed', async () => {
    const folder = folderOf({
      'a.xml': rss.slice(0, 400),
      'b.xml': '<a><b/></a>',
      'c.rss': `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title><description>Text &b; is here.</description></item></channel></rss>`,
    })
    const { problems, articles } = await readAll([folder])
    expect(problems.map(({ code }) => code)).toEqual(['broken-xml', 'unknown-format'])
    expect(articles.map(({ text }) => text.length < 200)).toEqual([true])
  })
})

describe('WARC', () => {
  const record = (type: string, url: string, body: Buffer) =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2025-01-01T00:00:00Z\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
      Buffer.from('\r\n\r\n'),
    ])
  const http = (head: string, body: Buffer | string) =>
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`), Buffer.from(body)])
  const html = page('<title>Bridge closes for good</title>', report)
  const chunked = `${html.length.toString(16)}\r\n${html}\r\n0\r\n\r\n`

  test('pages among other records, chunked and packed', async () => {
    const file = Buffer.concat([
      record('warcinfo', '', Buffer.from('x: y')),
      record('request', 'https://v.example/1', Buffer.from('GET / HTTP/1.1\r\n\r\n')),
      record('response', 'https://v.example/1', http('Content-Type: text/html; charset=utf-8', html)),
      record('response', 'https://v.example/2.css', http('Content-Type: text/css', 'a{}')),
      record(
        'response',
        'https://v.example/2',
        http('content-type: text/html\r\nContent-Encoding: gzip', gzipSync(html)),
      ),
      record(
        'response',
        'https://v.example/3',
        http('Content-Type: text/html\r\nTransfer-Encoding: chunked', chunked.replaceAll('’', "'")),
      ),
    ])
    const packed = Buffer.concat([gzipSync(file.subarray(0, 400)), gzipSync(file.subarray(400))])
    const { articles, problems } = await readAll([folderOf({ 'a.warc': file, 'b.warc.gz': packed })])
    expect(problems).toEqual([])
    expect(articles.map(({ url }) => url)).toEqual([1, 2, 3, 1, 2, 3].map((at) => `https://v.example/${at}`))
    expect(articles[0]).toMatchObject({
      title: 'Bridge closes for good',
      publishedFrom: 'none',
      source: { name: 'v.example' },
    })
    expect(bodyOf(articles[1]!)).toEqual(LONG)
  })
  test('a broken file is a problem after what could be read', async () => {
    const good = record('response', 'https://v.example/1', http('Content-Type: text/html', html))
    const { articles, problems } = await readAll([
      folderOf({ 'a.warc': Buffer.concat([good, Buffer.from('rubbish\r\n\r\nmore')]) }),
    ])
    expect(articles).toHaveLength(1)
    expect(problems.map(({ code }) => code)).toEqual(['broken-record'])
  })
})
