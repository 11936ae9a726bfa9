const first = 0xac00
const last = 0xd7a3
const leads = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

export const isSyllable = (letter: string): boolean => letter >= '가' && letter <= '힣'
export const isLead = (letter: string): boolean => letter !== '' && leads.includes(letter)
export const isLoneJamo = (letter: string): boolean => letter >= 'ㄱ' && letter <= 'ㆎ'

/** 초성 of each syllable, lone consonants as they are; what is not Hangul is left out: 스ㅍ링 → ㅅㅍㄹ. */
export function initialsOf(text: string): string {
  let out = ''
  for (const letter of text) {
    if (isSyllable(letter)) out += leads[Math.floor((letter.charCodeAt(0) - first) / 588)]
    else if (isLead(letter)) out += letter
  }
  return out
}

const vowels = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ')
const tails =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ')

/** Letters as they are typed: 없 → ㅇㅓㅂㅅ. Distances between words are counted on these. */
export function jamoOf(text: string): string {
  let out = ''
  for (const letter of text) {
    const code = letter.charCodeAt(0) - first
    if (!isSyllable(letter)) out += letter
    else out += (leads[Math.floor(code / 588)] ?? '') + vowels[Math.floor((code % 588) / 28)] + tails[code % 28]
  }
  return out
}

/** Two letters each, in order: 동물병원 → 동물, 물병, 병원. */
export function bigramsOf(text: string): string[] {
  const letters = [...text]
  return letters.slice(1).map((letter, i) => letters[i] + letter)
}

/** Every syllable that begins with this one, or with this consonant: 리 → 리-맇, ㄹ → 라-맇 and ㄹ itself. */
export function beginningWith(letter: string): [string, string] {
  if (isLead(letter)) {
    const from = first + leads.indexOf(letter) * 588
    return [String.fromCharCode(from), String.fromCharCode(from + 587)]
  }
  const code = letter.charCodeAt(0)
  const open = letter >= '가' && code <= last && (code - first) % 28 === 0
  return [letter, open ? String.fromCharCode(code + 27) : letter]
}
