/** A text with its selection. */
export type Selected = { text: string; start: number; end: number }

/** What to type over which range, and what is selected afterwards. */
export type Edit = { from: number; to: number; insert: string; select: readonly [start: number, end: number] }

const around = (mark: string, hint: string) => {
  return ({ text, start, end }: Selected): Edit => {
    const inner = text.slice(start, end)
    const size = mark.length
    const isMarked = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark
    if (isMarked) return { from: start - size, to: end + size, insert: inner, select: [start - size, end - size] }
    const words = inner === '' ? hint : inner
    return {
      from: start,
      to: end,
      insert: `${mark}${words}${mark}`,
      select: [start + size, start + size + words.length],
    }
  }
}

const atLines = (mark: (n: number) => string, marked: RegExp) => {
  return ({ text, start, end }: Selected): Edit => {
    const from = text.lastIndexOf('\n', start - 1) + 1
    const to = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end)
    const lines = text.slice(from, to).split('\n')
    const off = lines.every((line) => marked.test(line))
    const insert = lines.map((line, n) => (off ? line.replace(marked, '') : mark(n) + line)).join('\n')
    return { from, to, insert, select: [from, from + insert.length] }
  }
}

function link({ text, start, end }: Selected, hint: string): Edit {
  const words = text.slice(start, end)
  const isAddress = /^https?:\/\/\S+$/.test(words)
  const insert = isAddress ? `[${hint}](${words})` : `[${words || hint}](https://)`
  const at = isAddress ? start + 1 : start + insert.length - 1
  return { from: start, to: end, insert, select: isAddress ? [at, at + hint.length] : [at, at] }
}

function code(selected: Selected, hint: string): Edit {
  const { text, start, end } = selected
  if (!text.slice(start, end).includes('\n')) return around('`', hint)(selected)
  const insert = `\`\`\`\n${text.slice(start, end)}\n\`\`\``
  return { from: start, to: end, insert, select: [start + 3, start + 3] }
}

export type Command = 'bold' | 'italic' | 'code' | 'link' | 'quote' | 'list' | 'numbers'

/** What a toolbar button or its key does to the text; pressed again it takes the marks back. */
export function editFor(command: Command, selected: Selected, hint: string): Edit {
  switch (command) {
    case 'bold':
      return around('**', hint)(selected)
    case 'italic':
      return around('*', hint)(selected)
    case 'code':
      return code(selected, hint)
    case 'link':
      return link(selected, hint)
    case 'quote':
      return atLines(() => '> ', /^> ?/)(selected)
    case 'list':
      return atLines(() => '- ', /^[-*] /)(selected)
    case 'numbers':
      return atLines((n) => `${n + 1}. `, /^\d+\. /)(selected)
  }
}

/** Types into a textarea so that the browser's own undo takes it back. */
export function type(area: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
  area.focus()
  area.setSelectionRange(from, to)
  // Deprecated, and still the only way to type that can be undone.
  const typed = document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert)
  if (!typed) area.setRangeText(insert, from, to, 'end')
  area.setSelectionRange(...(select as [number, number]))
}
