import { Readable } from 'node:stream'

/** Headers of a stream that no proxy may hold back or change. */
export const sseHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  // a kept-alive connection that ends during a shutdown would hold the shutdown up
  connection: 'close',
}

const mostBufferedBytes = 256 * 1024
const pingMs = 15_000
const lifeMs = 60 * 60_000
/** Spread over a second and a half, so that a restart does not bring everybody back at once. */
const retryMs = () => 2_250 + Math.round(Math.random() * 1_500)

export interface SseStream {
  readonly body: Readable
  /** `data` as JSON; `id` becomes the client's `Last-Event-ID`. A reader that has stopped reading is let go. */
  send(message: { event?: string; id?: number; data: unknown }): void
  end(): void
}

/**
 * Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) with a bounded buffer, a ping each
 * 15 s and an hour's life. `onPing` may look whether the stream should go on, and gives the ping's `id`; `onClose` is called once, however it ends.
 */
export function createSseStream(o: { onPing(): number | undefined; onClose(): void }): SseStream {
  const body = new Readable({
    read() {},
    destroy(error, done) {
      clearInterval(ping)
      clearTimeout(life)
      o.onClose()
      done(error)
    },
  })
  const write = (text: string) => {
    if (body.destroyed || body.readableEnded) return
    if (body.readableLength > mostBufferedBytes) body.destroy()
    else body.push(text)
  }
  const send: SseStream['send'] = ({ event, id, data }) =>
    write(
      `${event ? `event: ${event}\n` : ''}${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`,
    )
  const end = () => {
    if (!body.destroyed) body.push(null)
  }
  const ping = setInterval(() => {
    const id = o.onPing()
    send({ event: 'ping', ...(id === undefined ? {} : { id }), data: {} })
  }, pingMs)
  const life = setTimeout(() => {
    send({ event: 'reconnect', data: {} })
    end()
  }, lifeMs)
  write(`retry: ${retryMs()}\n\n`)
  return { body, send, end }
}
