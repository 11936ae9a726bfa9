import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul'
import { isLoneJamo, isSyllable } from './hangul.ts'

/** Undefined for letters that no syllables can be made of: Hospital begins with ㅗㅐㄴ. */
function typedAsHangul(text: string): string | undefined {
  try {
    return convertQwertyToHangul(text)
  } catch {
    return undefined
  }
}

/** What was meant when the other keyboard was on: dkssud → 안녕, 네갸ㅜㅎ → spring. Undefined where it makes no word. */
export function otherKeyboard(text: string): string | undefined {
  const letters = [...text.replace(/\s/g, '')]
  if (letters.length < 2) return undefined
  if (letters.every((letter) => /[A-Za-z]/.test(letter))) {
    const hangul = typedAsHangul(text)
    return hangul && [...hangul].every((letter) => isSyllable(letter) || letter === ' ') ? hangul : undefined
  }
  if (!letters.every((letter) => isSyllable(letter) || isLoneJamo(letter))) return undefined
  const latin = convertHangulToQwerty(text).toLowerCase()
  return /^[a-z ]+$/.test(latin) ? latin : undefined
}
