import { draws } from './patchwork.ts'

export type Cloth = { path: string; fill: string }

/** Cuts 320 × 180 into a few dozen cloths round one hue, some with a corner folded over. */
export function cloths(seed: string, hue?: number): Cloth[] {
  const next = draws(seed)
  const base = hue ?? next() * 360
  const out: Cloth[] = []
  const fill = (accent: boolean) => {
    const light = accent ? 0.62 + next() * 0.2 : 0.44 + next() * 0.38
    const chroma = accent ? 0.11 : 0.045 + next() * 0.05
    const turn = accent ? 215 : next() * 44 - 14
    return `oklch(${light.toFixed(2)} ${chroma.toFixed(3)} ${Math.round(base + turn + 360) % 360})`
  }
  const cut = (x: number, y: number, width: number, height: number, depth: number): void => {
    if (depth > 0 && (width > 60 || height > 44)) {
      const share = 0.32 + next() * 0.36
      if (width / 1.3 > height) {
        cut(x, y, width * share, height, depth - 1)
        cut(x + width * share, y, width * (1 - share), height, depth - 1)
      } else {
        cut(x, y, width, height * share, depth - 1)
        cut(x, y + height * share, width, height * (1 - share), depth - 1)
      }
      return
    }
    const [left, top, right, bottom] = [x, y, x + width + 0.5, y + height + 0.5].map((n) => n.toFixed(1))
    out.push({ path: `M${left} ${top}H${right}V${bottom}H${left}z`, fill: fill(false) })
    if (next() > 0.7) out.push({ path: `M${left} ${bottom}L${right} ${top}V${bottom}z`, fill: fill(next() > 0.55) })
  }
  cut(0, 0, 320, 180, 5)
  return out
}
