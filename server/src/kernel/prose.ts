import { parseMarkdown } from './parse-markdown.ts'

interface Node {
  type: string
  value?: string
  children?: Node[]
}

const withoutWords = new Set(['code', 'inlineCode', 'html', 'definition', 'image', 'yaml'])
const isBareLink = ({ type, children }: Node) =>
  type === 'link' && children?.length === 1 && /^(?:https?:|www\.|[^\s@]+@[^\s@]+$)/.test(children[0]?.value ?? '')

function collect(node: Node, into: string[]): void {
  if (withoutWords.has(node.type) || isBareLink(node)) into.push(' ')
  else if (node.type === 'text') into.push(node.value ?? '')
  else {
    for (const child of node.children ?? []) collect(child, into)
    if (node.type !== 'link' && node.type !== 'emphasis' && node.type !== 'strong') into.push('\n')
  }
}

/** The words of a Markdown text that its author says: without code, addresses of links and images, markup in HTML. */
export function proseOf(markdown: string): string {
  const parts: string[] = []
  collect(parseMarkdown(markdown) as Node, parts)
  return parts.join('')
}
