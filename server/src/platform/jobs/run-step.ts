import type { Tx } from '../database.ts'
import { type ChunkStep, type JobRun, type PlainStep, Skipped, type Step } from './job.ts'
import { patiently } from './passing-fault.ts'
import { countsOf, outcomeOf, type Prepared, writeChunk } from './run-chunk.ts'
import { advanceStep, type ChunkCounts, noteItems, type RunState, type StepRow, type StepState } from './run-store.ts'

export interface StepContext {
  run: JobRun
  now(): Date
  /** The transaction of a chunk; it begins by holding the fence. */
  chunk<T>(work: (tx: Tx, state: RunState) => Promise<T>): Promise<T>
  /** Tells live screens, now and then. */
  progress(tx: Tx): void
  retryDelaysMs: readonly number[]
  chunkSize: number
  mostFailures: number
  wait(ms: number): Promise<void>
}

/** How a step ended: `stopped` is at a chunk's border, on request; `too-many-failed` too. */
export type StepEnd = 'completed' | 'stopped' | 'too-many-failed'

const isChunked = (step: Step): step is ChunkStep => 'read' in step

export const runStep = (context: StepContext, step: Step, row: StepRow): Promise<StepEnd> =>
  isChunked(step) ? runChunks(context, step, row) : runPlain(context, step, row)

interface Saved {
  counts: ChunkCounts
  checkpoint: unknown
  state: StepState
  error: string | null
}

async function save(context: StepContext, tx: Tx, row: StepRow, saved: Saved): Promise<void> {
  const { counts, ...rest } = saved
  await advanceStep(tx, { ...counts, ...rest, runId: context.run.id, number: row.number, now: context.now() })
  context.progress(tx)
}

async function runChunks(context: StepContext, step: ChunkStep, row: StepRow): Promise<StepEnd> {
  const { run } = context
  let { checkpoint } = row
  let failed = 0
  for (;;) {
    let retries = 0
    const trying = <T>(work: () => Promise<T>) =>
      patiently(work, {
        delaysMs: context.retryDelaysMs,
        wait: context.wait,
        signal: run.signal,
        onRetry: () => void retries++,
      })
    let failedNow = failed
    const from = checkpoint
    const limit = step.chunkSize ?? context.chunkSize
    const chunk = await trying(() => step.read(run, from, limit))
    const prepared: Prepared[] = []
    for (const item of chunk.items) prepared.push(await prepare(step, item, run, trying))
    const end = await trying(() =>
      context.chunk(async (tx, runState): Promise<StepEnd | 'on'> => {
        const list = prepared.map((one) => ({ ...one }))
        await writeChunk(tx, step, run, list)
        const counts = countsOf(list, retries)
        const overLimit = failed + counts.failed > (step.mostFailures ?? context.mostFailures)
        await noteItems(
          tx,
          run.id,
          step.name,
          list.flatMap(({ outcome }) => outcome ?? []),
        )
        const state = chunk.done ? 'COMPLETED' : 'RUNNING'
        await save(context, tx, row, { counts, checkpoint: chunk.checkpoint, state, error: null })
        failedNow = failed + counts.failed
        return overLimit ? 'too-many-failed' : chunk.done ? 'completed' : runState === 'STOPPING' ? 'stopped' : 'on'
      }),
    )
    if (end !== 'on') return end
    run.signal.throwIfAborted()
    checkpoint = chunk.checkpoint
    failed = failedNow
  }
}

async function prepare(
  step: ChunkStep,
  item: unknown,
  run: JobRun,
  trying: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Prepared> {
  const { process } = step
  if (!process) return { item, output: item }
  try {
    const output = await trying(() => process.call(step, item, run))
    return output instanceof Skipped ? { item, outcome: outcomeOf(step, item, output) } : { item, output }
  } catch (error) {
    if (run.signal.aborted) throw error
    return { item, outcome: outcomeOf(step, item, { error }) }
  }
}

async function runPlain(context: StepContext, step: PlainStep, row: StepRow): Promise<StepEnd> {
  const { run } = context
  for (;;) {
    let retries = 0
    const end = await patiently(
      async () => {
        const outside = await step.perform?.(run)
        return context.chunk(async (tx, runState): Promise<StepEnd | 'on'> => {
          const result = step.run ? await step.run(tx, run) : outside
          const written = result?.written ?? 0
          const counts = { read: written, written, skipped: 0, failed: 0, retries }
          const state = result?.more ? 'RUNNING' : 'COMPLETED'
          await save(context, tx, row, { counts, checkpoint: null, state, error: null })
          return !result?.more ? 'completed' : runState === 'STOPPING' ? 'stopped' : 'on'
        })
      },
      {
        delaysMs: context.retryDelaysMs,
        wait: context.wait,
        signal: run.signal,
        onRetry: () => void retries++,
      },
    )
    if (end !== 'on') return end
    run.signal.throwIfAborted()
  }
}
