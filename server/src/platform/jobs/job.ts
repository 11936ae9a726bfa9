import type { Logger } from 'pino'
import type { Static, TSchema } from 'typebox'
import type { Words } from '../../kernel/problem.ts'
import type { Tx } from '../database.ts'

/** What a step knows of the run that it belongs to. */
export interface JobRun<P = unknown> {
  readonly id: string
  readonly parameters: P
  /** The tick that it was made for; null when somebody asked for it. */
  readonly scheduledFor: Date | null
  /** 1 at first; one more after each restart or take-over. */
  readonly attempt: number
  /** Aborted when the run is to stop, the lease is lost or the process ends: give up waiting, throw. */
  readonly signal: AbortSignal
  readonly logger: Logger
}

/** Read and understood, and nothing to be done: unchanged, seen already. */
export class Skipped {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}
export const skip = (reason: string): Skipped => new Skipped(reason)

export interface Chunk<I, C> {
  items: I[]
  /** Where the next chunk begins. JSON, at most 64 KB. */
  checkpoint: C
  /** Nothing comes after these. */
  done: boolean
}

/**
 * Work in chunks: rows, checkpoint and counts of a chunk commit together, so that a killed run goes on behind the last
 * whole chunk. Writes go by natural key (`on conflict`), as a chunk that did not commit is done again.
 */
export interface ChunkStep<P = unknown, I = unknown, O = unknown, C = unknown> {
  name: string
  /** Items a chunk; 50 unless told. */
  chunkSize?: number
  /** More failed items than this in one attempt fail the step; 100 unless told. */
  mostFailures?: number
  /** How many items there will be, for the progress bar. */
  total?(run: JobRun<P>): Promise<number>
  /** Up to `limit` items behind the checkpoint (null at the start). Outside any transaction; passing faults are tried again. */
  read(run: JobRun<P>, checkpoint: C | null, limit: number): Promise<Chunk<I, C>>
  /** The item's natural key, for the list of skipped and failed ones. */
  keyOf(item: I): string
  /** Slow work on one item, outside any transaction. A throw fails this item alone. */
  process?(item: I, run: JobRun<P>): Promise<O | Skipped>
  /**
   * Stores a chunk. When it throws, its items are stored one by one and those that throw again fail alone. It may answer
   * an entry an item, in order: a `Skipped` where there was nothing to write.
   */
  write(tx: Tx, items: O[], run: JobRun<P>): Promise<(Skipped | undefined)[] | undefined>
}

/** What a chunk of a plain step did; `more` asks for another chunk. */
export interface PlainResult {
  written?: number
  more?: boolean
}

/** Work without items: in one transaction (`run`), or outside of any and safe to repeat (`perform`). */
export interface PlainStep<P = unknown> {
  name: string
  run?(tx: Tx, run: JobRun<P>): Promise<PlainResult | undefined>
  perform?(run: JobRun<P>): Promise<PlainResult | undefined>
}

export type Step<P = unknown> = ChunkStep<P> | PlainStep<P>

export interface Job {
  /** `<module>.<what-it-does>` */
  readonly name: string
  readonly title: Words
  /** Cron, in the instance's zone; with six fields the first is seconds. */
  readonly schedule?: string
  readonly parameters?: TSchema
  readonly steps: readonly Step[]
}

/** Declares a chunk step with its item types inferred. */
export const chunkStep = <P = unknown, I = unknown, O = I, C = unknown>(step: ChunkStep<P, I, O, C>): Step<P> =>
  step as Step<P>

interface Declaration<S extends TSchema> {
  name: string
  title: Words
  schedule?: string
  /** Schema of what an operator may give; scheduled runs get `{}`. */
  parameters?: S
  /** The steps in order; each is complete before the next. */
  steps?: Step<Static<S>>[]
  /** Instead of steps: one transaction, once (or as long as it answers `more`). */
  run?(tx: Tx, run: JobRun<Static<S>>): Promise<PlainResult | undefined>
  /** Instead of steps: work outside a transaction that is safe to repeat. */
  perform?(run: JobRun<Static<S>>): Promise<PlainResult | undefined>
}

/** Declares a job. Runs once over all processes, survives kill −9 by itself, is listed and runnable by an operator. */
export function defineJob<S extends TSchema = TSchema>(declaration: Declaration<S>): Job {
  const { name, title, schedule, parameters, run, perform } = declaration
  const plain = { name: 'all', ...(run ? { run } : {}), ...(perform ? { perform } : {}) }
  const steps = declaration.steps ?? [plain]
  return {
    ...{ name, title, steps: steps as Step[] },
    ...(schedule ? { schedule } : {}),
    ...(parameters ? { parameters } : {}),
  }
}
