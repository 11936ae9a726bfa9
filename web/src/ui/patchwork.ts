/**
 * A repeatable stream of numbers in [0, 1) from a text: FNV-1a, finished as MurmurHash3 does so that ids of one moment
 * part at once, then an xorshift-multiply step a draw.
 */
export function draws(seed: string): () => number {
  let h = 2166136261
  for (const sign of seed) h = Math.imul(h ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0
  h = Math.imul(h ^ (h >>> 16), 2246822507)
  h = Math.imul(h ^ (h >>> 13), 3266489909) >>> 0
  return () => {
    h = (Math.imul(h ^ (h >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    return h / 4294967296
  }
}

export type Patch = { x: number; y: number; width: number; height: number; fill: string }
export type Patchwork = { patches: Patch[]; accent: { path: string; fill: string } }

const side = 36

/** The 보자기 of an id: four cloths and an accent, the same for the same id on every machine. Sides of 36. */
export function patchwork(seed: string): Patchwork {
  const next = draws(seed)
  const base = next() * 360
  const cloth = (l: number, c: number, turn: number) => `oklch(${l} ${c} ${Math.round(base + turn) % 360})`
  const x = 12 + Math.round(next() * 10)
  const y = 12 + Math.round(next() * 10)
  const shape = next()
  const order = [0, 1, 2, 3].map((n) => ({ n, at: next() })).sort((a, b) => a.at - b.at)
  const tones = [cloth(0.84, 0.075, 0), cloth(0.72, 0.1, 18), cloth(0.62, 0.105, 30), cloth(0.9, 0.045, 340)]
  const areas: [number, number, number, number][] = [
    [0, 0, x, y],
    [x, 0, side - x, y],
    [0, y, x, side - y],
    [x, y, side - x, side - y],
  ]
  const patches = areas.map(([left, top, width, height], n) => ({
    x: left,
    y: top,
    width: width + 0.4,
    height: height + 0.4,
    fill: tones[order[n]?.n ?? 0] ?? '',
  }))
  const fill = cloth(0.7, 0.12, 150 + shape * 60)
  if (shape > 0.62) return { patches, accent: { path: `M${x} ${y - 6}l6 6-6 6-6-6z`, fill } }
  if (shape > 0.3) return { patches, accent: { path: `M${x} ${y}h${side - x}L${x} ${side}z`, fill } }
  return { patches, accent: { path: `M${x} ${y}h9v9h-9z`, fill } }
}
