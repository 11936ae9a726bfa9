import { expect, it } from 'vitest'
import { plainMarkdown } from './plain-markdown.ts'

it.each<[string, string, string, string?]>([
  ['ids of headings', '## 요청 본문 { #request-body }\n\n# A {#a}\n## B {: .b }', '## 요청 본문\n\n# A\n## B'],
  [
    'a box of Docusaurus and Starlight',
    ':::tip[도움말 하나]\n본문 `:::`\n\n- 하나\n:::\n다음',
    '> **도움말 하나**\n>\n> 본문 `:::`\n>\n> - 하나\n\n다음',
  ],
  ['a box without a title', '::: warning\ncareful\n:::', '> **Warning**\n>\n> careful'],
  ['a box without a title in Korean', ':::warning\n조심\n:::', '> **주의**\n>\n> 조심'],
  ['a box of Python-Markdown', '/// note | 참고\n\n글\n\n///\n\n다음', '> **참고**\n>\n> 글\n\n다음'],
  ['tabs', '//// tab | 예시\n\n```py\nx = 1\n```\n\n////', '**예시**\n\n```py\nx = 1\n```'],
  ['an alert of GitHub', '> [!NOTE]\n> text', '> **Note**\n> text'],
  ['code that is included', 'x\n\n{* ../../docs_src/body/a.py hl[2] *}', 'x\n\n`docs_src/body/a.py`'],
  ['a picture in HTML', 'x <img width="3" src="a b.png" alt="그림"> y', 'x ![그림](a%20b.png) y'],
  ['a link in HTML', '<a href="x.md">글</a>', '[글](x.md)'],
  ['scripts and comments', '<script setup>\nimport x from "y"\n</script>\n\n글 <!-- no -->끝', '글 끝'],
  ['steering lines of templates', 'a\n\n{{< toc >}}\n\n[[toc]]\n\nb', 'a\n\nb'],
  [
    'imports and components of MDX',
    'import { A } from \'a\'\nimport B from "b";\n\nexport const x = 1\n\n<Steps>\n1. 하나\n</Steps>\n\n<LinkCard\n  title="제목"\n  href="/x/"\n  description="설명"\n/>\n\n{/* 없음 */}\n\n<TabItem label="npm">\n글\n</TabItem>',
    '1. 하나\n\n- [제목](/x/): 설명\n\n**npm**\n\n글',
    'a.mdx',
  ],
])('%s become plain Markdown', (_what, source, plain, path = 'a.md') => {
  expect(plainMarkdown(source, path)).toBe(plain)
})

it.each([
  '```html\n<img src="a.png">\n:::tip\n<Steps>\n\n\n\n{#x}\n```',
  '~~~\n<script>\n```\n</script>\n~~~',
  'a `<Steps>` b ``<!-- ` -->`` c',
  'import는 예약어다.\n\nexport 도 그렇다.',
  'a\n\n    <Steps>'.replace('<Steps>', 'code'),
])('what is code, or only looks like it, stays as it is: %j', (source) => {
  expect(plainMarkdown(source, 'a.mdx')).toBe(source)
})

it('a hard line break of two blanks stays', () => {
  expect(plainMarkdown('a  \nb', 'a.md')).toBe('a  \nb')
})

it('a text made to make expressions slow is read at once', () => {
  const began = performance.now()
  for (const piece of ['<A ', '<A b="', '{/*', '<!--', ':::tip[', '`', '[', '<img ', 'import {', '> [!'])
    plainMarkdown(piece.repeat(20_000), 'a.mdx')
  expect(performance.now() - began).toBeLessThan(5000)
})
