import { createHash } from 'node:crypto'

/**
 * Chance that comes from names: the same seed and name give the same number on any machine, whatever was asked before.
 * So nothing changes for the others when something is added, or when a run goes on in the middle.
 */
export interface Chance {
  /** From 0 up to 1. */
  of(name: string): number
  /** A whole number from `min` to `max`. */
  between(name: string, min: number, max: number): number
  pick<T>(name: string, list: readonly T[]): T
  /** `n` different ones, or all where there are fewer. */
  sample<T>(name: string, list: readonly T[], n: number): T[]
  /** All of them in another order. */
  shuffle<T>(name: string, list: readonly T[]): T[]
}

export function createChance(seed: number): Chance {
  const of = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest().readUIntBE(0, 6) / 2 ** 48
  return {
    of,
    between: (name, min, max) => min + Math.floor(of(name) * (max - min + 1)),
    pick(name, list) {
      const found = list[Math.floor(of(name) * list.length)]
      if (found === undefined) throw new Error(`nothing to pick from for ${name}`)
      return found
    },
    sample(name, list, n) {
      const taken = new Set<number>()
      for (let i = 0; taken.size < Math.min(n, list.length); i++)
        taken.add(Math.floor(of(`${name} ${i}`) * list.length))
      return [...taken].flatMap((place) => list.slice(place, place + 1))
    },
    shuffle: (name, list) =>
      list
        .map((item, n) => ({ item, place: of(`${name} ${n}`) }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
  }
}
