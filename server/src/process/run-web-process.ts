import { once } from 'node:events'
import { compose } from '../compose.ts'
import { onShutdown } from './on-shutdown.ts'
import { metricsOfAll } from './shared-metrics.ts'
import type { Handover } from './web-processes.ts'

/** One of several web processes: everything that answers requests; the first process does the rest. */
export async function runWebProcess(): Promise<void> {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  const [{ config, database }] = (await once(process, 'message')) as [Handover]
  const instance = await compose({ config, database, metricsOf: metricsOfAll })
  onShutdown(() => instance.stop())
  await instance.start()
  try {
    await instance.app.listen({ port: config.port, host: config.host })
  } catch (error) {
    process.send?.({ failed: (error as Error).message, code: (error as { code?: string }).code })
    await instance.stop()
    process.exit(1)
  }
}
