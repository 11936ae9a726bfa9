import { parseMarkdown } from './parse-markdown.ts'

interface Node {
  type: string
  value?: string
  alt?: string | null
  children?: Node[]
}

// signs that mean something anywhere in a line, and those that do at its beginning
const marks = /[\\`*_[\]<>#|~&\n]|^\s*(?:[-+=]|\d{1,9}[.)])|^ {4}|^\t/
const blanks = /[ \t]+/g
const blocks = new Set(['paragraph', 'heading', 'listItem', 'code', 'tableRow', 'blockquote'])
const unseen = new Set(['html', 'definition', 'footnoteDefinition', 'thematicBreak', 'yaml'])

function collect(node: Node, into: string[]): void {
  if (unseen.has(node.type)) return
  if (node.value !== undefined) into.push(node.value)
  else if (node.alt) into.push(node.alt)
  else if (node.type === 'break') into.push(' ')
  for (const child of node.children ?? []) collect(child, into)
  if (blocks.has(node.type)) into.push('\n')
  else if (node.type === 'tableCell') into.push(' ')
}

/** What a reader of the rendered Markdown reads, without its marks; markup in HTML is left out. */
export function plainText(markdown: string): string {
  if (!marks.test(markdown)) return markdown.replace(blanks, ' ').trim()
  const parts: string[] = []
  collect(parseMarkdown(markdown) as Node, parts)
  return parts
    .join('')
    .replace(blanks, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
