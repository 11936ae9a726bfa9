import { Type } from 'typebox'
import { Problem } from '../../../kernel/problem.ts'
import { route } from '../../../module.ts'
import { jobRunning } from '../../../platform/jobs/problems.ts'
import { rebuildRunning } from '../problems.ts'
import type { SearchContext } from '../search-context.ts'
import { checksumOf, countDrift, searchableKinds } from './drift.ts'

const access = { role: 'admin' } as const
const RunView = Type.Object({ runId: Type.String() })

export const upkeepRoutes = (context: SearchContext) => {
  const { platform } = context

  /** Starts a job in the operator's name, audited. Refuses `search-rebuild-running` while one is at it. */
  async function begin(job: string, by: Parameters<typeof platform.audit.write>[1]) {
    try {
      const run = await platform.jobs.run(job, {}, by.id)
      await platform.db.transact((tx) => platform.audit.write(tx, by, { act: `${job}-started`, target: run.id }))
      return { runId: run.id }
    } catch (refused) {
      if (refused instanceof Problem && refused.code === jobRunning().code) throw rebuildRunning()
      throw refused
    }
  }

  return [
    route({
      method: 'POST',
      path: '/api/ops/search/rebuilds',
      access,
      summary: 'Build a new index beside the live one and switch to it',
      answers: { 202: RunView },
      refuses: [rebuildRunning],
      handle: ({ actor }) => begin('search.rebuild', actor),
    }),
    route({
      method: 'GET',
      path: '/api/ops/search/drift',
      access,
      summary: 'Where the index and the database disagree; expected 0',
      answers: {
        200: Type.Object({
          documents: Type.Integer(),
          missing: Type.Integer(),
          stale: Type.Integer(),
          orphan: Type.Integer(),
          wrongAudience: Type.Integer(),
          /** XOR of the documents' SHA-256 digests. */
          checksum: Type.String(),
        }),
      },
      handle: async () => ({
        ...(await countDrift(platform.db, searchableKinds(platform))),
        checksum: (await checksumOf(platform.db, 'live')).checksum,
      }),
    }),
    route({
      method: 'POST',
      path: '/api/ops/search/repairs',
      access,
      summary: 'Compare every text with its document and write anew what differs',
      answers: { 202: RunView },
      refuses: [rebuildRunning],
      handle: ({ actor }) => begin('search.repair', actor),
    }),
  ]
}
