import { type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Clock } from '../../kernel/clock.ts'
import type { Ids } from '../../kernel/id.ts'
import { invalid, notFound } from '../../kernel/problems.ts'
import { type Database, isUniqueViolation, sql, type Tx } from '../database.ts'
import { jobRunChanged } from './events.ts'
import type { Job } from './job.ts'
import { jobNotRestartable, jobRunning } from './problems.ts'
import type { RunState } from './run-store.ts'

interface Store {
  db: Database
  clock: Clock
  ids: Ids
}

const noParameters = Type.Object({}, { additionalProperties: false })

function checked(schema: TSchema, parameters: unknown): unknown {
  const value = Value.Default(schema, parameters ?? {})
  if (Value.Check(schema, value)) return value
  const places = new Set([...Value.Errors(schema, value)].map(({ instancePath }) => `/parameters${instancePath}`))
  throw invalid({ errors: [...places].slice(0, 20).map((at) => ({ at, code: 'invalid' })) })
}

/** JSON with its keys in order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

const active = 'run_active'

export async function createRun({ db, clock, ids }: Store, job: Job | undefined, parameters: unknown, by: string) {
  if (!job) throw notFound()
  const key = canonicalJson(checked(job.parameters ?? noParameters, parameters))
  const id = ids.next('run')
  try {
    await db.transact(async (tx) => {
      await tx.run(sql`
        insert into jobs.run (id, job, parameters, parameters_key, state, requested_by, created_at)
        values (${id}, ${job.name}, ${key}::jsonb, ${key}, 'READY', ${by}, ${clock.now()})`)
      tx.publish(jobRunChanged, id, { job: job.name, state: 'READY' })
    })
    return id
  } catch (error) {
    throw isUniqueViolation(error, active) ? jobRunning() : error
  }
}

interface Held {
  job: string
  state: RunState
}

/** Changes a run's state by what it is now; undefined leaves it. */
async function change({ db, clock }: Store, id: string, next: (held: Held) => RunState | undefined): Promise<void> {
  await db.transact(async (tx: Tx) => {
    const held = await tx.one<Held>(sql`select job, state from jobs.run where id = ${id} for update`)
    if (!held) throw notFound()
    const state = next(held)
    if (!state) return
    const endedAt = state === 'STOPPED' || state === 'ABANDONED' ? clock.now() : null
    await tx.run(sql`update jobs.run set state = ${state}, ended_at = ${endedAt} where id = ${id}`)
    tx.publish(jobRunChanged, id, { job: held.job, state })
  })
}

export const stopRun = (store: Store, id: string): Promise<void> =>
  change(store, id, ({ state }) => (state === 'READY' ? 'STOPPED' : state === 'RUNNING' ? 'STOPPING' : undefined))

const restartable = new Set<RunState>(['STOPPED', 'FAILED'])
const going = new Set<RunState>(['READY', 'RUNNING', 'STOPPING'])

function refuseUnlessEnded({ state }: Held): void {
  if (going.has(state)) throw jobRunning()
  if (!restartable.has(state)) throw jobNotRestartable()
}

export async function restartRun(store: Store, id: string): Promise<void> {
  try {
    await change(store, id, (held) => {
      refuseUnlessEnded(held)
      return 'READY'
    })
  } catch (error) {
    throw isUniqueViolation(error, active) ? jobRunning() : error
  }
}

export const abandonRun = (store: Store, id: string): Promise<void> =>
  change(store, id, (held) => {
    refuseUnlessEnded(held)
    return 'ABANDONED'
  })
