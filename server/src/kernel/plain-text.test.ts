import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('what a reader reads is left: marks, markup and addresses of links go', () => {
  expect(plainText('# 제목\n\n**굵은** `코드` [링크](https://example.org) ![그림](x.png) <b>x</b>')).toBe(
    '제목\n굵은 코드 링크 그림 x',
  )
  expect(plainText('- 하나\n- 둘\n\n1. 셋')).toBe('하나\n둘\n셋')
  expect(plainText('- 하나')).toBe('하나')
  expect(plainText('1) 하나')).toBe('하나')
  expect(plainText('---')).toBe('')
})

test('a plain line is read without parsing, and reads the same as parsed', () => {
  const letters = 'aw9가힣  .,!?-+=:;/@(){}"\''
  const line = fc.array(fc.constantFrom(...letters), { maxLength: 24 }).map((chars) => chars.join('').trim())
  // a line end in front asks for the parser
  fc.assert(
    fc.property(line, (text) => {
      expect(plainText(text)).toBe(plainText(`\n${text}`))
    }),
    { numRuns: 2000, seed: 42 },
  )
})
