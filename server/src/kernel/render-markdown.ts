import type { Element, Root } from 'hast'
import rehypeHighlight from 'rehype-highlight'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { parseMarkdown } from './parse-markdown.ts'

const schema = {
  ...defaultSchema,
  // ids are those of footnotes alone, which carry their prefix: another would part them from their links
  clobber: [],
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
}

const isOwn = (address: string) => /^\/(?![/\\])/.test(address)

/** An address of ours may end in the picture's size, `#1280x853`: the text below keeps its place when it arrives. */
function sizeIn(address: string): { width?: number; height?: number } {
  const [, width, height] = /#([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(address) ?? []
  return width && height ? { width: Number(width), height: Number(height) } : {}
}

const isBlock = ({ type, tagName }: { type: string; tagName?: string }) =>
  type === 'element' && /^(?:[uo]l|p|pre|div|blockquote|table|hr|h[1-6])$/.test(tagName ?? '')

/** A box to tick is named by the words behind it. */
function labelled(children: Element['children']): Element['children'] {
  const [first] = children
  if (first?.type !== 'element' || first.tagName !== 'input') return children
  const end = children.findIndex(isBlock)
  const words = end < 0 ? children : children.slice(0, end)
  const label: Element = { type: 'element', tagName: 'label', properties: {}, children: words }
  return [label, ...children.slice(words.length)]
}

/** What sanitised HTML becomes in our page: calm images, links that lend no weight, wide things that scroll. */
function settle(node: Element): Element {
  const children = node.children.map((child) => (child.type === 'element' ? settle(child) : child))
  const { tagName, properties } = node
  const address = String(properties['href'] ?? properties['src'] ?? '')
  if (tagName === 'a' && !isOwn(address) && !address.startsWith('#'))
    return { ...node, children, properties: { ...properties, rel: ['nofollow', 'ugc', 'noopener'] } }
  if (tagName === 'img' && isOwn(address))
    return { ...node, properties: { ...properties, ...sizeIn(address), loading: 'lazy', decoding: 'async' } }
  if (tagName === 'img') {
    // A picture from elsewhere would tell that place who reads here.
    const text = String(properties['alt'] ?? '') || address
    const link = { href: address, rel: ['nofollow', 'ugc', 'noopener'] }
    return { type: 'element', tagName: 'a', properties: link, children: [{ type: 'text', value: text }] }
  }
  if (tagName === 'pre') return { ...node, children, properties: { ...properties, tabIndex: 0 } }
  if (tagName === 'table') {
    const wrap = { className: ['table-wrap'], tabIndex: 0 }
    return { type: 'element', tagName: 'div', properties: wrap, children: [{ ...node, children }] }
  }
  return { ...node, children: labelled(children) }
}

const settled = () => (tree: Root) => ({
  ...tree,
  children: tree.children.map((child) => (child.type === 'element' ? settle(child) : child)),
})

/** The page has the h1: a text's headings begin at h2 and go down by one, whatever levels its writer likes. */
const levelled = () => (tree: Root) => {
  const above: number[] = []
  const level = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const written = Number(/^h([1-6])$/.exec(child.tagName)?.[1])
      if (!written) {
        level(child)
        continue
      }
      while (written <= (above.at(-1) ?? 0)) above.pop()
      above.push(written)
      child.tagName = `h${Math.min(above.length + 1, 6)}`
    }
  }
  level(tree)
}

/** What footnotes are named by; two texts on one page tell theirs apart by their prefix. */
const ownName = /^(?:user-content-|(?=footnote-label$))/

const apart =
  () =>
  (tree: Root, { data }: { data: Record<string, unknown> }) => {
    const prefix = data['prefix']
    if (typeof prefix !== 'string') return
    const renamed = (name: string) => name.replace(ownName, `${prefix}-`)
    const rename = ({ children }: Root | Element): void => {
      for (const child of children) {
        if (child.type !== 'element') continue
        const { properties } = child
        const { id, href, ariaDescribedBy } = properties
        if (typeof id === 'string') properties['id'] = renamed(id)
        if (typeof href === 'string' && href.startsWith('#')) properties['href'] = `#${renamed(href.slice(1))}`
        if (Array.isArray(ariaDescribedBy))
          properties['ariaDescribedBy'] = ariaDescribedBy.map((one) => renamed(`${one}`))
        rename(child)
      }
    }
    rename(tree)
  }

const unsaid = /<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi
const markup = /<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi
// an opening without its end is looked for to the end of the text, each time
const longestHtml = 10_000

/** Markup written in HTML is not kept, the words in it are. */
const wordsOf = (html: string) => (html.length > longestHtml ? html : html.replace(unsaid, '').replace(markup, ''))

/** Colouring takes its time, and its stack: long code, and code of long lines, stays plain. */
const longestColoured = 10_000
// the patterns of some languages look from each sign to the end of its line
const longestLine = 1_000
const isLongCode = (code: string) =>
  code.length > longestColoured || code.split('\n').some((line) => line.length > longestLine)
const uncoloured = () => (tree: Root) => {
  const look = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const [text] = child.children
      const isLong = text?.type === 'text' && isLongCode(text.value)
      if (child.tagName === 'code' && isLong) child.properties = {}
      look(child)
    }
  }
  look(tree)
}

const plain = unified()
  .use(remarkRehype, {
    handlers: { html: (_state, { value }: { value: string }) => ({ type: 'text', value: wordsOf(value) }) },
  })
  .use(rehypeSanitize, schema)
  .use(levelled)
  .use(apart)
  .use(settled)
  .use(rehypeStringify)
  .freeze()
const coloured = plain().use(uncoloured).use(rehypeHighlight, { detect: false }).freeze()

/**
 * Markdown (CommonMark with GFM) as HTML that is safe to put into our page: HTML in the text loses its markup, what is left
 * is sanitised, code is marked for colour by classes alone. Pictures are shown from our own origin only. Ids in it begin with
 * `prefix`: give texts that stand on one page different ones.
 */
export function renderMarkdown(markdown: string, prefix?: string): string {
  const tree = parseMarkdown(markdown)
  const file = { data: { prefix } }
  try {
    return plain.stringify(coloured.runSync(tree, file))
  } catch (error) {
    // code that nests some thousand times is more than the colouring's stack holds
    if (!(error instanceof RangeError)) throw error
    return plain.stringify(plain.runSync(tree, file))
  }
}
