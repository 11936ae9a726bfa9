/** How a particle pair reads after a syllable with and without a final consonant: 이/가, 은/는, 을/를, 과/와, 으로/로. */
type Pair = readonly [afterFinal: string, afterVowel: string]

const hangulFirst = 0xac00
const hangulLast = 0xd7a3
const rieul = 8

/** The final consonant that a digit or a Latin letter ends in when it is read aloud in Korean; 8 is ㄹ, 0 is none. */
const finals: Record<string, number> = {
  ...{ 0: 21, 1: rieul, 2: 0, 3: 16, 4: 0, 5: 0, 6: 1, 7: rieul, 8: rieul, 9: 0 },
  ...{ l: rieul, m: 16, n: 4, r: rieul },
}

/** Latin words are read as words, so their spelling decides: these endings leave a final consonant. */
const latinFinal = /(?:[bcdgklmnpqt]|ng|ck|[aeiou]r|le|me|ne)$/i

/** Of a long text its end decides: an address may bring one of 15 kB. */
const looked = 100

function finalOf(word: string): number {
  const text = word
    .slice(-looked)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+$/u, '')
  const last = text.at(-1) ?? ''
  const code = last.codePointAt(0) ?? 0
  if (code >= hangulFirst && code <= hangulLast) return (code - hangulFirst) % 28
  if (/\d/.test(last)) return numberFinal(text)
  const latin = /[A-Za-z]+$/.exec(text)?.[0] ?? ''
  if (latin.length <= 1 || latin === latin.toUpperCase()) return finals[last.toLowerCase()] ?? 0
  if (/(?:l|le|[aeiou]r)$/i.test(latin)) return rieul
  return latinFinal.test(latin) ? 1 : 0
}

/** 10 십, 100 백, 1,000 천, 만, 억: a number that ends in zeros ends in the name of its place. */
function numberFinal(text: string): number {
  const digits = /(\d[\d,]*)$/.exec(text)?.[1]?.replaceAll(',', '') ?? ''
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0
  if (zeros === 0 || zeros === digits.length) return finals[digits.at(-1) ?? ''] ?? 0
  const place = zeros % 4
  if (place === 0) return zeros % 8 === 0 ? 1 : 4
  return [0, 17, 1, 4][place] ?? 0
}

/**
 * The word with the particle that fits its last sound: josa('김하늘', '이/가') is 김하늘이, josa('3', '이/가') 3이, josa('John', '이/가') John이.
 * After ㄹ the pair 으로/로 takes 로. Latin by its usual reading.
 */
export function josa(word: string, pair: string): string {
  const [afterFinal, afterVowel] = pair.split('/').map((part) => part.trim()) as unknown as Pair
  const final = finalOf(word)
  const open = final === 0 || (afterFinal === '으로' && final === rieul)
  return `${word}${open ? afterVowel : afterFinal}`
}
