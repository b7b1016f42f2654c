import { describe, expect, test } from 'vitest'
import type { ZoneSpan } from '../../src/model/article.ts'
import { findZones } from '../../src/read/find-zones.ts'
import type { Layout } from '../../src/read/layout.ts'
import { SAMPLES } from './samples.ts'

// Each line of a sample says what it is, then stands as it was found: "body| [LONDON (AP) - ]Ships left.", what is in brackets at either end being
// boilerplate within the line. "+ " instead of a kind glues the line to the one before.

const KINDS = /^(title|body|caption|list|boilerplate)\| ?/

/** A sample → its text and the zones it should have. */
function sampleOf(source: string): { text: string; zones: ZoneSpan[] } {
  let text = ''
  const zones: ZoneSpan[] = []
  for (const line of source.trim().split('\n')) {
    const glued = line.startsWith('+ ')
    const rest = glued ? line.slice(2) : line
    const kind = KINDS.exec(rest)?.[1] as ZoneSpan['zone'] | undefined
    if (text !== '' && !glued) text += '\n'
    if (!kind) continue
    const [, before = '', content, after = ''] = /^(?:\[(.*?)\])?(.*?)(?:\[([^\]]*)\])?$/.exec(rest.replace(KINDS, ''))!
    const put = (part: string, zone: ZoneSpan['zone']) => {
      if (part && zone !== 'body') zones.push({ start: text.length, end: text.length + part.length, zone })
      text += part
    }
    put(before, 'boilerplate')
    put(content!, kind)
    put(after, 'boilerplate')
  }
  return { text, zones }
}

/** Zones as lines, so that a difference can be read. */
const render = (text: string, zones: readonly ZoneSpan[]) =>
  zones.map((zone) => `${zone.zone}: ${text.slice(zone.start, zone.end)}`)

describe('zones of plain texts as they are found', () => {
  test.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (_name, sample) => {
    const { text, zones } = sampleOf(sample.text)
    const found: Layout = findZones(text)
    expect(render(text, found.zones)).toEqual(render(text, zones))
    expect({
      title: found.title,
      byline: found.byline,
      agency: found.agency,
      date: found.date && `${found.date.value} ${found.date.from}`,
    }).toEqual({
      title: sample.title,
      byline: sample.byline,
      agency: sample.agency,
      date: sample.date,
    })
  })
})
