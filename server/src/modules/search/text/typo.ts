import { isSyllable, jamoOf } from './hangul.ts'

/** How far a typing error may lie: 1 jamo in 2 to 4 syllables, 2 in more; 1 letter in 4 to 7, 2 from 8; else none. */
export function allowedEdits(word: string): number {
  const length = [...word].length
  if ([...word].every(isSyllable)) return length < 2 ? 0 : length <= 4 ? 1 : 2
  if (/^[a-z]+$/.test(word)) return length < 4 ? 0 : length <= 7 ? 1 : 2
  return 0
}

/** A word as its distance is counted: jamo for Hangul, else letters. */
export const spelled = (word: string): string => jamoOf(word)

/**
 * Damerau's distance, each pair of letters swapped at most once (optimal string alignment): sprnig is one from spring.
 * Answers `most` + 1 as soon as it is farther than `most`.
 */
export function editDistance(x: string, y: string, most: number): number {
  if (Math.abs(x.length - y.length) > most) return most + 1
  let older: number[] = []
  let before = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= y.length; j++) {
      const same = x[i - 1] === y[j - 1]
      let cost = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    older = before
    before = row
  }
  return before[y.length] ?? most + 1
}
