import pg from 'pg'
import { expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'

const read = async (database: TestDatabase, text: string) => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('a test database has all migrations, and what is written into one is not in the next', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  await read(one, 'create table only_here (id int)')
  expect(await read(one, `select to_regclass('platform.migrations')::text as found`)).toEqual([
    { found: 'platform.migrations' },
  ])
  expect(await read(one, `select to_regclass('only_here') is null as missing`)).toEqual([{ missing: false }])
  expect(await read(other, `select to_regclass('only_here') is null as missing`)).toEqual([{ missing: true }])
  await Promise.all([one.drop(), other.drop()])
  await expect(read(one, 'select 1')).rejects.toThrow('does not exist')
})
