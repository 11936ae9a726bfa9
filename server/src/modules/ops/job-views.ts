import { Type } from 'typebox'
import type { Locale } from '../../kernel/problem.ts'
import { Nullable, OneOf, Time } from '../../kernel/schema.ts'
import type { JobSummary } from '../../platform/jobs/console.ts'

export const runStates = ['READY', 'RUNNING', 'STOPPING', 'STOPPED', 'COMPLETED', 'FAILED', 'ABANDONED'] as const

const run = {
  id: Type.String(),
  job: Type.String(),
  state: OneOf(runStates),
  parameters: Type.Unknown(),
  scheduledFor: Nullable(Time),
  requestedBy: Type.String(),
  attempt: Type.Integer(),
  error: Nullable(Type.String()),
  createdAt: Time,
  startedAt: Nullable(Time),
  endedAt: Nullable(Time),
}

export const RunView = Type.Object(run)

export const RunDetailsView = Type.Object({
  ...run,
  steps: Type.Array(
    Type.Object({
      name: Type.String(),
      state: Type.String(),
      total: Nullable(Type.Integer()),
      read: Type.Integer(),
      written: Type.Integer(),
      skipped: Type.Integer(),
      failed: Type.Integer(),
      retries: Type.Integer(),
      error: Nullable(Type.String()),
      startedAt: Nullable(Time),
      endedAt: Nullable(Time),
      rate: Type.Number({ description: 'Items a second' }),
    }),
  ),
})

export const RunItemView = Type.Object({
  step: Type.String(),
  key: Type.String(),
  outcome: OneOf(['skipped', 'failed']),
  reason: Type.String(),
  excerpt: Type.String(),
})

export const JobView = Type.Object({
  name: Type.String(),
  title: Type.String(),
  schedule: Nullable(Type.String()),
  nextAt: Nullable(Time),
  parameters: Type.Unknown({ description: 'JSON Schema of what a run takes, or null' }),
  lastRun: Nullable(RunView),
  skippedTicks: Type.Integer(),
})

export const jobView = ({ title, ...job }: JobSummary, locale: Locale) => ({ ...job, title: title[locale] })
