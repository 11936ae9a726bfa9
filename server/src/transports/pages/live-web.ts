import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { entryFile, type Render, type WebBundle, webRoot } from './web-bundle.ts'

/** For development: Vite in this process and on this port, hot reload over the same server's upgrades. */
export async function liveWeb(app: FastifyInstance, isPage: (path: string) => boolean): Promise<WebBundle> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: fileURLToPath(webRoot),
    configFile: fileURLToPath(new URL('vite.config.ts', webRoot)),
    server: { middlewareMode: true, hmr: { server: app.server } },
  })
  app.addHook('onClose', () => vite.close())
  app.addHook('onRequest', (request, reply, done) => {
    if (isPage(request.url)) vite.middlewares(request.raw, reply.raw, done)
    else done()
  })
  return {
    entry: `/${entryFile}`,
    assets: () => ({
      preload: [],
      css: ['/src/ui/styles/fonts-common.css?direct', '/src/ui/styles/index.css?direct'],
      fonts: [],
      later: ['/src/ui/styles/fonts-rare.css?direct'],
    }),
    render: async () => (await vite.ssrLoadModule('/src/app/entry-server.tsx'))['render'] as Render,
  }
}
