import { expect, test } from 'vitest'
import { mentionsIn } from './mentions.ts'

test.each([
  ['@하늘 님, @Minjae도 보세요', ['하늘', 'Minjae도']],
  ['메일 a@b.example 과 `@코드`', []],
  ['```\n@데코레이터\n```\n@사람', ['사람']],
  ['@같은 @같은', ['같은']],
])('%s mentions %j', (text, names) => {
  expect(mentionsIn(text)).toEqual(names)
})
