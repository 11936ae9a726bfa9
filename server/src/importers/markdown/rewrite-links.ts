import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** Where a link or picture is to lead: an address, or `null` for words without a link. */
export type Target = string | null

interface Node {
  type: string
  url?: string
  alt?: string | null
  title?: string | null
  label?: string
  position?: { start: { offset?: number }; end: { offset?: number } }
  children?: Node[]
}

interface Change {
  start: number
  end: number
  text: string
}

const parser = unified().use(remarkParse).use(remarkGfm)
const changing = new Set(['link', 'image', 'definition'])

/**
 * Gives links, pictures and link definitions of a Markdown text new addresses; `undefined` leaves one as it is. Everything
 * else keeps its bytes.
 */
export async function rewriteLinks(
  markdown: string,
  targetOf: (url: string, isPicture: boolean) => Promise<Target | undefined>,
): Promise<string> {
  const changes: Change[] = []
  for (const node of nodesOf(parser.parse(markdown) as Node)) {
    const place = placeOf(node)
    const target = place && node.url !== undefined ? await targetOf(node.url, node.type === 'image') : undefined
    if (place && target !== undefined) changes.push(...changesOf(node, markdown, place, target))
  }
  return changes
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), markdown)
}

const nodesOf = (node: Node): Node[] => [
  ...(changing.has(node.type) ? [node] : []),
  ...(node.children ?? []).flatMap(nodesOf),
]

function placeOf({ position }: Node): { start: number; end: number } | undefined {
  const { start, end } = { start: position?.start.offset, end: position?.end.offset }
  return start === undefined || end === undefined ? undefined : { start, end }
}

function changesOf(
  node: Node,
  markdown: string,
  { start, end }: { start: number; end: number },
  target: Target,
): Change[] {
  const title = node.title ? ` "${node.title.replaceAll('"', '\\"')}"` : ''
  const address = target && (/[\s()<>]/.test(target) ? `<${target}>` : target)
  if (node.type === 'definition') return [{ start, end, text: `[${node.label}]: ${address ?? '#'}${title}` }]
  if (node.type === 'image') {
    const alt = (node.alt ?? '').replace(/[[\]]/g, '\\$&')
    const words = alt && `*${alt}*`
    return [{ start, end, text: address === null ? words : `![${alt}](${address}${title})` }]
  }
  if (markdown[start] !== '[') return []
  // a link keeps its words, in which pictures may change
  const words = {
    start: placeOf(node.children?.at(0) ?? node)?.start,
    end: placeOf(node.children?.at(-1) ?? node)?.end,
  }
  if (!node.children?.length || words.start === undefined || words.end === undefined)
    return [{ start, end, text: address === null ? '' : `[](${address}${title})` }]
  if (address === null)
    return [
      { start, end: words.start, text: '' },
      { start: words.end, end, text: '' },
    ]
  return [{ start: words.end, end, text: `](${address}${title})` }]
}
