import { describe, expect, test } from 'vitest'
import { hashtagsIn, isTag, tidyTag } from './hashtags.ts'

describe('hashtags', () => {
  test.each([
    ['오늘 #러닝 #한강 완료', ['러닝', '한강']],
    ['#Node.js, #C++ 그리고 #c#.', ['node.js', 'c++', 'c#']],
    ['# 제목\n\n## 작은 제목', []],
    ['코드 `#define` 과\n\n```\n#include <a>\n```\n#진짜', ['진짜']],
    ['[링크](https://a.example/#위치) https://b.example/#위치', []],
    ['[#태그](https://a.example)', ['태그']],
    ['이슈 #12 참고', []],
    ['#같은 것 #같은 것', ['같은']],
    ['a#b &#39; ##둘', []],
    ['**#굵게**', ['굵게']],
    ['ㄱ #ㄱㄴ', []],
  ])('%s', (text, tags) => {
    expect(hashtagsIn(text)).toEqual(tags)
  })

  test('a text in NFD has the same tags', () => {
    expect(hashtagsIn('#한글'.normalize('NFD'))).toEqual(['한글'])
  })

  test.each([
    ['한글', true],
    ['c++', true],
    ['a b', false],
    ['', false],
    ['+.-', false],
    ['가'.repeat(31), false],
    ['日本', false],
  ])('%s as a tag: %s', (tag, fits) => {
    expect(isTag(tidyTag(tag))).toBe(fits)
  })
})
