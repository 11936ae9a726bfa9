import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { runProgram } from '../../../test/program.ts'
import { createSmtpMailer } from '../../adapters/smtp/smtp-mailer.ts'
import { type SmtpServerForTests, smtpServerForTests } from '../../adapters/smtp/smtp-server-for-tests.ts'
import { createIds } from '../../kernel/id.ts'
import { createDatabase, createPool, type Database } from '../database.ts'
import { listMails } from './list-mails.ts'
import { createMail, type Mail } from './mail.ts'
import { retryDelaysMs } from './sender.ts'

const minuteMs = 60_000
let database: TestDatabase
let server: SmtpServerForTests
let aheadMs: number
let closing: (() => Promise<void>)[]

const clock = { now: () => new Date(Date.now() + aheadMs) }
const logger = pino({ level: 'silent' })
const draft = { to: 'a@example.invalid', subject: 'Hello', text: 'token=abc\n' }

beforeEach(async () => {
  database = await testDatabase()
  server = await smtpServerForTests()
  aheadMs = 0
  closing = []
})
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  await server.close()
  await database.drop()
})

/** One process's outbox. */
function opened(): { mail: Mail; db: Database } {
  const pool = createPool(database.address, 3)
  const db = createDatabase(pool)
  const mailer = createSmtpMailer({ url: server.url, from: 'madang@community.example' })
  const mail = createMail({ db, mailer, clock, ids: createIds(clock), logger, pollMs: 20 })
  closing.push(async () => {
    await mail.stop()
    await pool.end()
  })
  return { mail, db }
}
const write = ({ mail, db }: { mail: Mail; db: Database }, more: object = {}) =>
  db.transact((tx) => mail.write(tx, { ...draft, ...more }))
const states = async (db: Database) =>
  (await listMails(db, { limit: 100 })).items.map(({ state, tries, text }) => ({ state, tries, text }))

test('a letter leaves after its transaction, and a rolled back one never was', async () => {
  const one = opened()
  one.mail.start()
  await expect(
    one.db.transact(async (tx) => {
      await one.mail.write(tx, { ...draft, subject: 'never' })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await write(one)
  await vi.waitFor(async () => expect(await states(one.db)).toEqual([{ state: 'sent', tries: 1, text: '' }]), 5_000)
  expect(server.letters.map(({ subject }) => subject)).toEqual(['Hello'])
})

test('three processes send forty letters, each once', async () => {
  const all = [opened(), opened(), opened()]
  for (const { mail } of all) mail.start()
  await Promise.all(Array.from({ length: 40 }, (_, n) => write(all[n % 3] ?? opened(), { subject: `letter ${n}` })))
  await vi.waitFor(() => expect(server.letters.length).toBeGreaterThanOrEqual(40), 10_000)
  expect(new Set(server.letters.map(({ subject }) => subject)).size).toBe(40)
  expect(server.letters).toHaveLength(40)
})

test('a refused letter is tried again with growing waits, then it has failed, and an admin has it sent after all', async () => {
  const one = opened()
  server.behave('refuse')
  one.mail.start()
  await write(one)
  for (const [tried, delayMs] of retryDelaysMs.entries()) {
    await vi.waitFor(
      async () => expect((await states(one.db))[0]).toMatchObject({ state: 'pending', tries: tried + 1 }),
      5_000,
    )
    await vi.waitFor(() => expect(server.begun()).toBe(tried + 1), 5_000)
    aheadMs += delayMs
  }
  await vi.waitFor(async () => expect((await states(one.db))[0]).toMatchObject({ state: 'failed' }), 5_000)

  server.behave('take')
  const [letter] = (await listMails(one.db, { limit: 1, state: 'failed' })).items
  expect(letter?.error).toMatch(/come back later/)
  expect(await one.db.transact((tx) => one.mail.retry(tx, letter?.id ?? ''))).toBe(true)
  await vi.waitFor(() => expect(server.letters).toHaveLength(1), 5_000)
  expect(await one.db.transact((tx) => one.mail.retry(tx, letter?.id ?? ''))).toBe(false)
})

test('a letter whose link is dead by then is not sent', async () => {
  const one = opened()
  await write(one, { uselessAfter: new Date(clock.now().getTime() + minuteMs) })
  aheadMs = 2 * minuteMs
  one.mail.start()
  await vi.waitFor(async () => expect(await states(one.db)).toEqual([{ state: 'expired', tries: 0, text: '' }]), 5_000)
  expect(server.letters).toEqual([])
})

test('a letter in the hands of a killed process is sent by another one when its lease has run out', async () => {
  const one = opened()
  server.behave('hang')
  await write(one)
  const program = runProgram(process.execPath, ['server/test/programs/send-mails.ts', database.url, server.url])
  await vi.waitFor(() => expect(server.begun()).toBe(1), 15_000)
  program.child.kill('SIGKILL')
  await program.ended()

  server.behave('take')
  one.mail.start()
  expect(server.letters).toEqual([])
  aheadMs = minuteMs + 1000
  await vi.waitFor(() => expect(server.letters).toHaveLength(1), 5_000)
})
