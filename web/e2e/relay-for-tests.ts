import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The only way from a browser to an instance. */
export interface Relay {
  readonly url: string
  /** Ends what is open, and lets nothing through until it is led somewhere again. */
  cut(): void
  leadTo(url: string): void
  close(): void
}

export async function relayTo(url: string): Promise<Relay> {
  const open = new Set<Socket>()
  let target: URL | undefined = new URL(url)
  const server = createServer((near) => {
    if (!target) return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    target = undefined
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    leadTo(next) {
      target = new URL(next)
    },
    close() {
      cut()
      server.close()
    },
  }
}
