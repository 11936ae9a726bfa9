import type { TSchema } from 'typebox'
import { decodeCursor, type Page, pageOf } from '../../kernel/page.ts'
import type { Words } from '../../kernel/problem.ts'
import { notFound } from '../../kernel/problems.ts'
import { type Queryable, sql } from '../database.ts'
import type { RunState, StepState } from './run-store.ts'

export interface RunSummary {
  id: string
  job: string
  state: RunState
  parameters: unknown
  scheduledFor: Date | null
  requestedBy: string
  attempt: number
  error: string | null
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

export interface StepSummary {
  name: string
  state: StepState
  total: number | null
  read: number
  written: number
  skipped: number
  failed: number
  retries: number
  error: string | null
  startedAt: Date | null
  endedAt: Date | null
  /** Items a second since it began. */
  rate: number
}

export interface RunDetails extends RunSummary {
  steps: StepSummary[]
}

export interface ItemSummary {
  step: string
  key: string
  outcome: 'skipped' | 'failed'
  reason: string
  excerpt: string
}

export interface JobSummary {
  name: string
  title: Words
  schedule: string | null
  nextAt: Date | null
  parameters: TSchema | null
  lastRun: RunSummary | null
  /** Ticks of the last week that came while the job still ran. */
  skippedTicks: number
}

const columns = sql`id, job, state, parameters, scheduled_for "scheduledFor", requested_by "requestedBy", attempt, error,
  created_at "createdAt", started_at "startedAt", ended_at "endedAt"`

export async function listRuns(
  db: Queryable,
  { job, state, after, limit = 20 }: { job?: string; state?: RunState; after?: string; limit?: number },
): Promise<Page<RunSummary>> {
  const [at, id] = decodeCursor(after, 2) ?? [null, null]
  const rows = await db.many<RunSummary>(sql`
    select ${columns} from jobs.run
    where (${job ?? null}::text is null or job = ${job ?? null}) and (${state ?? null}::text is null or state = ${state ?? null})
      and (${at}::text is null or (created_at, id) < (${at}::text::timestamptz, ${id}))
    order by created_at desc, id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (last) => [last.createdAt.toISOString(), last.id])
}

/** Refuses `not-found`. */
export async function readRun(db: Queryable, id: string, now: Date): Promise<RunDetails> {
  const run = await db.one<RunSummary>(sql`select ${columns} from jobs.run where id = ${id}`)
  if (!run) throw notFound()
  const steps = await db.many<Omit<StepSummary, 'rate'>>(sql`
    select name, state, total, read, written, skipped, failed, retries, error, started_at "startedAt", ended_at "endedAt"
    from jobs.step where run_id = ${id} order by number`)
  return { ...run, steps: steps.map((step) => ({ ...step, rate: rateOf(step, now) })) }
}

function rateOf({ read, startedAt, endedAt }: Omit<StepSummary, 'rate'>, now: Date): number {
  if (!startedAt) return 0
  const seconds = ((endedAt ?? now).getTime() - startedAt.getTime()) / 1000
  return seconds > 0 ? Math.round((10 * read) / seconds) / 10 : read
}

/** Failed items before skipped ones, then by step and key. */
export async function listItems(
  db: Queryable,
  id: string,
  { after, limit = 20 }: { after?: string; limit?: number },
): Promise<Page<ItemSummary>> {
  const [outcome, step, key] = decodeCursor(after, 3) ?? [null, null, null]
  const rows = await db.many<ItemSummary>(sql`
    select step, key, outcome, reason, excerpt from jobs.item
    where run_id = ${id} and (${outcome}::text is null or (outcome, step, key) > (${outcome}, ${step}, ${key}))
    order by outcome, step, key limit ${limit + 1}`)
  return pageOf(rows, limit, (last) => [last.outcome, last.step, last.key])
}

/** The newest run of each job, and how many ticks were skipped in a week. */
export async function lastRuns(
  db: Queryable,
  jobs: string[],
  now: Date,
): Promise<Map<string, { run: RunSummary | null; skippedTicks: number }>> {
  const rows = await db.many<RunSummary & { name: string; skippedTicks: number }>(sql`
    select j.name, r.*, (select count(*) from jobs.tick t
      where t.job = j.name and t.run_id is null and t.scheduled_for > ${now}::timestamptz - interval '7 days') "skippedTicks"
    from unnest(${jobs}::text[]) j (name) left join lateral (
      select ${columns} from jobs.run where job = j.name order by created_at desc, id desc limit 1
    ) r on true`)
  return new Map(
    rows.map(({ name, skippedTicks, ...run }) => [name, { run: run.id === null ? null : run, skippedTicks }]),
  )
}
