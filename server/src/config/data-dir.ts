import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Unfit } from './parsers.ts'

/** Whether a folder may be written, or made where it does not exist yet; changes nothing. Throws `Unfit`. */
export function checkDataDir(folder: string): void {
  let existing = folder
  while (!existsSync(existing)) existing = dirname(existing)
  if (!statSync(existing).isDirectory()) throw new Unfit(`${existing} is not a folder`)
  try {
    accessSync(existing, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unusable(existing, error)
  }
}

export function makeDataDir(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw unusable(folder, error)
  }
}

function unusable(folder: string, error: unknown): Unfit {
  const { code } = error as NodeJS.ErrnoException
  const reasons: Record<string, string> = {
    EACCES: 'this user may not write there',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
  }
  return new Unfit(`${folder} cannot be used: ${reasons[code ?? ''] ?? code}`)
}
