const plain = /^[\x20-\x7e\n가-힣]*$/
const marks = /\p{M}+/gu
const unseen = /^\p{Default_Ignorable_Code_Point}$/u
const known = new Map<string, string>()
const mostKnown = 20_000
// a few signs stand for whole phrases (U+FDFA for 18 letters)
const longestFold = 5
// compatibility letters of the conjoining ones, in the order of U+1100 and of U+11A8
const leads = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
const tails = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'

function loneJamo(letter: string): string | undefined {
  const code = letter.charCodeAt(0)
  return leads[code - 0x1100] ?? vowels[code - 0x1161] ?? tails[code - 0x11a8]
}

function fold(letter: string): string {
  const before = known.get(letter)
  if (before !== undefined) return before
  let folded = letter
  if (letter === 'ㅤ') folded = ' '
  else if (unseen.test(letter)) folded = ''
  else if (!/[ㄱ-ㆎ]/.test(letter)) {
    const compatible = [...letter.normalize('NFKC')].map((one) => loneJamo(one) ?? one).join('')
    folded = /\p{sc=Latin}/u.test(compatible) ? withoutMarks(compatible) : compatible
  }
  folded = folded.slice(0, letter.length * longestFold)
  if (known.size < mostKnown) known.set(letter, folded)
  return folded
}

const withoutMarks = (text: string) => text.normalize('NFD').replace(marks, '')

/**
 * The one form in which texts and questions meet: NFC, compatible letters unified (full and half width, conjoining
 * jamo), Latin without accents. Case is kept: SpringBoot shows its parts by it.
 */
export function normalise(text: string): string {
  if (plain.test(text)) return text
  let out = ''
  for (const letter of text.normalize('NFC')) out += fold(letter)
  return out
}

/** `normalise`, and for each of its characters and its end the place in `text`, which must be NFC. */
export function normaliseWithPlaces(text: string): { text: string; places: Uint32Array } {
  let out = ''
  const places = new Uint32Array(text.length * longestFold + 1)
  let at = 0
  for (const letter of text) {
    const folded = fold(letter)
    for (let i = 0; i < folded.length; i++) places[out.length + i] = at
    out += folded
    at += letter.length
  }
  places[out.length] = at
  return { text: out, places }
}
