import { Type } from 'typebox'
import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/problems.ts'
import { Fields, Id, OneOf, PageOf, pageQuery } from '../../kernel/schema.ts'
import { route } from '../../module.ts'
import type { RunDetails } from '../../platform/jobs/console.ts'
import { jobNotRestartable, jobRunning } from '../../platform/jobs/problems.ts'
import type { Platform } from '../../platform/platform.ts'
import { JobView, jobView, RunDetailsView, RunItemView, RunView, runStates } from './job-views.ts'

const access = { role: 'admin' } as const
const runPath = '/api/ops/jobs/runs/:id'
const params = Fields({ id: Id('run') })

/** What an operator does to a run leaves an audit row. */
const audited = async (platform: Platform, actor: Actor, act: string, change: () => Promise<RunDetails>) => {
  const run = await change()
  await platform.db.transact((tx) =>
    platform.audit.write(tx, actor, {
      act: `ops.job-${act}`,
      target: run.id,
      after: { job: run.job, state: run.state },
    }),
  )
  return run
}

export const jobRoutes = (platform: Platform) => [
  route({
    method: 'GET',
    path: '/api/ops/jobs',
    access,
    summary: 'Every job with its schedule and last run',
    answers: { 200: Type.Object({ items: Type.Array(JobView) }) },
    handle: async ({ actor }) => ({ items: (await platform.jobs.list()).map((job) => jobView(job, actor.locale)) }),
  }),
  route({
    method: 'GET',
    path: '/api/ops/jobs/runs',
    access,
    summary: 'Runs, newest first',
    query: Fields({
      ...pageQuery,
      job: Type.Optional(Type.String({ maxLength: 100 })),
      state: Type.Optional(OneOf(runStates)),
    }),
    answers: { 200: PageOf(RunView) },
    handle: ({ query }) => platform.jobs.runs(query),
  }),
  route({
    method: 'POST',
    path: '/api/ops/jobs/:job/runs',
    access,
    summary: 'Run a job now',
    params: Fields({ job: Type.String({ maxLength: 100 }) }),
    body: Fields({ parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown())) }),
    answers: { 201: RunDetailsView },
    refuses: [notFound, jobRunning],
    handle: ({ actor, params: { job }, body }) =>
      audited(platform, actor, 'started', () => platform.jobs.run(job, body.parameters ?? {}, actor.id)),
  }),
  route({
    method: 'GET',
    path: runPath,
    access,
    summary: 'A run with its steps, counts and rate',
    params,
    answers: { 200: RunDetailsView },
    refuses: [notFound],
    handle: ({ params: { id } }) => platform.jobs.inspect(id),
  }),
  route({
    method: 'GET',
    path: `${runPath}/items`,
    access,
    summary: 'What a run skipped and what failed, and why',
    params,
    query: Fields(pageQuery),
    answers: { 200: PageOf(RunItemView) },
    refuses: [notFound],
    handle: ({ params: { id }, query }) => platform.jobs.items(id, query),
  }),
  route({
    method: 'DELETE',
    path: runPath,
    access,
    summary: 'Stop a run at its next chunk',
    params,
    answers: { 202: RunDetailsView },
    refuses: [notFound],
    handle: ({ actor, params: { id } }) => audited(platform, actor, 'stopped', () => platform.jobs.stopRun(id)),
  }),
  route({
    method: 'POST',
    path: `${runPath}/restarts`,
    access,
    summary: 'A stopped or failed run goes on where it was',
    params,
    answers: { 201: RunDetailsView },
    refuses: [notFound, jobRunning, jobNotRestartable],
    handle: ({ actor, params: { id } }) => audited(platform, actor, 'restarted', () => platform.jobs.restartRun(id)),
  }),
  route({
    method: 'POST',
    path: `${runPath}/abandonment`,
    access,
    summary: 'A stopped or failed run is given up for good',
    params,
    answers: { 201: RunDetailsView },
    refuses: [notFound, jobRunning, jobNotRestartable],
    handle: ({ actor, params: { id } }) => audited(platform, actor, 'abandoned', () => platform.jobs.abandonRun(id)),
  }),
]
