import cluster, { type Worker } from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../config/config.ts'
import type { DatabaseAddress } from '../platform/database.ts'
import { say } from './say.ts'

/** What the first process hands to each web process. */
export interface Handover {
  config: Config
  database: DatabaseAddress
}

export interface WebProcesses {
  stop(): Promise<void>
}

const calmMs = 1000

/** `WEB_PROCESSES` processes behind one port; one that dies is started again. Resolves when all of them listen. */
export async function forkWebProcesses(config: Config, database: DatabaseAddress): Promise<WebProcesses> {
  let stopping = false
  let started = false
  const handover: Handover = {
    config: { ...config, roles: config.roles.filter((role) => role !== 'worker') },
    database,
  }
  const fork = (): Promise<Worker> =>
    new Promise((resolve, reject) => {
      const worker = cluster.fork()
      worker.on('online', () => worker.send(handover))
      worker.on('listening', () => resolve(worker))
      worker.on('message', (message: { failed?: string; code?: string }) => {
        if (message.failed) reject(Object.assign(new Error(message.failed), { code: message.code, syscall: 'listen' }))
      })
      worker.on('exit', (code, signal) => {
        reject(new Error(`a web process ended (${signal || code})`))
        if (stopping || !started) return
        say(`a web process ended (${signal || code}): starting another one`)
        void wait(calmMs).then(() => (stopping ? undefined : fork().catch(() => {})))
      })
    })
  await Promise.all(Array.from({ length: config.webProcesses }, fork))
  started = true
  return {
    async stop() {
      stopping = true
      const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
      await Promise.all(
        workers.map(
          (worker) =>
            new Promise<void>((done) => {
              worker.once('exit', () => done())
              worker.process.kill('SIGTERM')
            }),
        ),
      )
    },
  }
}
