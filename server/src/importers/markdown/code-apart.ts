const fence = /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(`{3,}|~{3,})(.*)$/
const inline = /(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g

/** Runs of lines of a text: fenced code, fences included, or prose. */
export function splitFences(text: string): { isCode: boolean; text: string }[] {
  const parts: { isCode: boolean; lines: string[] }[] = []
  let open: string | undefined
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)
    const last = parts.at(-1)
    const opens = open === undefined && mark !== null && !(mark[1]?.startsWith('`') && mark[2]?.includes('`'))
    const isCode = open !== undefined || opens
    if (last && last.isCode === isCode && !opens) last.lines.push(line)
    else parts.push({ isCode, lines: [line] })
    if (opens) open = mark?.[1]
    else if (open && mark?.[1]?.startsWith(open) && !mark[2]?.trim()) {
      open = undefined
      parts.push({ isCode: false, lines: [] })
    }
  }
  return parts.flatMap(({ isCode, lines }) => (lines.length ? [{ isCode, text: lines.join('\n') }] : []))
}

/** Changes the prose of a Markdown text; fenced and inline code stay as they are. */
export function changeProse(text: string, change: (prose: string) => string): string {
  return splitFences(text)
    .map((part) => (part.isCode ? part.text : aroundInlineCode(part.text, change)))
    .join('\n')
}

function aroundInlineCode(prose: string, change: (prose: string) => string): string {
  const kept: string[] = []
  const masked = prose.replace(inline, (code) => `\u{e000}${kept.push(code) - 1}\u{e001}`)
  return change(masked).replace(/\u{e000}(\d+)\u{e001}/gu, (_, n: string) => kept[Number(n)] ?? '')
}
