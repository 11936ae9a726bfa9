import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { blobStoreContract } from '../../ports/blob-store.contract.ts'
import { createFsBlobStore } from './fs-blob-store.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'madang-blobs-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

blobStoreContract('the folder of files', () => createFsBlobStore(dataDir))

it('shows nothing of a put whose process was killed', async () => {
  const script = `
    import { Readable } from 'node:stream'
    import { createFsBlobStore } from ${JSON.stringify(new URL('./fs-blob-store.ts', import.meta.url).href)}
    const endless = Readable.from((async function* () {
      for (;;) { yield Buffer.alloc(65536); process.stdout.write('.'); await new Promise(setImmediate) }
    })())
    await createFsBlobStore(${JSON.stringify(dataDir)}).put('killed/in/the/middle', endless)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await createFsBlobStore(dataDir).size('killed/in/the/middle')).toBeUndefined()
  expect(await readdir(join(dataDir, 'blobs', '.incoming'))).toHaveLength(1)
})
