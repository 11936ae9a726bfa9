import { beginningWith, initialsOf, isLead, isLoneJamo, isSyllable } from '../text/hangul.ts'
import { initialsPattern } from '../text/initials.ts'

const first = 0xac00
// 받침 that may turn out to begin the next syllable, by their number: 스플 may become 스프ㄹ…
const tailLeads = ' ㄱㄲ ㄴ  ㄷㄹ       ㅁㅂ ㅅㅆㅇㅈㅊㅋㅌㅍㅎ'

/** The last letter as it may go on: 스프리 → 스프링, and 스플 → 스프링 while it is still being typed. */
export function halfTypedPattern(text: string): string {
  const letters = [...text.replaceAll(' ', '')]
  const last = letters.at(-1) ?? ''
  const whole = initialsPattern(letters.join(''), true)
  if (!isSyllable(last)) return whole
  const tail = (last.charCodeAt(0) - first) % 28
  const lead = tailLeads[tail] ?? ' '
  if (tail === 0 || !isLead(lead)) return whole
  const open = String.fromCharCode(last.charCodeAt(0) - tail)
  const begun = [...letters.slice(0, -1), open, lead].join('')
  return `(${whole}|${initialsPattern(begun)})`
}

/** True where a text is Hangul alone, whole or lone letters. */
export const isHangul = (text: string): boolean => /^[가-힣ㄱ-ㅎㅏ-ㅣ ]+$/.test(text)

/** The 초성 of a text in pairs; of a single letter none. */
export function initialPairsOf(text: string): string[] {
  const initials = [...initialsOf(text)]
  return initials.slice(1).map((letter, i) => initials[i] + letter)
}

/** A regular expression for words that begin with a text of one letter: 스 → 스, 슥 … 슿; ㅅ → 사 … 싷. */
export const beginningPattern = (letter: string): RegExp =>
  isLoneJamo(letter) || isSyllable(letter)
    ? new RegExp(`^[${beginningWith(letter).join('-')}]`)
    : new RegExp(`^${letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}`, 'u')
