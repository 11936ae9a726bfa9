import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { isTooDeep, isTooHeavy, isTooMany } from './markdown-weight.ts'
import { partFootnotes } from './part-footnotes.ts'

const inline = [
  ...[
    'attention',
    'strikethrough',
    'labelStartLink',
    'labelStartImage',
    'labelEnd',
    'codeText',
    'htmlText',
    'autolink',
  ],
  ...['table', 'definition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'],
]
const containers = ['blockQuote', 'list', 'gfmFootnoteDefinition', 'setextUnderline']

function without(this: Processor, names: string[]) {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: names } }]
}

const whole = unified().use(remarkParse).use(remarkGfm).freeze()
const blocks = unified().use(remarkParse).use(remarkGfm).use(without, inline).freeze()
const lines = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(without, [...inline, ...containers])
  .freeze()

type Root = ReturnType<typeof whole.parse>
const read = (markdown: string): Root => partFootnotes(whole.parse(markdown))

/** The source of everything but code and HTML, whose marks mean nothing. */
function proseIn(markdown: string, nodes: Root['children']): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'code' || node.type === 'html') return []
    if (node.type !== 'paragraph' && node.type !== 'heading')
      return 'children' in node ? proseIn(markdown, node.children) : []
    return [markdown.slice(node.position?.start.offset, node.position?.end.offset)]
  })
}

const mostParagraphs = 1_000

/** The text as it was written, in a bounded number of paragraphs. */
function unread(markdown: string): Root {
  const pieces = markdown.split(/\n[ \t]*\n/).filter((piece) => piece.trim() !== '')
  const inOne = Math.ceil(pieces.length / mostParagraphs)
  const texts = Array.from({ length: Math.ceil(pieces.length / inOne) }, (_, n) =>
    pieces.slice(n * inOne, (n + 1) * inOne).join('\n'),
  )
  return {
    type: 'root',
    children: texts.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  }
}

/**
 * The tree of a Markdown text (CommonMark with GFM), in a time that grows with its length alone: the parser needs
 * seconds, or all memory, for some texts of a few thousand marks. Of such a text the paragraphs, headings and code are
 * read; its other marks stay as they were written. One of many thousand blocks is left as it is.
 */
export function parseMarkdown(markdown: string): Root {
  if (isTooMany(markdown)) return unread(markdown)
  if (isTooDeep(markdown)) return lines.parse(markdown)
  if (!isTooHeavy([markdown])) return read(markdown)
  const tree = blocks.parse(markdown)
  return isTooHeavy(proseIn(markdown, tree.children)) ? tree : read(markdown)
}
