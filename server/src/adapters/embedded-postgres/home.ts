import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PostgresProblem } from './postgres-problem.ts'
import { giveAway, isReachable, isRoot, type RunAs } from './unprivileged-user.ts'

const farFolders = ['/var/lib', '/var/tmp']
const longestSocketFolder = 80

/**
 * Where cluster and log lie: `DATA_DIR/postgres`, or a folder under /var/lib when we are root and a folder above
 * DATA_DIR is closed to others (/root, `mktemp -d`). A pointer in DATA_DIR then names it.
 */
export function findHome(dataDir: string, say: (line: string) => void): string {
  const near = join(dataDir, 'postgres')
  if (!isRoot) return own(near)
  const pointer = join(dataDir, 'postgres.at')
  if (existsSync(pointer)) return own(readFileSync(pointer, 'utf8').trim())
  if (existsSync(join(near, 'cluster')) || isReachable(dataDir)) return own(near)
  const far = makeFar()
  writeFileSync(pointer, far)
  say(`${dataDir} is closed to other users than root: the database lies in ${far}`)
  return own(far)
}

/** The folder of the socket. A socket's path may have 103 bytes at most on macOS, 107 on Linux. */
export function socketFolder(home: string, runAs: RunAs): { path: string; remove: () => void } {
  const near = join(home, 'run')
  const isShort = Buffer.byteLength(near) <= longestSocketFolder
  if (isShort) mkdirSync(near, { recursive: true, mode: 0o700 })
  const path = isShort ? near : mkdtempSync('/tmp/madang-')
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(path, runAs.uid, runAs.gid)
  return { path, remove: isShort ? () => {} : () => rmSync(path, { recursive: true, force: true }) }
}

function makeFar(): string {
  for (const parent of farFolders) {
    try {
      const folder = mkdtempSync(join(parent, 'madang-'))
      giveAway(folder)
      if (isReachable(folder)) return folder
      rmSync(folder, { recursive: true })
    } catch {}
  }
  throw new PostgresProblem(
    'unreachable',
    'this runs as root, which PostgreSQL refuses, and no folder was found that an unprivileged user can enter: ' +
      'start as an ordinary user, set another DATA_DIR, or set DATABASE_URL',
  )
}

function own(home: string): string {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  giveAway(home)
  return home
}
