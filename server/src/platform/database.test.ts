import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { createDatabase, createPool, type Database, isUniqueViolation, noHooks, type Sql, sql } from './database.ts'

let database: TestDatabase
let pool: pg.Pool
let db: Database
beforeAll(async () => {
  database = await testDatabase()
  pool = createPool(database.address)
  db = createDatabase(pool)
  await pool.query('create table things (id int primary key, n int not null)')
})
beforeEach(async () => {
  await pool.query('delete from things')
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const insert = (id: number, n = 0) => sql`insert into things values (${id}, ${n})`
const ids = async () => (await db.many<{ id: number }>(sql`select id from things order by id`)).map(({ id }) => id)

test('what is asked together is answered in order, by one transaction', async () => {
  const answers = await db.transact(async (tx) => {
    const first = tx.run(insert(1))
    const both = Promise.all([first, tx.one(sql`select count(*) as n from things`), tx.run(insert(2))])
    return [...(await both), await tx.one(sql`select count(*) as n from things`)]
  })
  expect(answers).toEqual([1, { n: 1 }, 1, { n: 2 }])
  expect(await ids()).toEqual([1, 2])
})

test('a throw, and a statement that fails among others, undo everything', async () => {
  const thrown = db.transact(async (tx) => {
    await tx.run(insert(1))
    throw new Error('no')
  })
  await expect(thrown).rejects.toThrow('no')
  const failed = db.transact((tx) => Promise.all([tx.run(insert(1)), tx.run(insert(1)), tx.run(insert(2))]))
  await expect(failed).rejects.toSatisfy((error) => isUniqueViolation(error, 'things_pkey'))
  expect(await ids()).toEqual([])
})

test('the last statement goes with the commit: both happen, or neither', async () => {
  const ending = (last: Sql) => createDatabase(pool, { ...noHooks, beforeCommit: async () => last })
  await ending(insert(2)).transact((tx) => tx.run(insert(1)))
  expect(await ids()).toEqual([1, 2])
  await expect(ending(insert(2)).transact((tx) => tx.run(insert(3)))).rejects.toSatisfy(isUniqueViolation)
  expect(await ids()).toEqual([1, 2])
})

test('a failed statement that nobody looked at is no success', async () => {
  const careless = db.transact(async (tx) => {
    await tx.run(insert(1))
    await tx.run(insert(1)).catch(() => {})
  })
  await expect(careless).rejects.toThrow('nobody looked')
  expect(await ids()).toEqual([])
})

test('connections go on after failures, statements of one text prepared once', async () => {
  const work = Array.from({ length: 60 }, (_, n) =>
    db.transact((tx) => Promise.all([tx.run(insert(n)), tx.run(insert(n % 3 ? n + 100 : n))])),
  )
  const done = await Promise.allSettled(work)
  expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(20)
  expect(await ids()).toHaveLength(80)
  expect(pool.totalCount).toBeLessThanOrEqual(10)
})

test('a deadlock is broken and the work repeated', async () => {
  await db.transact((tx) => Promise.all([tx.run(insert(1)), tx.run(insert(2))]))
  let tries = 0
  const meet = Promise.withResolvers<void>()
  const add = (first: number, second: number) =>
    db.transact(async (tx) => {
      await tx.run(sql`update things set n = n + 1 where id = ${first}`)
      if (++tries === 2) meet.resolve()
      await meet.promise
      await tx.run(sql`update things set n = n + 1 where id = ${second}`)
    })
  await Promise.all([add(1, 2), add(2, 1)])
  expect(tries).toBe(3)
  expect(await db.many(sql`select n from things`)).toEqual([{ n: 2 }, { n: 2 }])
})
