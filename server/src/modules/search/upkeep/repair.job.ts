import type { Tx } from '../../../platform/database.ts'
import { sql } from '../../../platform/database.ts'
import { chunkStep, defineJob, skip } from '../../../platform/jobs/job.ts'
import { driftFound } from '../events.ts'
import { digestOfRecord, digestOfStored, type StoredDocument } from '../index/document.ts'
import { documentsOf, dropDocuments, putDocuments } from '../index/write-documents.ts'
import type { SearchContext } from '../search-context.ts'
import { countDrift, findFaults, searchableKinds } from './drift.ts'
import { nextIds, readSubjects } from './read-subjects.ts'
import { emptyIndex } from './rebuild.job.ts'

const mostRepaired = 500
const keptDays = 90

const readStored = (tx: Tx, ids: string[]) =>
  tx.many<StoredDocument & { digest: string }>(sql`
    select id, kind, variant, container_id, author_id, audience, status, listed, language, category_path, tags, version,
      created_at, updated_at, facets, title, body, encode(digest, 'hex') as digest
    from search.documents where index = (select number from search.indexes where state = 'live') and id = any(${ids})`)

/** Every subject is read and compared with its document, text and all; what differs is written anew, told and counted. */
export function repairJob(context: SearchContext) {
  const { platform } = context

  async function mend(tx: Tx, ids: string[]): Promise<void> {
    const documents = documentsOf(await readSubjects(platform, tx, ids))
    const living = new Set(documents.map(({ id }) => id))
    await putDocuments(tx, documents)
    await dropDocuments(
      tx,
      ids.filter((id) => !living.has(id)),
    )
  }
  const hold = (tx: Tx, ids: string[]) =>
    tx.run(sql`select from platform.subjects where id = any(${ids}) order by id for share`)

  return defineJob({
    name: 'search.repair',
    title: { ko: '검색 색인 대조하고 고치기', en: 'Compare the search index and repair it' },
    schedule: '40 4 * * *',
    steps: [
      {
        name: 'rows',
        async run(tx) {
          const drift = await countDrift(tx, searchableKinds(platform))
          const { missing, stale, orphan, wrongAudience } = drift
          if (missing + stale + orphan + wrongAudience === 0) return undefined
          const ids = (await findFaults(tx, searchableKinds(platform), 'live', mostRepaired)).map(({ id }) => id)
          await hold(tx, ids)
          await mend(tx, ids)
          tx.publish(driftFound, 'search', { missing, stale, orphan, wrongAudience })
          return { written: ids.length, more: ids.length === mostRepaired }
        },
      },
      chunkStep<unknown, string, string, string>({
        name: 'texts',
        read: (_run, checkpoint, limit) => nextIds(platform, searchableKinds(platform), checkpoint, limit),
        keyOf: (id) => id,
        async write(tx, ids, { logger }) {
          await hold(tx, ids)
          const stored = new Map((await readStored(tx, ids)).map((document) => [document.id, document]))
          const records = (await readSubjects(platform, tx, ids)).filter(({ state }) => state === 'living')
          const stale = new Set(
            records
              .filter((record) => {
                const document = stored.get(record.id)
                const digest = digestOfRecord(record.kind, record)
                return !document || document.digest !== digest || digestOfStored(document) !== digest
              })
              .map(({ id }) => id),
          )
          if (stale.size > 0) {
            logger.warn({ subjects: [...stale] }, 'search documents were stale and have been written anew')
            await mend(tx, [...stale])
          }
          return ids.map((id) => (stale.has(id) ? undefined : skip('equal')))
        },
      }),
      {
        name: 'clear',
        async run(tx) {
          const day = new Date(platform.clock.now().getTime() - keptDays * 86_400_000)
          await tx.run(sql`delete from search.asked where day < ${day}::date`)
          const idle = await tx.one<{ number: number }>(sql`
            select number from search.indexes where state = 'idle' for update`)
          await tx.run(sql`set local lock_timeout = '10s'`)
          if (idle) await emptyIndex(tx, idle.number)
          return undefined
        },
      },
    ],
  })
}
