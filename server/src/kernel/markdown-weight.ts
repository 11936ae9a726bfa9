/** How deep quotes and lists may lie in one another. */
const deepest = 30
const mostFootnotes = 400
const mostItems = 1_500
const mostUnderlines = 300
const mostCells = 5_000
// what the parser does with these grows with the square of their number in one block
const mostEmphasis = 400_000
const mostBrackets = 1_500_000

// in lines; a block costs what three lines of a paragraph do
const mostBlocksAndLines = 12_000

const opener = /^[ \t]*(?:(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))[ \t]*)+/
const underline = /^[ \t>]*[=-]+[ \t]*$/
const begin = /^[ \t]*(?:[>#|`~<*+_=-]|\d{1,9}[.)]|\[)/
const marker = />|[-+*]|\d+[.)]/g
const emphasis = /\*+|~+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu
const bracket = /[[\]<`]/g

const count = (text: string, of: RegExp) => text.match(of)?.length ?? 0

function depthOf(line: string): number {
  const [begin = ''] = opener.exec(line) ?? []
  const indent = begin.length - begin.trimStart().length
  return count(begin, marker) + (begin ? indent / 2 : 0)
}

/** Whether it falls into so many blocks and lines that reading each alone would cost too much. */
export function isTooMany(markdown: string): boolean {
  if (markdown.length < mostBlocksAndLines) return false
  let weight = 0
  let isBehindBlank = true
  for (const line of markdown.split('\n')) {
    const isBlank = line.trim() === ''
    weight += !isBlank && (isBehindBlank || begin.test(line)) ? 4 : 1
    isBehindBlank = isBlank
  }
  return weight > mostBlocksAndLines
}

/** Whether quotes, lists, notes and underlined headings alone would cost the parser too much. */
export function isTooDeep(markdown: string): boolean {
  const lines = markdown.split('\n')
  return (
    count(markdown, /\[\^/g) > mostFootnotes ||
    lines.filter((line) => underline.test(line)).length > mostUnderlines ||
    lines.filter((line) => opener.test(line)).length > mostItems ||
    lines.some((line) => depthOf(line) > deepest)
  )
}

/** Whether emphasis, links, code and tables in these texts would cost the parser too much; a blank line parts blocks. */
export function isTooHeavy(texts: string[]): boolean {
  let emphasised = 0
  let bracketed = 0
  let cells = 0
  for (const block of texts.flatMap((text) => text.split(/\n[ \t]*\n/))) {
    emphasised += count(block, emphasis) ** 2
    bracketed += count(block, bracket) ** 2
    if (!block.includes('|')) continue
    const rows = block.split('\n').map((line) => line.split('|').length)
    if (rows.length > 1) cells += rows.length * rows.reduce((a, b) => Math.max(a, b), 0)
  }
  return emphasised > mostEmphasis || bracketed > mostBrackets || cells > mostCells
}
