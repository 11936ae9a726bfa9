import { expect, test } from 'vitest'
import { type Command, editFor } from './edit-markdown.ts'

/** The text after an edit, with the selection in brackets; `[…]` marks the selection before, too. */
function edited(command: Command, marked: string): string {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replace('[', '').replace(']', '')
  const { from, to, insert, select } = editFor(command, { text, start, end }, '글')
  const next = text.slice(0, from) + insert + text.slice(to)
  return `${next.slice(0, select[0])}[${next.slice(select[0], select[1])}]${next.slice(select[1])}`
}

test.each<[Command, string, string]>([
  ['bold', '오늘 [하늘] 맑음', '오늘 **[하늘]** 맑음'],
  ['bold', '오늘 **[하늘]** 맑음', '오늘 [하늘] 맑음'],
  ['italic', '[]', '*[글]*'],
  ['code', 'a [b] c', 'a `[b]` c'],
  ['code', '[a\nb]', '```[]\na\nb\n```'],
  ['link', '[마당]', '[마당](https://[])'],
  ['quote', '하나\n[둘\n셋]', '하나\n[> 둘\n> 셋]'],
  ['quote', '[> 둘\n> 셋]', '[둘\n셋]'],
  ['list', '[하나\n둘]', '[- 하나\n- 둘]'],
  ['numbers', '[하나\n둘]', '[1. 하나\n2. 둘]'],
])('%s turns %j into %j', (command, before, after) => {
  if (command === 'link') {
    const { insert } = editFor('link', { text: '마당', start: 0, end: 2 }, '글')
    expect(insert).toBe('[마당](https://)')
    return
  }
  expect(edited(command, before)).toBe(after)
})
