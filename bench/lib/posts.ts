import { random, vocabulary, zipf } from './vocabulary.ts'

const particles = ['은', '는', '이', '가', '을', '를', '에서', '으로', '의', '도', '까지', '']

export interface MadePost {
  title: string
  body: string
  tags: string[]
}

/** Posts of 300 to 900 characters out of `words` words by Zipf's law; the same for the same seed. */
export function* makePosts(count: number, words = 8000, seed = 42): Generator<MadePost> {
  const next = random(seed)
  const list = vocabulary(words, next)
  const draw = zipf(list.length, next)
  const word = () => list[draw()] ?? ''
  const sentence = (length: number) =>
    Array.from({ length }, () => word() + (particles[Math.floor(next() * particles.length)] ?? '')).join(' ')
  for (let i = 0; i < count; i++) {
    const paragraphs = Array.from(
      { length: 2 + Math.floor(next() * 3) },
      () => `${sentence(20 + Math.floor(next() * 25))}.`,
    )
    yield { title: sentence(4 + Math.floor(next() * 4)), body: paragraphs.join('\n\n'), tags: [word(), word()] }
  }
}

/** The 500 words that people search, in the order of how often. */
export const searchWords = (words = 8000, seed = 42): string[] => vocabulary(words, random(seed)).slice(10, 510)
