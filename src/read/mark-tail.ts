import { siteVoice } from './chrome.ts'
import { isParagraph, type Part } from './layout.ts'
import { endsSentence, wordCount } from './lines.ts'

/**
 * What follows the report: the end of the text that is richest in chrome and poorest in paragraphs, when it has at least one line that is
 * chrome by its words. Links and headlines of other reports in it have no words of their own, so it is the company that counts.
 */
export function markTail(parts: Part[]): void {
  const first = parts.findIndex((part) => part.kind === 'body' && isParagraph(part))
  let sum = 0
  let best = 0
  let from = parts.length
  for (let at = parts.length - 1; at > first && sum >= best - PARAGRAPH; at--) {
    const part = parts[at]!
    sum += chromeWeight(part)
    // A report may end in the first person; only what stands below a line that is plainly chrome is taken for the site's own voice.
    if (sum > best && (part.kind === 'boilerplate' || !isParagraph(part))) {
      best = sum
      from = at
    }
  }
  const tail = parts.slice(from)
  if (best < 2 || !tail.some((part) => part.kind === 'boilerplate')) return
  for (const part of tail) {
    if (part.kind === 'body' || part.kind === 'heading') part.kind = 'boilerplate'
    else if (part.kind === 'list' && !endsSentence(part.text)) part.kind = 'boilerplate'
  }
}

/** What a paragraph of the report weighs against chrome, so that nothing reaches across one. */
const PARAGRAPH = 6

/** How much a line looks as if it were not part of the report (above 0), or part of it (below). */
function chromeWeight(part: Part): number {
  const { text, kind } = part
  const words = wordCount(text)
  if (kind === 'boilerplate') return 3
  if (kind === 'title') return -20
  if (kind === 'caption') return 0
  if (kind === 'list') return endsSentence(text) || words > 14 ? -2 : 0.2
  const voice = /["“]/.test(text) ? 0 : siteVoice(text)
  if (voice >= 2 && words <= 60 * voice) return 2
  if (voice === 1 && words <= 25) return 1
  if (isQuoting(text)) return -2 - words / 4
  if (/:$/.test(text) && words <= 4) return 0.6
  if (endsSentence(text)) return -1 - words / 3
  if (words <= 16) return 0.6
  return words <= 30 ? 0.4 : -PARAGRAPH - 1
}

/** Holds a quotation. (By hand: a pattern would try every pair of marks.) */
const isQuoting = (text: string) => {
  const open = text.search(/["“]/)
  return open >= 0 && Math.max(text.lastIndexOf('"'), text.lastIndexOf('”')) > open
}
