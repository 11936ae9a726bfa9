import { expect, it } from 'vitest'
import { PassedOver, readDocument } from './document.ts'
import { timeOf } from './time-of.ts'

const read = (text: string, path = 'folder/file-name.md') => readDocument(path, text, { tags: [] })

it.each<[string, string, string]>([
  ['front matter', '---\ntitle: 앞머리\n---\n# 다른 제목\n\n글', '앞머리'],
  ['the first heading', '# 첫 `제목` {#a}\n\n글', '첫 제목'],
  ['a heading that is underlined', '제목\n====\n\n글', '제목'],
  ['the main heading further down', '앞글\n\n# 제목\n\n글', '제목'],
  ['the name of the file', '글', 'file name'],
])('takes the title from %s', (_from, text, title) => {
  expect(read(text).title).toBe(title)
})

it('takes it from the folder for an index, and a day from the names that Jekyll gives', () => {
  expect(read('글', 'guide/install/index.md').title).toBe('install')
  expect(read('글', '_posts/2024-03-05-hello-world.md')).toMatchObject({ title: 'hello world', date: '2024-03-05' })
})

it('does not repeat the title as the first heading of the text', () => {
  expect(read('---\ntitle: 제목\n---\n# 제목\n\n글').body).toBe('글')
  expect(read('---\ntitle: 제목\n---\n# 다른\n\n글').body).toBe('# 다른\n\n글')
})

it('understands tags, categories, authors and dates of several programs', () => {
  expect(
    read(
      '---\ntags: [Vue JS, "c++", 한글]\ncategories:\n  - 기술\nauthors:\n  - name: 김하늘\npubDate: 2024-03-05\n---\n글',
    ),
  ).toMatchObject({ tags: ['vue-js', 'c++', '한글'], category: '기술', author: '김하늘', date: '2024-03-05' })
  expect(read('---\ntags: a, b\n---\n글').tags).toEqual(['a', 'b'])
})

it('tells what it left out', () => {
  const { tags, notes } = read('---\ntags: [a, b, c, d, e, f, "!!"]\n---\n글')
  expect(tags).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(notes).toEqual(['tags that cannot be: !!', 'only the first 5 of 6 tags'])
  const long = read(`# ${'긴'.repeat(120)}\n\n글`)
  expect(long.title).toHaveLength(100)
  expect(long.notes).toHaveLength(1)
})

it('passes over drafts and empty ones, and refuses front matter that cannot be read', () => {
  expect(() => read('---\ndraft: true\n---\n글')).toThrow(PassedOver)
  expect(() => read('---\ntitle: 제목\n---\n\n')).toThrow(PassedOver)
  expect(() => read('---\ntitle: [a\n---\n글')).toThrow(/flow|sequence/i)
  expect(read('---\ntitle: 제목\ndescription: 한 줄\n---\n').body).toBe('한 줄')
})

it('a rule between paragraphs is no front matter', () => {
  expect(read('글\n\n---\n\n글').body).toBe('글\n\n---\n\n글')
})

it.each([
  ['2024-03-05', '2024-03-04T15:00:00.000Z'],
  ['2024-03-05 09:30', '2024-03-05T00:30:00.000Z'],
  ['2024-03-05T09:30:00Z', '2024-03-05T09:30:00.000Z'],
  ['2024-03-05T09:30:00+0200', '2024-03-05T07:30:00.000Z'],
  ['2024.3.5', '2024-03-04T15:00:00.000Z'],
  ['Mar 5, 2024 00:00 UTC', '2024-03-05T00:00:00.000Z'],
  ['2024-02-31', undefined],
  ['어제', undefined],
])('%s in Seoul is %s', (text, at) => {
  expect(timeOf(text, 'Asia/Seoul')?.toISOString()).toBe(at)
})
