import { expect, it } from 'vitest'
import type { Folder } from './read-folder.ts'
import { isElsewhere, resolveLink } from './resolve-link.ts'
import { rewriteLinks } from './rewrite-links.ts'

const names = [
  'index.md',
  'guide/index.mdx',
  'guide/첫걸음.md',
  'guide/img/a.png',
  'api/v1.2.md',
  'public/logo.png',
  'ko/x.md',
]
const folder: Folder = { root: '/r', documents: [], onDisk: new Map(names.map((name) => [name, `/r/${name}`])) }

it.each<[string, string, string | undefined]>([
  ['guide/첫걸음.md', './index', 'guide/index.mdx'],
  ['guide/첫걸음.md', '../api/v1.2', 'api/v1.2.md'],
  ['guide/첫걸음.md', 'img/a.png', 'guide/img/a.png'],
  ['guide/index.mdx', '%EC%B2%AB%EA%B1%B8%EC%9D%8C.md#part', 'guide/첫걸음.md'],
  ['guide/index.mdx', '첫걸음.md'.normalize('NFD'), 'guide/첫걸음.md'],
  ['index.md', '/guide/', 'guide/index.mdx'],
  ['index.md', '/ko/guide/첫걸음/', 'guide/첫걸음.md'],
  ['index.md', 'guide/첫걸음.html?x=1', 'guide/첫걸음.md'],
  ['guide/첫걸음.md', '/logo.png', 'public/logo.png'],
  ['guide/첫걸음.md', '..', 'index.md'],
  ['ko/x.md', '/x', 'ko/x.md'],
  ['index.md', '../outside.md', undefined],
  ['index.md', '../../../../etc/passwd', undefined],
  ['index.md', '/etc/passwd', undefined],
  ['index.md', '%E0%A4%A', undefined],
  ['index.md', 'nowhere', undefined],
])('in %s the link %s means %s', (from, url, path) => {
  expect(resolveLink(folder, from, url)?.path).toBe(path)
})

it('keeps the part of the document that a link names', () => {
  expect(resolveLink(folder, 'index.md', 'guide/첫걸음.md#설치')?.fragment).toBe('#설치')
})

it.each(['https://a.example', '//a.example', 'mailto:a@b.example', 'vscode:x', '#part', ''])(
  '%s leads elsewhere',
  (url) => {
    expect(isElsewhere(url)).toBe(true)
  },
)

const rewrite = (markdown: string, target: string | null = '/new') =>
  rewriteLinks(markdown, async (url) => (isElsewhere(url) ? undefined : target))

it.each([
  ['[글](a.md)', '[글](/new)'],
  ['[**굵게** 글](a.md "제목")', '[**굵게** 글](/new "제목")'],
  ['![그림](a.png "t")', '![그림](/new "t")'],
  ['[![그림](a.png)](b.md)', '[![그림](/new)](/new)'],
  ['[글][x]\n\n[x]: a.md', '[글][x]\n\n[x]: /new'],
  ['- [a](1.md)\n- [b](<2 3.md>)', '- [a](/new)\n- [b](/new)'],
  ['`[a](b.md)` <https://a.example> https://b.example', '`[a](b.md)` <https://a.example> https://b.example'],
  ['```\n[a](b.md)\n```', '```\n[a](b.md)\n```'],
  ['[밖](https://a.example/b.md)', '[밖](https://a.example/b.md)'],
  ['| [a](b.md) | ![c](d) |\n|---|---|', '| [a](/new) | ![c](/new) |\n|---|---|'],
])('%j becomes %j', async (markdown, changed) => {
  expect(await rewrite(markdown)).toBe(changed)
})

it('a link to nothing leaves its words, a picture its description', async () => {
  expect(await rewrite('앞 [**굵게** 글](a.md) 뒤 ![그림 [1]](b.png) ![](c.png)끝', null)).toBe(
    '앞 **굵게** 글 뒤 *그림 \\[1\\]* 끝',
  )
})

it('an address with blanks or brackets stays one', async () => {
  expect(await rewrite('[a](b.md)', '/posts/a (1)')).toBe('[a](</posts/a (1)>)')
})
