import type { Zone } from '../model/article.ts'
import { cleanText } from './clean-text.ts'
import type { Block } from './draft.ts'

/** The little of the DOM that is needed here. */
export interface Node {
  readonly nodeType: number
  readonly textContent: string | null
  readonly firstChild: Node | null
  readonly nextSibling: Node | null
  readonly parentNode: Node | null
}
export interface Element extends Node {
  readonly localName: string
  getAttribute(name: string): string | null
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
}

const TEXT = 3
const ELEMENT = 1

/** Elements that begin and end a block, and the zone of what is in them. */
const ZONES: Readonly<Record<string, Zone>> = {
  h1: 'title',
  h2: 'title',
  h3: 'title',
  h4: 'title',
  h5: 'title',
  h6: 'title',
  li: 'list',
  dt: 'list',
  dd: 'list',
  figcaption: 'caption',
  caption: 'caption',
  nav: 'boilerplate',
  footer: 'boilerplate',
  aside: 'boilerplate',
  form: 'boilerplate',
  button: 'boilerplate',
  menu: 'boilerplate',
  dialog: 'boilerplate',
}
const BLOCKS = new Set([
  ...Object.keys(ZONES),
  ...'p div section article main header body blockquote pre ul ol dl table tbody thead tr td th figure address hr br details summary fieldset center'.split(
    ' ',
  ),
])
const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed canvas video audio picture source img input select option textarea label head title meta link'.split(
    ' ',
  ),
)

/** The texts under a node in reading order, each with its zone by the elements around it; blanks are single, nothing is empty. Any depth. */
export function blocksOf(root: Node): Block[] {
  const blocks: Block[] = []
  const zones: Zone[] = ['body']
  let text = ''
  const flush = () => {
    const whole = cleanText(text).text.replace(/\s+/g, ' ').trim()
    if (whole) blocks.push({ text: whole, zone: zones.at(-1)! })
    text = ''
  }
  const enter = (name: string) => {
    if (!BLOCKS.has(name)) return
    flush()
    if (name !== 'br') zones.push(innermost(zones.at(-1)!, ZONES[name]))
  }
  const leave = (name: string) => {
    if (!BLOCKS.has(name)) return
    flush()
    if (name !== 'br') zones.pop()
  }
  // by hand: a page may be nested deeper than the stack is
  let node: Node | null = root
  while (node) {
    const name: string = node.nodeType === ELEMENT ? (node as Element).localName.toLowerCase() : ''
    if (node.nodeType === TEXT) text += node.textContent ?? ''
    const open: boolean = name !== '' && !SKIPPED.has(name) && !isHidden(node as Element)
    if (open) enter(name)
    if (open && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (open) leave(name)
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node && node.nodeType === ELEMENT) leave((node as Element).localName.toLowerCase())
    }
    node = !node || node === root ? null : node.nextSibling
  }
  flush()
  return blocks
}

/** What is chrome or a caption stays so for all that is inside it; else the innermost element says. */
const innermost = (outer: Zone, own: Zone | undefined): Zone =>
  outer === 'boilerplate' || outer === 'caption' ? outer : (own ?? outer)

const isHidden = (element: Element): boolean =>
  element.getAttribute('hidden') !== null ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
