import { plainCallouts } from './callouts.ts'
import { changeProse, splitFences } from './code-apart.ts'

const component = /<(\/?)([A-Z][\w.]*)((?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^"'{}<>])*)>/g
const picture = /<img\b((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi
const anchor = /<a\b((?:"[^"]*"|'[^']*'|[^"'<>])*)>([^<]*)<\/a>/gi

const attribute = (source: string, name: string): string => {
  const found = new RegExp(`(?:^|\\s):?${name}=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(source)
  return (found?.[1] ?? found?.[2] ?? '').trim()
}

/** A component's tag in Markdown's own words, as far as it says something: a card's link, a tab's name. */
function wordsOfTag(closing: string, name: string, attributes: string): string {
  if (closing) return ''
  const [title, href] = [attribute(attributes, 'title'), attribute(attributes, 'href')]
  const about = attribute(attributes, 'description')
  if (title && href) return `- [${title}](${href})${about ? `: ${about}` : ''}`
  if (name === 'Image' && attribute(attributes, 'src'))
    return `![${attribute(attributes, 'alt')}](${attribute(attributes, 'src')})`
  const label = attribute(attributes, 'label') || title || (name === 'Fragment' && attribute(attributes, 'slot'))
  return label ? `\n**${label}**\n` : ''
}

/** Without what stands from `opening` to `closing`; what is never closed stays. In linear time, whatever the text. */
function withoutBetween(text: string, opening: RegExp, closing: string): string {
  const kept: string[] = []
  let from = 0
  for (const { index } of text.matchAll(opening)) {
    if (index < from) continue
    const end = text.indexOf(closing, index)
    if (end < 0) break
    kept.push(text.slice(from, index))
    from = end + closing.length
  }
  return kept.join('') + text.slice(from)
}

const withoutScripts = (text: string) => {
  const plain = withoutBetween(withoutBetween(text, /^<script\b/gm, '</script>'), /^<style\b/gm, '</style>')
  return withoutBetween(plain, /<!--/g, '-->')
}

const statement = /^import\s+(?:[\w*{}\s,$]+\s+from\s+)?(['"])[^'"\n]+\1;?[ \t]*(?:\n|$)/
const declaration = /^export\s+(?:const|let|default|function|async)\b/

/** Without the imports and exports at the head of a paragraph. */
function withoutStatements(paragraph: string): string {
  let rest = paragraph
  while (statement.test(rest)) rest = rest.replace(statement, '')
  return declaration.test(rest) ? '' : rest
}

/** What MDX adds to Markdown besides components. */
const withoutMdx = (text: string) =>
  withoutBetween(text, /\{\/\*/g, '*/}')
    .split('\n\n')
    .map((paragraph) => {
      const [blank = ''] = /^\n*/.exec(paragraph) ?? []
      return blank + withoutStatements(paragraph.slice(blank.length))
    })
    .join('\n\n')

const withoutMarks = (text: string) =>
  text
    // ids of headings, of Markdown's extensions and of VitePress
    .replace(/^([ \t]*#{1,6}[ \t].*?)[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$/gm, '$1')
    // code that is included from elsewhere: its name stays
    .replace(/\{\*\s*(?:\.\.?\/)*([^\s*]+)[^\n]*?\*\}/g, '`$1`')
    // lines that only steer a template
    .replace(/^[ \t]*(?:\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\[\[toc\]\]|\[toc\])[ \t]*$/gim, '')

const withoutTags = (text: string) =>
  text
    .replace(component, (_, closing: string, name: string, attributes: string) => wordsOfTag(closing, name, attributes))
    .replace(
      picture,
      (_, attributes: string) =>
        `![${attribute(attributes, 'alt')}](${attribute(attributes, 'src').replace(/\s/g, '%20')})`,
    )
    .replace(anchor, (whole, attributes: string, text: string) => {
      const href = attribute(attributes, 'href')
      return href && text.trim() && !text.includes('\n') ? `[${text}](${href.replace(/\s/g, '%20')})` : whole
    })

/**
 * A document of some dialect (MDX, Docusaurus, Starlight, VitePress, MkDocs, Hugo) as plain Markdown: nothing that a reader
 * would see as marks of another program, no word lost. Code stays as it is.
 */
export function plainMarkdown(text: string, path: string): string {
  const isMdx = path.toLowerCase().endsWith('.mdx')
  const language = /[가-힣]/.test(text) ? 'ko' : 'en'
  const prose = changeProse(text, (part) => withoutTags(withoutMarks(withoutScripts(isMdx ? withoutMdx(part) : part))))
  return splitFences(plainCallouts(prose, language))
    .map((part) => (part.isCode ? part.text : withoutGaps(part.text)))
    .join('\n')
    .trim()
}

const withoutGaps = (prose: string) =>
  prose
    .replace(/^[ \t]+$/gm, '')
    .replace(/(^|\n)((?:> ?)+)(?:\n\2[ \t]*(?=\n|$))+/g, '$1$2')
    .replace(/\n(?:> ?)+(?=\n\n|$)/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n{2,}|\n{2,}$/g, '\n')
