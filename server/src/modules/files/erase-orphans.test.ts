import { existsSync } from 'node:fs'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { createIds } from '../../kernel/id.ts'
import { eraseOrphans } from './erase-orphans.job.ts'
import { blobKey } from './file-row.ts'
import { noteModule, upload } from './files-for-tests.ts'

const ids = createIds({ now: () => new Date() })
const hours = (n: number) => new Date(Date.now() + n * 3600_000)
let t: TestApp
let owner: TestMember
beforeAll(async () => {
  t = await testApp({ also: [noteModule()] })
  owner = await t.signUp()
})
afterAll(() => t.close())
beforeEach(() => t.setTime())

let n = 0
const text = async (by: TestMember = owner) =>
  (await upload(by, { bytes: `text ${++n}`, name: 'a.txt', kind: 'attachment' })).body as { id: string; url: string }
const show = (note: string, files: string[]) => owner.put(`/api/test-notes/${note}`, { files, audience: ['public'] })
const stored = ({ id }: { id: string }) => t.platform.blobs.size(blobKey(id, 'original'))
const erase = async () => {
  while (await eraseOrphans(t.platform));
}

it('what nothing has shown for a day is erased, and nothing else', async () => {
  const [shown, unshown, dropped, young] = [await text(), await text(), await text(), ids.next('tnt')]
  await show(young, [shown.id, dropped.id])
  await show(young, [shown.id])
  t.setTime(hours(23))
  await erase()
  expect(await Promise.all([shown, unshown, dropped].map(stored))).toEqual([6, 6, 6])
  t.setTime(hours(25))
  const fresh = await text(await t.signUp())
  await erase()
  expect(await Promise.all([shown, unshown, dropped, fresh].map(stored))).toEqual([6, undefined, undefined, 6])
  t.setTime()
  expect((await t.guest.get(shown.url)).status).toBe(200)
  expect((await owner.get(unshown.url)).status).toBe(410)
  const mine = (await owner.get('/api/me/files')).body.items.map(({ id }: { id: string }) => id)
  expect(mine).toEqual([shown.id])
})

it('a file of a note that was erased without a word goes a day later', async () => {
  const note = ids.next('tnt')
  const file = await text()
  await show(note, [file.id])
  await owner.delete(`/api/test-notes/${note}`)
  t.setTime(hours(25))
  await erase()
  expect(await stored(file)).toBe(6)
  t.setTime(hours(50))
  await erase()
  expect(await stored(file)).toBeUndefined()
})

it('an erasure that was cut off after its first half is finished by the next run', async () => {
  const file = await text()
  await t.platform.db.pool.query(`update files.file set state = 'erased', unreferenced_since = null where id = $1`, [
    file.id,
  ])
  expect(await stored(file)).toBe(6)
  await erase()
  expect(await stored(file)).toBeUndefined()
  expect(await eraseOrphans(t.platform)).toBe(0)
})

it('a note written while its file is erased does not show it', async () => {
  const files = await Promise.all(Array.from({ length: 8 }, () => text()))
  t.setTime(hours(25))
  const notes = files.map(() => ids.next('tnt'))
  await Promise.all([erase(), ...files.map(({ id }, i) => show(notes[i] ?? '', [id]))])
  for (const file of files) {
    const { status } = await t.guest.get(file.url)
    expect([status, await stored(file)]).toEqual(status === 200 ? [200, 6] : [410, undefined])
  }
})

it('is a job that an operator may run, and sweeps what a killed upload left', async () => {
  const admin = await t.admin()
  const old = join(t.platform.config.dataDir, 'incoming', 'left-behind')
  await text()
  await writeFile(old, 'x')
  await utimes(old, hours(-2), hours(-2))
  expect((await admin.post('/api/ops/jobs/files.erase-orphans/runs', {})).status).toBe(201)
  await expect.poll(() => existsSync(old), { timeout: 10_000 }).toBe(false)
})
