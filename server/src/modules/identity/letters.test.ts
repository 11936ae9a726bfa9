import { expect, it } from 'vitest'
import { alertLetter, letters } from './letters.ts'

const values = {
  publicUrl: 'https://community.example',
  link: 'https://community.example/verify?token=abc',
  nickname: '하늘',
}

it('every letter is there in both languages, says where it comes from, and has its link on a line of its own', () => {
  const all = [...Object.values(letters), alertLetter('refresh-reused'), alertLetter('password-changed')]
  for (const letter of all)
    for (const locale of ['ko', 'en'] as const) {
      const { subject, text } = letter[locale](values)
      expect(subject).not.toMatch(/\n/)
      expect(text).toContain('하늘')
      expect(text).toContain('community.example')
      expect(text.split('\n').filter((line) => line.startsWith('https://'))).toHaveLength(1)
      expect(/[가-힣]{5}/.test(text.replaceAll(values.nickname, ''))).toBe(locale === 'ko')
    }
})
