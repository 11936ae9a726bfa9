import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { Instance } from '../../../../web/src/api/wire.ts'
import { webRoot } from './web-bundle.ts'

/** Files of web/public that this instance completes with its own name and address. */
export const completedFiles: readonly string[] = ['manifest.webmanifest', 'robots.txt']

const maxAge = 'public, max-age=3600'
const read = (name: string) => readFileSync(new URL(`dist/client/${name}`, webRoot), 'utf8')

/** The manifest with the instance's name, robots.txt with the way to its map, and the icon for who only guesses its address. */
export function registerRootDocuments(app: FastifyInstance): void {
  const manifest = JSON.parse(read('manifest.webmanifest')) as object
  const robots = read('robots.txt')
  const instance = async () => (await app.inject({ method: 'GET', url: '/api/instance' })).json<Instance>()

  app.get('/manifest.webmanifest', async (_request, reply) => {
    const { name } = await instance()
    reply.header('cache-control', maxAge).type('application/manifest+json')
    return JSON.stringify({ ...manifest, name, short_name: name })
  })
  // feeds and files have no head that names the icon
  app.get('/favicon.ico', (_request, reply) => reply.header('cache-control', maxAge).redirect('/icon-192.png', 301))
  app.get('/robots.txt', async (_request, reply) => {
    const { url } = await instance()
    reply.header('cache-control', maxAge).type('text/plain; charset=utf-8')
    return `${robots.trimEnd()}\n\nSitemap: ${url}/sitemap.xml\n`
  })
}
