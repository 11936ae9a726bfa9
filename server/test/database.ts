import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface TestDatabase {
  readonly address: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  /** The same address for a variable of the environment. */
  readonly url: string
  drop(): Promise<void>
}

/** A database of its own with all migrations applied, made in about 60 ms: a copy of the template. */
export async function testDatabase(): Promise<TestDatabase> {
  const { template, ...address } = inject('postgres')
  const database = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(`create database ${database} template ${template} strategy file_copy`)
  return {
    address: { ...address, database },
    url: `postgres://${address.user}@localhost:${address.port}/${database}?host=${encodeURIComponent(address.host)}`,
    drop: () => asAdmin(`drop database if exists ${database} with (force)`),
  }
}

async function asAdmin(statement: string): Promise<void> {
  const { host, port, user } = inject('postgres')
  const client = new pg.Client({ host, port, user, database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
