import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { type Migrations, migrate } from '../src/platform/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' server answers, and the database that every test database is a copy of. */
    postgres: { host: string; port: number; user: string; template: string }
  }
}

const template = 'madang_template'
// its data need not outlive anything
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: 300,
  max_wal_size: '4GB',
  shared_buffers: '256MB',
  idle_in_transaction_session_timeout: 0,
}

let postgres: EmbeddedPostgres | undefined

export async function setup(project: TestProject): Promise<void> {
  postgres = await startEmbeddedPostgres({ dataDir: join(tmpdir(), 'postgres'), settings })
  const { host, port, user } = postgres
  await createTemplate({ host, port, user })
  project.provide('postgres', { host, port, user, template })
}

export async function teardown(): Promise<void> {
  await postgres?.stop()
}

async function createTemplate(address: { host: string; port: number; user: string }): Promise<void> {
  const admin = new pg.Client({ ...address, database: 'postgres' })
  await admin.connect()
  try {
    await admin.query(`create database ${template}`)
    const pool = new pg.Pool({ ...address, database: template, max: 2 })
    try {
      await migrate(pool, allMigrations())
    } finally {
      await pool.end()
    }
    await admin.query(`alter database ${template} is_template true allow_connections false`)
  } finally {
    await admin.end()
  }
}

/** Of every module, whichever an instance has: their order is free, as none refers to another's tables. */
function allMigrations(): Migrations[] {
  const modules = new URL('../src/modules/', import.meta.url)
  const folders = readdirSync(modules)
    .sort()
    .map((name) => ({ name, folder: new URL(`${name}/migrations/`, modules) }))
  const platform = { name: 'platform', folder: new URL('../src/platform/migrations/', import.meta.url) }
  return [platform, ...folders].filter(({ folder }) => existsSync(folder))
}
