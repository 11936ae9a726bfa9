import { beginningWith, isLead, isSyllable } from './hangul.ts'

const special = /[.*+?^${}()|[\]\\]/g

/**
 * A regular expression, the same for PostgreSQL and JavaScript, for a word typed by 초성 or not to its end: ㅅㅍㄹ, 스ㅍㄹ
 * and 스프ㄹ find 스프링. Blanks may stand between syllables. `open`: the last syllable may still get its 받침 (스프리).
 */
export function initialsPattern(text: string, open = false): string {
  const letters = [...text]
  return letters
    .map((letter, i) => {
      if (isLead(letter)) return `[${letter}${beginningWith(letter).join('-')}]`
      if (open && i === letters.length - 1 && isSyllable(letter)) return `[${beginningWith(letter).join('-')}]`
      return letter.replace(special, '\\$&')
    })
    .join(' ?')
}
