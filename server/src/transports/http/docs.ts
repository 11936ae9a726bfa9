import type { FastifyInstance } from 'fastify'
import type { Route } from '../../module.ts'
import { docsPage } from './docs-page.ts'
import { openApiOf } from './openapi.ts'

/** /api/openapi.json and the page for people at /api/docs; both say what the routes themselves declare. */
export function mountDocs(app: FastifyInstance, routes: Route[], publicUrl: string): void {
  const document = Buffer.from(JSON.stringify(openApiOf(routes, publicUrl)))
  let page: string | undefined
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=60').send(document),
  )
  app.get('/api/docs', async (_request, reply) => {
    page ??= docsPage(routes)
    return reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      )
      .send(page)
  })
}
