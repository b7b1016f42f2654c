import { groupBy } from '../model/group-by.ts'
import type { Row } from '../store/database.ts'
import { html } from '../view/html.ts'

/** Whom somebody is connected with, and how: a row of `cypher/read/neighbourhood`. */
export interface Connection {
  readonly subject: string
  readonly edge: string
  readonly object: string
  readonly disputed: boolean
}

export const toConnection = (row: Row): Connection => row as unknown as Connection

/** Neighbours in the picture: more would cover each other. */
const SHOWN = 16
const [WIDTH, HEIGHT, MARGIN] = [760, 430, 118]

/**
 * Somebody in the middle, those connected with them around, as SVG; the best-backed first, from the top clockwise. Lines carry the relation and an arrow,
 * disputed ones are broken. `linkTo`: where a name leads. Empty without connections.
 */
export function drawNeighbours(
  name: string,
  connections: readonly Connection[],
  linkTo: (name: string) => string,
): string {
  const others = groupBy(connections, ({ subject, object }) => (subject === name ? object : subject))
  others.delete(name)
  const shown = [...others].slice(0, SHOWN)
  if (shown.length === 0) return ''
  const middle = { x: WIDTH / 2, y: HEIGHT / 2 }
  const spokes = shown.map(([other, links], at) => {
    const angle = (2 * Math.PI * at) / shown.length - Math.PI / 2
    const place = {
      x: middle.x + Math.cos(angle) * (middle.x - MARGIN),
      y: middle.y + Math.sin(angle) * (middle.y - 36),
    }
    return { other, links, place }
  })
  const lines = spokes.map(({ links, place }) => drawLine(name, links, middle, place))
  const names = spokes.map(({ other, place }) => drawName(other, place, linkTo(other)))
  const left = others.size - shown.length
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${html(name)} and who is connected with them">
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="currentColor"/></marker></defs>
${[...lines, ...names, drawName(name, middle, undefined)].join('\n')}
</svg>
${left > 0 ? `<p class="small">${left} more below.</p>\n` : ''}`
}

interface Point {
  readonly x: number
  readonly y: number
}

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})
const at = ({ x, y }: Point) => [x.toFixed(1), y.toFixed(1)] as const

function drawLine(name: string, links: readonly Connection[], middle: Point, place: Point): string {
  const [x1, y1] = at(between(middle, place, 0.16))
  const [x2, y2] = at(between(middle, place, 0.86))
  const [x, y] = at(between(middle, place, 0.56))
  const types = [...new Set(links.map(({ edge }) => edge.toLowerCase().replaceAll('_', ' ')))]
  const label = types.length > 1 ? `${types[0]} +${types.length - 1}` : types[0]!
  const isOut = links.some(({ subject }) => subject === name)
  const isIn = links.some(({ object }) => object === name)
  const ends = `${isOut ? ' marker-end="url(#arrow)"' : ''}${isIn ? ' marker-start="url(#arrow)"' : ''}`
  const broken = links.some(({ disputed }) => disputed) ? ' class="disputed"' : ''
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"${ends}${broken}/><text x="${x}" y="${y}" class="edge">${html(label)}<title>${html(types.join(', '))}</title></text>`
}

function drawName(name: string, place: Point, link: string | undefined): string {
  const [x, y] = at(place)
  const short = name.length > 28 ? `${name.slice(0, 27)}…` : name
  const text = `<text x="${x}" y="${y}" class="${link ? 'name' : 'name middle'}">${html(short)}<title>${html(name)}</title></text>`
  return link ? `<a href="${html(link)}">${text}</a>` : text
}
