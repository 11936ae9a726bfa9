import { expect, test } from 'vitest'
import { parseMarkdown } from './parse-markdown.ts'
import { plainText } from './plain-text.ts'
import { proseOf } from './prose.ts'
import { renderMarkdown } from './render-markdown.ts'

const long = 20_000
const full = (text: string) => text.repeat(Math.floor(long / text.length))
const heavy: Record<string, string> = {
  'a table of wide rows': `${'a|'.repeat(2500)}\n${'-|'.repeat(2500)}\n${full('a\n').slice(0, 10_000)}`,
  'quotes in quotes': full('>'),
  'lists in lists': full('- '),
  'emphasis that is never closed': full('*a_ '),
  'tildes that are never closed': full('~a'),
  'brackets that are never closed': full('['),
  'underlined headings': full('a\n=\n'),
  'emphasis behind a fence that is none': `- \`\`\`\n  \`\`\`\n\n${full('*a_ ')}`,
  'emphasis behind code that is none': `1234567. a\n\n         ${full('*a_ ')}`,
  'blanks that no line ends': `*a*${full('\u3000')}b`,
  'markup that is never closed': `<div\n${full('<a')}`,
  'a link of many at signs': `[${full('@a')} x](y)`,
}

const longest = 50_000
/** Milliseconds of the processor that none comes near, on a busy machine either; a time that grows with a square goes far beyond. */
const endless = 8000
const manyBlocks = ['a\n\n', '#\n', '- a\n', '- a\n\n', '> a\n\n', '***\n', '|-|\n', 'a\n', '```\n', '[a]: b\n']
test.each(manyBlocks)('no time is lost on a text of nothing but %j', (block) => {
  const text = block.repeat(longest / block.length)
  // the first time warms up
  renderMarkdown(text)
  const began = process.cpuUsage()
  expect(renderMarkdown(text)).toContain('<')
  proseOf(text)
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(endless)
})

test.each(Object.entries(heavy))('no time is lost on %s', (_, text) => {
  const began = process.cpuUsage()
  expect(renderMarkdown(text)).not.toBe('')
  plainText(text)
  proseOf(text)
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(endless)
})

test.each([9_900, 20_000])('code of %i signs that nests without end is shown', (length) => {
  const html = renderMarkdown(`\`\`\`python\n${'f"{'.repeat(length / 3)}\n\`\`\``)
  expect(html.startsWith('<pre tabindex="0"><code')).toBe(true)
})

test('a long text of the ordinary kind keeps all its marks', () => {
  const table = `|이름|값|\n|-|-|\n${'|snake_case_name|*굵게*|\n'.repeat(300)}`
  const code = `\`\`\`c\n${'*p = a[i] * b_c[j] | ~_x;\n'.repeat(400)}\`\`\``
  const list = '- [x] [링크](https://example.org/a) **굵게**\n'.repeat(100)
  const tree = parseMarkdown(`# 제목\n\n> 인용 *기울임*\n\n${table}\n\n${code}\n\n${list}\n\n끝[^1]\n\n[^1]: 각주`)
  const types = tree.children.map(({ type }) => type)
  expect(types).toEqual(['heading', 'blockquote', 'table', 'code', 'list', 'paragraph', 'footnoteDefinition'])
})

test('a text of many thousand blocks is left as it was written', () => {
  const html = renderMarkdown('*a*\n\n'.repeat(10_000))
  expect(html.match(/\*a\*/g)).toHaveLength(10_000)
  expect(html.match(/<p>/g)?.length).toBeLessThanOrEqual(1_000)
})

test('a long poem keeps its marks', () => {
  const types = parseMarkdown(`# 시\n\n${'짧은 줄\n다음 줄\n\n'.repeat(1_500)}끝 **굵게**`).children.map(
    ({ type }) => type,
  )
  expect([types.length, types[0]]).toEqual([1_502, 'heading'])
})
