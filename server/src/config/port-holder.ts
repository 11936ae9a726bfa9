import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Who listens on a TCP port of this machine, as far as this user may know: `process 4711 (node server.js)`. */
export function portHolder(port: number): string | undefined {
  const pid = process.platform === 'linux' ? fromProc(port) : fromLsof(port)
  if (pid === undefined) return undefined
  const args = String(spawnSync('ps', ['-o', 'args=', '-p', String(pid)]).stdout ?? '').trim()
  return `process ${pid}${args ? ` (${args.slice(0, 80)})` : ''}`
}

function fromLsof(port: number): number | undefined {
  return Number(spawnSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN']).stdout ?? '') || undefined
}

function fromProc(port: number): number | undefined {
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeningInodes(file, port)))
  if (sockets.size === 0) return undefined
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => openFiles(pid).some((file) => sockets.has(file)))
}

/** Rows of proc_net_tcp(5): local address and port in hexadecimal, state 0A is LISTEN, the tenth column the inode. */
function listeningInodes(file: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const rows = read(() => readFileSync(file, 'utf8'), '').split('\n')
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${hex}`) && state === '0A')
    .map((columns) => `socket:[${columns[9]}]`)
}

function openFiles(pid: number): string[] {
  const folder = `/proc/${pid}/fd`
  return read(() => readdirSync(folder), []).map((name) => read(() => readlinkSync(`${folder}/${name}`), ''))
}

function read<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
