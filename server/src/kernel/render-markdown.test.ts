import { expect, test } from 'vitest'
import { renderMarkdown } from './render-markdown.ts'

test('CommonMark and GFM become HTML under one h1 a page', () => {
  expect(renderMarkdown('# 제목\n\n**굵게** ~~지움~~')).toBe(
    '<h2>제목</h2>\n<p><strong>굵게</strong> <del>지움</del></p>',
  )
  expect(renderMarkdown('|a|b|\n|-|-|\n|1|2|')).toContain('<div class="table-wrap" tabindex="0"><table>')
  expect(renderMarkdown('- [x] 했음')).toContain('<input type="checkbox" checked disabled>')
})

test('a box to tick is named by the words behind it, not by the list below them', () => {
  expect(renderMarkdown('- [ ] **물** 주기\n  - [x] 아침')).toContain(
    '<label><input type="checkbox" disabled> <strong>물</strong> 주기\n</label><ul',
  )
  expect(renderMarkdown('- [ ] 하나\n\n- [ ] 둘')).toContain(
    '<p><label><input type="checkbox" disabled> 하나</label></p>',
  )
})

test('code is coloured by classes alone', () => {
  const html = renderMarkdown('```ts\nconst a = 1\n```')
  expect(html).toContain('<span class="hljs-keyword">const</span>')
  expect(html).not.toContain('style=')
})

test('code of a line without end stays plain: its colours would cost too much', () => {
  expect(renderMarkdown(`\`\`\`ini\n${'a.'.repeat(400)}=1\n\`\`\``)).toContain('hljs')
  expect(renderMarkdown(`\`\`\`ini\n${'a.'.repeat(600)}=1\n\`\`\``)).not.toContain('hljs')
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](javascript:alert(1))',
  '<a href="java\nscript:alert(1)">x</a>',
  '<iframe src="https://evil.invalid"></iframe>',
  '<style>body{display:none}</style>',
  '<div style="position:fixed;inset:0">',
  '<form action="/api/me"><button>x</button></form>',
  '<math><mi xlink:href="javascript:alert(1)">',
  '```html" onmouseover="alert(1)\nx\n```',
  '[x]: javascript:alert(1)\n\n[x]',
  '<<script>script>alert(1)<</script>/script>',
]

test.each(hostile)('%j neither scripts nor restyles the page', (source) => {
  const html = renderMarkdown(source)
  expect(html).not.toMatch(/<(?:script|style|iframe|form|svg|math|object|embed|link|meta|base)\b/i)
  expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style|srcdoc|formaction)\s*=/i)
  expect(html).not.toMatch(/(?:href|src)="\s*(?:javascript|data|vbscript):/i)
})

test('words around markup in HTML are kept', () => {
  expect(renderMarkdown('<div>안녕 <b>하늘</b></div>\n\n다음')).toMatch(/안녕 하늘[\s\S]*<p>다음<\/p>/)
})

test('a picture of ours keeps its place: its size may stand in its address', () => {
  expect(renderMarkdown('![](/files/fil_1/abc/1280#1600x900)')).toContain('width="1600" height="900"')
  for (const address of ['/files/fil_1/abc/1280', '/files/fil_1/abc/1280#0x9', '/files/fil_1/abc/1280#9x9" onload="x'])
    expect(renderMarkdown(`![](${address})`)).not.toContain('width=')
})

test('a picture from elsewhere becomes a link, so that nobody learns who reads here', () => {
  expect(renderMarkdown('![고양이](https://elsewhere.invalid/cat.png)')).toBe(
    '<p><a href="https://elsewhere.invalid/cat.png" rel="nofollow ugc noopener">고양이</a></p>',
  )
  expect(renderMarkdown('![고양이](/files/fil_1/abc/640)')).toContain('<img src="/files/fil_1/abc/640" alt="고양이"')
})

test('links to elsewhere lend no weight, own ones are plain', () => {
  expect(renderMarkdown('[밖](https://a.invalid)')).toContain('rel="nofollow ugc noopener"')
  expect(renderMarkdown('[안](/boards)')).toBe('<p><a href="/boards">안</a></p>')
})

test('a footnote and its mark lead to each other', () => {
  const html = renderMarkdown('본문[^1]\n\n[^1]: 주석')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets).toHaveLength(2)
  expect(ids).toEqual(expect.arrayContaining(targets))
})

test.each([
  ['근거 https://a.invalid/b[^1].\n\n[^1]: 주석', 'https://a.invalid/b'],
  ['근거 www.a.invalid[^한글]\n\n[^한글]: 주석', 'http://www.a.invalid'],
  ['근거 https://a.invalid[^1][^2]\n\n[^1]: 하나\n[^2]: 둘', 'https://a.invalid'],
])('the mark of a note ends a bare address: %j', (source, address) => {
  const html = renderMarkdown(source)
  expect(html).toContain(`<a href="${address}" rel="nofollow ugc noopener">`)
  expect(html.match(/data-footnote-ref/g)).toHaveLength(source.match(/^\[\^/gm)?.length ?? 0)
  expect(html).not.toContain(']')
})

test('what looks like a note and is none stays in the address', () => {
  expect(renderMarkdown('https://a.invalid/b[^1]')).toContain('href="https://a.invalid/b%5B%5E1')
  expect(renderMarkdown('<https://a.invalid[^1]>\n\n[^1]: 주석')).not.toContain('data-footnote-ref')
})

test('the footnotes of two texts on one page have nothing in common', () => {
  const namesIn = (id: string) => {
    const html = renderMarkdown('본문[^1]\n\n[^1]: 주석', id)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, found]) => found)
    const targets = [...html.matchAll(/ (?:href="#|aria-describedby=")([^"]+)"/g)].map(([, found]) => found)
    expect(ids).toEqual(expect.arrayContaining(targets))
    expect(targets).toHaveLength(3)
    return ids
  }
  const one = namesIn('cmt_1')
  expect(one).toHaveLength(3)
  expect(namesIn('cmt_2').filter((id) => one.includes(id))).toEqual([])
})
