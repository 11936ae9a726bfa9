import { type Load, load, type Measured } from './load.ts'

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export interface Comparison {
  ours: number
  bare: number
  ratio: number
  p99: number
  errors: number
}

/**
 * Ours and the bare reference in turn, round by round, after a warm-up of each: what else the machine does meets both.
 * The ratio is the median of the rounds' ratios.
 */
export async function compareInRounds(ours: Load, bare: Load, rounds = 3): Promise<Comparison> {
  await load({ ...ours, seconds: 2 })
  await load({ ...bare, seconds: 2 })
  const pairs: { a: Measured; b: Measured }[] = []
  for (let round = 0; round < rounds; round++) pairs.push({ a: await load(ours), b: await load(bare) })
  return {
    ours: median(pairs.map(({ a }) => a.perSecond)),
    bare: median(pairs.map(({ b }) => b.perSecond)),
    ratio: median(pairs.map(({ a, b }) => a.perSecond / b.perSecond)),
    p99: median(pairs.map(({ a }) => a.p99)),
    errors: pairs.reduce((sum, { a, b }) => sum + a.errors + b.errors, 0),
  }
}
