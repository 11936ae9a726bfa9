import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
import { isNotModified } from '../../../kernel/etag.ts'
import { readCardAddress } from './card-address.ts'
import { cardOf } from './card-of.ts'
import { drawCard } from './draw-card.ts'

const mostKept = 500
const mostWaiting = 20
const forGood = 'public, max-age=31536000, immutable'
const forNow = 'public, max-age=300'

/**
 * `GET /cards/<locale>/<id>-<hash>.png`: what messengers and search engines show of a link. Drawn for guests, kept by what
 * is on it; a subject that guests do not see has the instance's card under any address. An address whose hash is of what
 * is on the card now never shows another; any other one shows what is current, for a while.
 */
export function registerCards(app: FastifyInstance): void {
  const kept = new LRUCache<string, Promise<Buffer>>({ max: mostKept })
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  /** One after the other: a drawing takes a core for a tenth of a second. */
  function inTurn(draw: () => Promise<Buffer>): Promise<Buffer> {
    waiting++
    const turn = last.then(draw).finally(() => {
      waiting--
    })
    last = turn.catch(() => {})
    return turn
  }

  app.get('/cards/*', async (request, reply) => {
    const address = readCardAddress(request.url)
    if (!address) return reply.callNotFound()
    const { card, address: current } = await cardOf(app, request, address)
    const key = createHash('sha256').update(JSON.stringify(card)).digest('base64url')
    const etag = `"${key}"`
    reply.headers({ etag, 'cache-control': request.url === current ? forGood : forNow })
    if (isNotModified(request.headers['if-none-match'], etag)) return reply.code(304).send()
    let png = kept.get(key)
    if (!png) {
      if (waiting >= mostWaiting) return reply.code(503).header('retry-after', '5').send()
      png = inTurn(() => drawCard(card))
      kept.set(key, png)
      png.catch(() => kept.delete(key))
    }
    return reply.type('image/png').send(await png)
  })
}
