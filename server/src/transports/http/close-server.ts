import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const unusedForMs = 1_000
const patienceMs = 20_000

/**
 * Closes a server without failing a request. Node waits a minute for connections on which nothing was ever asked
 * (browsers open such ahead of need), and for clients that do not read: those are cut.
 */
export function closingOf(app: FastifyInstance): () => Promise<void> {
  const unused = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  app.server.on('request', ({ socket }: { socket: Socket }) => unused.delete(socket))
  return async () => {
    const timers = [
      setTimeout(() => {
        for (const socket of unused) socket.destroy()
      }, unusedForMs),
      setTimeout(() => app.server.closeAllConnections(), patienceMs),
    ]
    try {
      await app.close()
    } finally {
      timers.forEach(clearTimeout)
    }
  }
}
