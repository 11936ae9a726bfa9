import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface LightLoad {
  url: string
  path: string
  headers: Record<string, string>
  connections: number
  seconds: number
}

const headEnd = Buffer.from('\r\n\r\n')

/**
 * One GET again and again on kept connections. It reads the status and the length of an answer and skips its body: where
 * the server only sends what it keeps, a generator that looks at every byte is what one would measure.
 */
export async function lightLoad({ url, path, headers, connections, seconds }: LightLoad) {
  const { hostname, port, host } = new URL(url)
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const question = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  let answers = 0
  let errors = 0

  function ask(socket: Socket): void {
    let left = 0
    let begun: Buffer = Buffer.alloc(0)
    socket.write(question)
    socket.on('data', (chunk: Buffer) => {
      if (left === 0) {
        const text = begun.length > 0 ? Buffer.concat([begun, chunk]) : chunk
        const end = text.indexOf(headEnd)
        if (end < 0) {
          begun = text
          return
        }
        begun = Buffer.alloc(0)
        const head = text.toString('latin1', 0, end)
        if (!head.startsWith('HTTP/1.1 200')) errors++
        left = Number(/content-length: (\d+)/i.exec(head)?.[1]) - (text.length - end - headEnd.length)
      } else left -= chunk.length
      if (left > 0) return
      left = 0
      answers++
      socket.write(question)
    })
    socket.on('error', () => errors++)
  }

  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname)
      socket.setNoDelay(true)
      await once(socket, 'connect')
      return socket
    }),
  )
  const began = performance.now()
  sockets.forEach(ask)
  await wait(seconds * 1000)
  const perSecond = (answers * 1000) / (performance.now() - began)
  for (const socket of sockets) socket.removeAllListeners('data').destroy()
  return { perSecond, errors }
}
