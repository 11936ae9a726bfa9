import { type Queryable, sql, type Tx } from '../database.ts'
import { jobFenced } from './problems.ts'

export type RunState = 'READY' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'FAILED' | 'ABANDONED'
export type StepState = 'READY' | 'RUNNING' | 'COMPLETED' | 'FAILED'

/** A run that this process holds: whoever has a higher fence has taken it over. */
export interface Claim {
  id: string
  job: string
  parameters: unknown
  scheduledFor: Date | null
  state: RunState
  attempt: number
  fence: number
  /** Owners that were lost since the last chunk was stored. */
  crashes: number
}

export interface StepRow {
  number: number
  name: string
  state: StepState
  checkpoint: unknown
  failed: number
}

const claimed = sql`id, job, parameters, scheduled_for "scheduledFor", state, attempt, fence, crashes`

/** Takes the oldest run that is ready, or whose owner's lease is over. */
export function claimRun(
  db: Queryable,
  o: { owner: string; jobs: string[]; leaseMs: number; now: Date },
): Promise<Claim | undefined> {
  return db.one<Claim>(sql`
    update jobs.run set lease_owner = ${o.owner}, lease_until = now() + ${o.leaseMs}::int * interval '1 ms',
      fence = fence + 1, attempt = attempt + 1, error = null, ended_at = null,
      crashes = case state when 'READY' then 0 else crashes + 1 end,
      started_at = coalesce(started_at, ${o.now}::timestamptz),
      state = case state when 'STOPPING' then state else 'RUNNING' end
    where id = (
      select id from jobs.run
      where (state = 'READY' or state in ('RUNNING', 'STOPPING') and lease_until < now()) and job = any(${o.jobs}::text[])
      order by created_at, id limit 1 for update skip locked)
    returning ${claimed}`)
}

/** Extends the lease and answers the state. Refuses with `ops-job-fenced` when the run was taken over. */
export async function renewLease(db: Queryable, claim: Claim, leaseMs: number, advances = false): Promise<RunState> {
  const row = await db.one<{ state: RunState }>(sql`
    update jobs.run set lease_until = clock_timestamp() + ${leaseMs}::int * interval '1 ms',
      crashes = case when ${advances} then 0 else crashes end
    where id = ${claim.id} and fence = ${claim.fence} and state in ('RUNNING', 'STOPPING') returning state`)
  if (!row) throw jobFenced()
  return row.state
}

/**
 * First in a chunk's transaction: no other owner can come in between before it ends. A process that is frozen meanwhile
 * loses its session, and with it this hold.
 */
export async function holdFence(tx: Tx, claim: Claim, leaseMs: number, advances: boolean): Promise<RunState> {
  await tx.run(sql`select set_config('idle_in_transaction_session_timeout', ${String(leaseMs)}, true)`)
  return renewLease(tx, claim, leaseMs, advances)
}

/** Lets others take the run at once: this process ends. */
export async function releaseLease(db: Queryable, claim: Claim): Promise<void> {
  await db.run(sql`
    update jobs.run set state = case state when 'RUNNING' then 'READY' else state end, lease_until = now()
    where id = ${claim.id} and fence = ${claim.fence} and state in ('RUNNING', 'STOPPING')`)
}

export async function endRun(
  tx: Queryable,
  claim: Claim,
  o: { state: RunState; error: string | null; now: Date },
): Promise<void> {
  const ended = await tx.run(sql`
    update jobs.run set state = ${o.state}, error = ${o.error}, ended_at = ${o.now}, lease_owner = null, lease_until = null
    where id = ${claim.id} and fence = ${claim.fence} and state in ('RUNNING', 'STOPPING')`)
  if (!ended) throw jobFenced()
}

/** The rows of the steps, made at the first attempt; a failed step is taken up again. */
export async function openSteps(tx: Tx, runId: string, names: string[]): Promise<StepRow[]> {
  await tx.run(sql`
    insert into jobs.step (run_id, number, name, state)
    select ${runId}, n, name, 'READY' from unnest(${names}::text[]) with ordinality s (name, n) on conflict do nothing`)
  await tx.run(sql`update jobs.step set state = 'READY', error = null, ended_at = null
    where run_id = ${runId} and state = 'FAILED'`)
  return tx.many<StepRow>(sql`
    select number, name, state, checkpoint, failed from jobs.step where run_id = ${runId} order by number`)
}

export async function startStep(
  tx: Queryable,
  o: { runId: string; number: number; total: number | null; now: Date },
): Promise<void> {
  await tx.run(sql`
    update jobs.step set state = 'RUNNING', total = coalesce(${o.total}, total), started_at = coalesce(started_at, ${o.now}::timestamptz)
    where run_id = ${o.runId} and number = ${o.number}`)
}

export interface ChunkCounts {
  read: number
  written: number
  skipped: number
  failed: number
  retries: number
}

export async function advanceStep(
  tx: Queryable,
  o: ChunkCounts & {
    runId: string
    number: number
    checkpoint: unknown
    state: StepState
    error: string | null
    now: Date
  },
): Promise<void> {
  await tx.run(sql`
    update jobs.step set checkpoint = ${JSON.stringify(o.checkpoint ?? null)}::jsonb, read = read + ${o.read},
      written = written + ${o.written}, skipped = skipped + ${o.skipped}, failed = failed + ${o.failed},
      retries = retries + ${o.retries}, state = ${o.state}, error = ${o.error},
      ended_at = case when ${o.state} = 'RUNNING' then null else ${o.now}::timestamptz end
    where run_id = ${o.runId} and number = ${o.number}`)
}

export async function failStep(
  tx: Queryable,
  o: { runId: string; number: number; error: string; now: Date },
): Promise<void> {
  await tx.run(sql`update jobs.step set state = 'FAILED', error = ${o.error}, ended_at = ${o.now}
    where run_id = ${o.runId} and number = ${o.number}`)
}

export interface ItemOutcome {
  key: string
  outcome: 'skipped' | 'failed'
  reason: string
  excerpt: string
}

const mostSkippedNoted = 1000

/** Every failed item is noted; of the skipped ones the first thousand a step, as a second import skips everything. */
export async function noteItems(tx: Queryable, runId: string, step: string, items: ItemOutcome[]): Promise<void> {
  if (!items.length) return
  await tx.run(sql`
    insert into jobs.item (run_id, step, key, outcome, reason, excerpt)
    select ${runId}, ${step}, i.* from unnest(${items.map((i) => i.key)}::text[], ${items.map((i) => i.outcome)}::text[],
      ${items.map((i) => i.reason)}::text[], ${items.map((i) => i.excerpt)}::text[]) i (key, outcome, reason, excerpt)
    where i.outcome = 'failed' or (select count(*) from jobs.item
      where run_id = ${runId} and step = ${step} and outcome = 'skipped') < ${mostSkippedNoted}
    on conflict (run_id, step, key) do update
      set outcome = excluded.outcome, reason = excluded.reason, excerpt = excluded.excerpt`)
}
