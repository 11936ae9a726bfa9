import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

export type Chunk = { file: string; css?: string[]; imports?: string[] }
export type Manifest = Record<string, Chunk>

export interface ScreenSize {
  screen: string
  /** Bytes after gzip that a browser fetches before this screen is alive, when it is the first. */
  scripts: number
  /** Of these, what comes on top of the shell. */
  added: number
  styles: number
}

const kB = 1000
export const limits = { firstScripts: 150 * kB, added: 40 * kB, styles: 25 * kB }

/** The screens on which people arrive: these are first pages. */
const isFirst = (screen: string) => /\/(?:home|board|post|question|search)\.screen/.test(screen)
const shared = ['src/app/entry-client.tsx', 'src/app/ko.json.js', 'src/ui/ko.json.js']

/** The size of every screen of a build. Throws where the manifest does not hold what a screen needs. */
export function screenSizes(manifest: Manifest, sizeOf: (file: string) => number): ScreenSize[] {
  const firstLoad = (sources: string[]) => {
    const chunks = new Map<string, Chunk>()
    const reach = (key: string) => {
      if (chunks.has(key)) return
      const chunk = manifest[key]
      if (!chunk) throw new Error(`${key} is not in the manifest`)
      chunks.set(key, chunk)
      for (const next of chunk.imports ?? []) reach(next)
    }
    for (const source of sources) reach(source)
    const sum = (files: string[]) => [...new Set(files)].reduce((total, file) => total + sizeOf(file), 0)
    const all = [...chunks.values()]
    return { scripts: sum(all.map(({ file }) => file)), styles: sum(all.flatMap(({ css }) => css ?? [])) }
  }
  const base = firstLoad(shared)
  return Object.keys(manifest)
    .filter((key) => key.endsWith('.screen.tsx'))
    .map((screen) => {
      const { scripts, styles } = firstLoad([...shared, screen, `${screen.replace(/\/[^/]+$/, '')}/ko.json.js`])
      return { screen, scripts, styles, added: scripts - base.scripts }
    })
}

/** Every screen that is too heavy, in words. */
export const tooHeavy = (sizes: ScreenSize[]): string[] =>
  sizes.flatMap(({ screen, scripts, added, styles }) => {
    const over = (what: string, bytes: number, limit: number) =>
      bytes > limit ? [`${screen}: ${what} are ${(bytes / kB).toFixed(1)} kB, at most ${limit / kB}`] : []
    return [
      ...(isFirst(screen) ? over('scripts of a first page', scripts, limits.firstScripts) : []),
      ...over('scripts beyond the shell', added, limits.added),
      ...over('styles', styles, limits.styles),
    ]
  })

/** The sizes of what `vite build` has left in `dist`. */
export function builtSizes(): ScreenSize[] {
  const client = fileURLToPath(new URL('../dist/client/', import.meta.url))
  const manifest = JSON.parse(readFileSync(`${client}.vite/manifest.json`, 'utf8')) as Manifest
  return screenSizes(manifest, (file) => gzipSync(readFileSync(client + file), { level: 9 }).length)
}

if (import.meta.main) {
  const sizes = builtSizes()
  const inKB = (bytes: number) => `${(bytes / kB).toFixed(1)} kB`
  for (const { screen, scripts, styles, added } of sizes.filter(({ screen }) => isFirst(screen)))
    console.log(`${screen}: ${inKB(scripts)} of scripts, ${inKB(added)} its own, ${inKB(styles)} of styles`)
  const faults = tooHeavy(sizes)
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 || sizes.length < 30 ? 1 : 0
}
