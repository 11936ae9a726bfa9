import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Unfit } from './parsers.ts'

const shortestBytes = 32

/** The key that an instance without SECRET_KEY made for itself, readable by its user alone. Throws `Unfit`. */
export function keptSecretKey(dataDir: string): string {
  const file = join(dataDir, 'secret-key')
  try {
    return readKey(file) ?? makeKey(file)
  } catch (error) {
    if (error instanceof Unfit) throw error
    throw new Unfit(`${file} cannot be read or written (${(error as NodeJS.ErrnoException).code})`)
  }
}

function readKey(file: string): string | undefined {
  try {
    const key = readFileSync(file, 'utf8').trim()
    if (Buffer.byteLength(key) < shortestBytes) throw new Unfit(`${file} is damaged: it holds no key of 32 bytes`)
    return key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whole or not at all, and the first of several processes wins. */
function makeKey(file: string): string {
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, `${randomBytes(48).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(temporary, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(temporary, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}
