/** Mulberry32: the same numbers for the same seed on every machine. */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const onsets =
  '가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후기니디리미비시이지치키티피히'
const codas =
  '강난달말밤산정청컴통풍행글문법선설성식신실용원인일장전점제종질책체출층칙편표품학한합해행향험형화확환활회획효'
const latin = ['kafka', 'react', 'postgres', 'node', 'docker', 'redis', 'typescript', 'spring', 'kotlin', 'linux']

/** `size` made-up words, two or three syllables long, as a community's vocabulary might look. */
export function vocabulary(size: number, next: () => number): string[] {
  const pick = (from: string) => from[Math.floor(next() * from.length)] ?? ''
  const words = new Set(latin)
  while (words.size < size) words.add(pick(onsets) + pick(codas) + (next() < 0.4 ? pick(onsets) : ''))
  return [...words]
}

/** Draws ranks from 0 by Zipf's law with exponent 1. */
export function zipf(size: number, next: () => number): () => number {
  const sums: number[] = []
  let sum = 0
  for (let rank = 1; rank <= size; rank++) {
    sum += 1 / rank
    sums.push(sum)
  }
  return () => {
    const at = next() * sum
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low
  }
}
