import { spawnSync } from 'node:child_process'
import { chownSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Whom PostgreSQL runs as: empty for ourselves. */
export interface RunAs {
  uid?: number
  gid?: number
}

const nobody = 65534

/** PostgreSQL refuses root: then it runs as whoever owns its folder. */
export const isRoot = process.getuid?.() === 0

export function ownerOf(folder: string): RunAs {
  if (!isRoot) return {}
  const { uid, gid } = statSync(folder)
  return { uid, gid }
}

export function giveAway(path: string): void {
  if (isRoot && statSync(path).uid === 0) chownSync(path, nobody, nobody)
}

export function giveAwayFile(file: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid)
}

/** A whole folder: root's umask may have closed what root made in it. */
export function giveAwayTree(folder: string, { uid, gid }: RunAs): void {
  if (uid === undefined || gid === undefined) return
  chownSync(folder, uid, gid)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, name), uid, gid)
}

/** Whether the unprivileged user may enter a folder: root's permission says nothing about that. */
export function isReachable(folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid: nobody, gid: nobody, cwd: '/' }).status === 0
}
