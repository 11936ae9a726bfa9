import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul'

const plain = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '')
const isInitials = (text: string) => /^[ㄱ-ㅎ]+$/.test(text)

/** What may be meant: as typed, and as it were with the other keyboard on (rptlvks → 게시판, ㅠㅐㅁㄱㅇㄴ → boards). */
function meanings(typed: string): string[] {
  const words = plain(typed)
  if (words.length < 2) return [words]
  if (/^[a-z]+$/.test(words)) return [words, convertQwertyToHangul(words)]
  return /[가-힣ㄱ-ㅣ]/.test(words) ? [words, convertHangulToQwerty(words).toLowerCase()] : [words]
}

function scoreOf(text: string, meant: string): number {
  if (isInitials(meant)) {
    const at = plain(getChoseong(text)).indexOf(meant)
    if (at >= 0) return at === 0 ? 3 : 1
  }
  // By letters, so that a syllable that is still being typed matches: 겟 finds 게시판.
  const at = disassemble(plain(text)).indexOf(disassemble(meant))
  return at < 0 ? 0 : at === 0 ? 4 : 2
}

/** How well a text answers what was typed; 0 is not at all. Nothing typed matches all alike. */
export function matchOf(text: string, typed: string): number {
  if (plain(typed) === '') return 1
  return Math.max(...meanings(typed).map((meant) => scoreOf(text, meant)))
}

/** Those of `items` that match in one of their names, the best first, otherwise in their order. */
export function bestOf<T extends { names: readonly string[] }>(items: readonly T[], typed: string): T[] {
  return items
    .map((item) => ({ item, score: Math.max(...item.names.map((name) => matchOf(name, typed))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}
