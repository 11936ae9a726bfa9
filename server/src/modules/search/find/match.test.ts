import { expect, test } from 'vitest'
import type { CorpusFacts } from '../text/bm25.ts'
import { hashOf, lexemeOf } from '../text/pack.ts'
import { parseQuery } from '../text/query.ts'
import { expectedHits, strictMatch, wideMatch } from './match.ts'

const factsOf = (documents: number, frequencies: Record<string, number>): CorpusFacts => {
  const known = new Map(Object.entries(frequencies).map(([term, frequency]) => [hashOf(term), frequency]))
  return { documents, meanLength: 100, frequency: (hash) => known.get(hash) ?? 0 }
}
const lexeme = (term: string) => lexemeOf(hashOf(term))
const question = parseQuery('alpha beta gamma delta')

test('three of four words make a hit, whichever they are', () => {
  const facts = factsOf(100_000, { alpha: 10, beta: 20, gamma: 30, delta: 40 })
  const match = strictMatch(question, facts, 'both')
  for (const term of ['alpha', 'beta', 'gamma', 'delta']) expect(match).toContain(lexeme(term))
})

test('where the rarest words lead to far more than is counted, no other choice of words is tried', () => {
  const facts = factsOf(100_000, { alpha: 80_000, beta: 85_000, gamma: 90_000, delta: 95_000 })
  expect(strictMatch(question, facts, 'both')).toBe(
    ['alpha', 'beta', 'gamma'].map((term) => `(${lexeme(term)})`).join('&'),
  )
  expect(expectedHits(question, facts)).toBeGreaterThan(60_000)
})

test('a sentence reaches about as many documents in a large index as in a small one', () => {
  const share = { alpha: 0.004, beta: 0.006, gamma: 0.008, delta: 0.01 }
  const of = (documents: number) => {
    const frequencies = Object.fromEntries(Object.entries(share).map(([term, part]) => [term, part * documents]))
    return wideMatch(question, factsOf(documents, frequencies), 'both')
  }
  expect(of(50_000)).toContain(`|${lexeme('beta')}|`)
  expect(of(500_000)).not.toContain(`|${lexeme('beta')}|`)
})
