import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Assets } from '../../../../web/src/app/entry-server.tsx'
import { completedFiles, registerRootDocuments } from './root-documents.ts'
import { entryFile, type Render, type WebBundle, webRoot } from './web-bundle.ts'

type Chunk = { file: string; css?: string[]; imports?: string[]; assets?: string[] }
type Manifest = Record<string, Chunk>

/** The Pretendard subsets that nearly every page needs: Latin with digits, and the commonest Hangul. */
const hotFonts = /PretendardVariable\.subset\.(?:90|91)-/

const laterStyles = 'src/ui/styles/fonts-rare.css'

function reach(manifest: Manifest, key: string, seen: Set<string>): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) reach(manifest, next, seen)
  return seen
}

function assetsOf(manifest: Manifest, sources: string[]): Assets {
  const keys = [entryFile, ...sources].reduce((seen, source) => reach(manifest, source, seen), new Set<string>())
  const chunks = [...keys].flatMap((key) => manifest[key] ?? [])
  return {
    preload: chunks.filter((chunk) => chunk !== manifest[entryFile]).map((chunk) => `/${chunk.file}`),
    css: [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))].map((file) => `/${file}`),
    later: (manifest[laterStyles] ? [manifest[laterStyles].file] : []).map((file) => `/${file}`),
    fonts: (manifest[entryFile]?.assets ?? []).filter((file) => hotFonts.test(file)).map((file) => `/${file}`),
  }
}

const root = fileURLToPath(new URL('dist/client/', webRoot))

/** Icons, manifest and robots.txt stand at the root under their own names. */
const rootFiles = (): string[] =>
  readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && !/\.(?:br|gz)$/.test(entry.name) && !completedFiles.includes(entry.name) ? [entry.name] : [],
  )

export const isWebBuilt = (): boolean => existsSync(new URL('dist/server/entry-server.js', webRoot))

/**
 * Serves what `vite build --app` left in web/dist. Hashed files are immutable; what a page needs comes from Vite's
 * manifest, so that the browser fetches it all at once. Rejects when the web part was not built.
 */
export async function builtWeb(app: FastifyInstance): Promise<WebBundle> {
  if (!isWebBuilt()) throw new Error('the web part is not built: run `npx vite build --app` in web/')
  await app.register(files, {
    root: fileURLToPath(new URL('dist/client/assets/', webRoot)),
    prefix: '/assets/',
    wildcard: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  })
  for (const name of rootFiles())
    app.get(`/${name}`, (_request, reply) => reply.header('cache-control', 'public, max-age=3600').sendFile(name, root))
  registerRootDocuments(app)
  const manifest = JSON.parse(readFileSync(new URL('dist/client/.vite/manifest.json', webRoot), 'utf8')) as Manifest
  const { render } = (await import(new URL('dist/server/entry-server.js', webRoot).href)) as { render: Render }
  const known = new Map<string, Assets>()
  return {
    entry: `/${manifest[entryFile]?.file}`,
    render: async () => render,
    assets(sources) {
      const key = sources.join()
      const found = known.get(key) ?? assetsOf(manifest, sources)
      known.set(key, found)
      return found
    },
  }
}
