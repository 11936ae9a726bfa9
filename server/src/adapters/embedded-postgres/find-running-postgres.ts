import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { database, user } from './cluster.ts'

/**
 * Where the PostgreSQL of this data directory answers while another process of ours runs it; undefined when its files do
 * not say so. It may still have ended a moment ago: connecting tells.
 */
export function findRunningPostgres(
  dataDir: string,
): { host: string; port: number; user: string; database: string } | undefined {
  const pointer = join(resolve(dataDir), 'postgres.at')
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(resolve(dataDir), 'postgres')
  const pidFile = join(home, 'cluster', 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  // pid, folder, start, port, folder of the socket, addresses, shared memory, status
  const [, , , port, host, , , status] = readFileSync(pidFile, 'utf8').split('\n')
  return host && port && status?.trim() === 'ready' ? { host, port: Number(port), user, database } : undefined
}
