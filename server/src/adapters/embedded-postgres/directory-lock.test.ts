import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lockDirectory } from './directory-lock.ts'
import { processSpace } from './processes.ts'

const top = mkdtempSync(join(tmpdir(), 'madang-lock-'))
afterAll(() => rmSync(top, { recursive: true, force: true }))
const newFile = () => join(mkdtempSync(join(top, 'lock-')), 'postgres.lock')
const quiet = () => {}
const holder = (pid: number, space = processSpace()) =>
  JSON.stringify({ pid, birth: 'long ago', space, host: 'elsewhere' })

test('a folder is held once, and free again when it was let go', async () => {
  const file = newFile()
  const letGo = await lockDirectory(file, quiet)
  await expect(lockDirectory(file, quiet)).rejects.toThrow(`is in use by process ${process.pid}`)
  letGo()
  const letGoAgain = await lockDirectory(file, quiet)
  letGoAgain()
})

test('a holder that is just ending is waited for', async () => {
  const file = newFile()
  const letGo = await lockDirectory(file, quiet)
  const next = lockDirectory(file, quiet)
  letGo()
  const letGoOfNext = await next
  letGoOfNext()
})

test('a holder whose number another process has now holds nothing, nor does one killed while it wrote', async () => {
  for (const left of [holder(process.ppid), '', 'no json']) {
    const file = newFile()
    writeFileSync(file, left)
    const letGo = await lockDirectory(file, quiet)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid })
    letGo()
  }
})

test('a holder on another machine is believed while it renews the file, and not when it has fallen silent', async () => {
  const file = newFile()
  writeFileSync(file, holder(1, 'another machine'))
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 500)
  await expect(lockDirectory(file, quiet)).rejects.toThrow('is in use by process 1 on elsewhere')
  clearInterval(beat)
  const letGo = await lockDirectory(file, quiet)
  letGo()
})
