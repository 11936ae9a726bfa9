import { splitFences } from './code-apart.ts'

type Language = 'ko' | 'en'

const labels: Record<string, Record<Language, string>> = {
  note: { ko: '참고', en: 'Note' },
  tip: { ko: '도움말', en: 'Tip' },
  info: { ko: '알아두기', en: 'Info' },
  important: { ko: '중요', en: 'Important' },
  warning: { ko: '주의', en: 'Warning' },
  caution: { ko: '주의', en: 'Caution' },
  check: { ko: '확인', en: 'Check' },
  danger: { ko: '위험', en: 'Danger' },
  details: { ko: '자세히', en: 'Details' },
}

interface Open {
  /** What closes it. */
  close: string
  isQuote: boolean
}

const colons = /^\s*(:{3,})\s*([a-z-]+)\s*(?:\[(.*?)\]|(.*?))\s*(?:\{.*\})?\s*$/i
const slashes = /^(\/{3,})\s*([a-z-]+)\s*(?:\|\s*(.*?))?\s*$/i
const alert = /^(\s*>\s*)\[!(\w+)\]\s*(.*)$/

/**
 * Boxes of other dialects (`:::tip[…]` of Docusaurus, Starlight and VitePress, `/// note | …` of Python-Markdown, `> [!NOTE]`
 * of GitHub) as quotations with a heading; their tabs as paragraphs under a bold name.
 */
export function plainCallouts(text: string, language: Language): string {
  const open: Open[] = []
  const quoted = (line: string) => {
    const depth = open.filter(({ isQuote }) => isQuote).length
    return depth ? `${'> '.repeat(depth)}${line}`.trimEnd() : line
  }
  return splitFences(text)
    .flatMap(({ isCode, text: part }) =>
      part.split('\n').flatMap((line) => (isCode ? [quoted(line)] : outside(line, open, quoted, language))),
    )
    .join('\n')
}

function outside(line: string, open: Open[], quoted: (line: string) => string, language: Language): string[] {
  const last = open.at(-1)
  if (last && line.trim() === last.close) {
    open.pop()
    return ['']
  }
  const found = colons.exec(line) ?? slashes.exec(line)
  if (!found)
    return [
      quoted(
        line.replace(alert, (_, quote, kind, rest) => `${quote}**${nameOf(kind, '', language)}** ${rest}`.trimEnd()),
      ),
    ]
  const [, close = '', kind = '', ...titles] = found
  const name = nameOf(kind, titles.find(Boolean) ?? '', language)
  const isQuote = kind !== 'tab' && kind !== 'code-group'
  const outer = quoted('')
  open.push({ close, isQuote })
  return [outer, ...(name ? [quoted(`**${name}**`), quoted('')] : [])]
}

const nameOf = (kind: string, title: string, language: Language): string =>
  title.trim() || (labels[kind.toLowerCase()]?.[language] ?? '')
