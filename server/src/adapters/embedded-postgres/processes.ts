import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

const isLinux = process.platform === 'linux'

/**
 * The command line of a process; empty when there is none, and for a zombie: a container's first process may never
 * reap one, and PostgreSQL would take it for alive.
 */
export function commandLine(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 0) return ''
  if (isLinux) return readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
  const line = ps(pid, 'stat=,args=')
  return line.startsWith('Z') ? '' : line
}

/** A zombie does not count. */
export function processExists(pid: number): boolean {
  return commandLine(pid) !== ''
}

/** When a process began, in the system's own notation: a reused number has another one. */
export function birth(pid: number): string {
  if (!isLinux) return ps(pid, 'lstart=')
  const stat = readText(`/proc/${pid}/stat`)
  const startTimeField = 19
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[startTimeField] ?? ''
}

/** Where process numbers mean the same: one machine since it was booted, and one container on it. */
export function processSpace(): string {
  if (!isLinux) return hostname()
  return `${readText('/proc/sys/kernel/random/boot_id').trim()} ${link('/proc/self/ns/pid')}`
}

function ps(pid: number, columns: string): string {
  return String(spawnSync('ps', ['-o', columns, '-p', String(pid)]).stdout ?? '').trim()
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}
