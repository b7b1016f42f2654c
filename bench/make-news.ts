import type { Article } from '../src/model/article.ts'
import { contentId, sha256 } from '../src/model/id.ts'

/** Made-up news for speed tests: the same articles for the same numbers, no corpus behind them. */
export function makeNews(articles: number, seed = 1): string[] {
  return Array.from({ length: articles }, (_, at) => makeStory(randomFrom(seed * 100_003 + at)))
}

/** A text as an article of that day's news. */
export const newsArticle = (text: string): Article => ({
  id: contentId('article', text),
  key: 'news',
  path: 'news',
  source: { id: 'source:bench', name: 'Bench', kind: 'unknown' },
  title: '',
  publishedAt: '2025-03-02',
  publishedFrom: 'metadata',
  language: 'en',
  text,
  textHash: sha256(text),
  zones: [],
  diagnostics: [],
})

const PEOPLE =
  'Amina Duarte|Karl Österberg|Li Wenxia|Tomás Quiroga|Nadia Belkacem|Peter O’Hara|Ioana Petrescu|Samuel Kiptoo|Yuki Hayashida|Rashid al-Amin'.split(
    '|',
  )
const ROLES = 'Defence Minister|Prime Minister|Ambassador|Governor|General|spokeswoman|chief executive|Professor'.split(
  '|',
)
const PLACES =
  'Lisbon|Kampala|Gdańsk|Montevideo|Surabaya|Tbilisi|Halifax|the northern province of Arlen|Port Castor|Vientiane'.split(
    '|',
  )
const BODIES =
  'the Ministry of Transport|Northwind Energy|the African Union|the Central Bank|Harbour Watch|the 4th Brigade|Reuters|the World Food Programme|Celtis Inc.'.split(
    '|',
  )
const DAYS =
  'on Monday|on 14 March 2023|last week|in late 2021|earlier this year|two days later|in the early hours of Friday'.split(
    '|',
  )
const AMOUNTS =
  'more than 12,000 people|at least 37 soldiers|$4.2 billion|around 600 tonnes of grain|nearly two-thirds of the workforce|3.5 per cent of its output'.split(
    '|',
  )
const THINGS =
  'a long-delayed trade agreement|the new railway bridge|an offshore wind farm|a ceasefire|the disputed border crossing|plans for a state-run telecoms company|its oldest refinery'.split(
    '|',
  )
const VERBS = 'announced|rejected|inspected|defended|postponed|welcomed|criticised|approved'.split('|')
const PATTERNS = [
  '{body} {verb} {thing} {day}, affecting {amount}.',
  '“We can’t wait any longer,” said {role} {person}, who had arrived from {place} {day}. “Everyone knows what’s at stake.”',
  'According to {body}, {amount} were moved from {place} to {place} after {person} {verb} {thing}.',
  '{role} {person} told reporters in {place} that {body} would not comment until {thing} had been reviewed by the courts.',
  'The decision, which {body} {verb} {day}, is expected to cost {amount}; critics say it isn’t enough.',
  'In {place}, where {thing} has divided residents for years, {person} and {person} called for talks with {body}.',
  'If {body} does not act soon, {person} warned, {amount} could be lost before the end of the year.',
  'It was the third time {day} that {thing} had been {verb} by {body}, although officials declined to say why.',
  'Analysts at {body} estimate that {place} has received {amount} since {person} took office {day}.',
  '{person} denied the claim. The inquiry into {thing} continues.',
]

function makeStory(random: () => number): string {
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const lists: Record<string, readonly string[]> = {
    person: PEOPLE,
    role: ROLES,
    place: PLACES,
    body: BODIES,
    day: DAYS,
    amount: AMOUNTS,
    thing: THINGS,
    verb: VERBS,
  }
  const sentence = () => {
    const text = one(PATTERNS).replace(/\{(\w+)\}/g, (_, slot: string) => one(lists[slot]!))
    return text[0]!.toUpperCase() + text.slice(1)
  }
  const paragraph = () => Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join(' ')
  return Array.from({ length: 7 }, paragraph).join('\n\n')
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
