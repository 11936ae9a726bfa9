interface Node {
  type: string
  value?: string
  url?: string
  identifier?: string
  label?: string
  children?: Node[]
}

const reference = /\[\^([^[\]\s]+)$/

/** The names of the notes that the text defines. */
function notesIn({ type, identifier, children = [] }: Node, into = new Set<string>()): Set<string> {
  if (type === 'footnoteDefinition' && identifier !== undefined) into.add(identifier)
  for (const child of children) notesIn(child, into)
  return into
}

function part(children: Node[], notes: Set<string>): Node[] {
  return children.flatMap((node, n) => {
    const { type, url, children: [text] = [] } = node
    const [mark = '', label = ''] = reference.exec(text?.value ?? '') ?? []
    const identifier = label.toLowerCase()
    const next = children[n + 1]
    const isNote = type === 'link' && url?.endsWith(mark) && notes.has(identifier) && next?.value?.startsWith(']')
    if (!text || !next || !isNote) return [node]
    next.value = next.value?.slice(1) ?? ''
    const shown = { ...text, value: text.value?.slice(0, -mark.length) ?? '' }
    return [
      { ...node, url: url?.slice(0, -mark.length) ?? '', children: [shown] },
      { type: 'footnoteReference', identifier, label },
    ]
  })
}

/** An address that stands bare in a text ends where the mark of a note begins: GFM reads `https://a.example[^1]` as one. */
export function partFootnotes<Tree extends { type: string; children: unknown[] }>(tree: Tree): Tree {
  const notes = notesIn(tree as Node)
  if (!notes.size) return tree
  const look = (node: Node): void => {
    if (node.children?.some(({ type }) => type === 'link')) node.children = part(node.children, notes)
    for (const child of node.children ?? []) look(child)
  }
  look(tree as Node)
  return tree
}
