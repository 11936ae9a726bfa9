import { sql, type Tx } from '../../../platform/database.ts'
import { chunkStep, defineJob, type PlainStep } from '../../../platform/jobs/job.ts'
import { indexRebuilt } from '../events.ts'
import { beingBuilt, documentsOf, dropDocuments, putDocuments } from '../index/write-documents.ts'
import type { SearchContext } from '../search-context.ts'
import { textForm } from '../text/form.ts'
import { checksumOf, findFaults, searchableKinds } from './drift.ts'
import { nextIds, readSubjects } from './read-subjects.ts'

const mostRepaired = 500

/** Empties the idle place and opens it: from the commit on every write goes into both indexes. */
async function open(tx: Tx): Promise<void> {
  await tx.run(sql`set local lock_timeout = '10s'`)
  const idle = await tx.one<{ number: number }>(sql`
    select number from search.indexes where state <> 'live' order by number limit 1 for update`)
  if (!idle) throw new Error('no place to build an index in')
  await emptyIndex(tx, idle.number)
  await tx.run(sql`
    update search.indexes set state = 'building', form = ${textForm}, documents = 0, length = 0, version = version + 1
    where number = ${idle.number}`)
}

/** Nobody reads it: only the live index is searched. */
export async function emptyIndex(tx: Tx, number: number): Promise<void> {
  await tx.run(
    number === 0 ? sql`truncate search.documents_0, search.terms_0` : sql`truncate search.documents_1, search.terms_1`,
  )
  for (const table of [sql`search.changes`, sql`search.frequencies`, sql`search.words`])
    await tx.run(sql`delete from ${table} where index = ${number}`)
}

/**
 * A new index beside the live one, from what the kinds read, compared with the rows of all subjects and then switched to
 * in one transaction. Killed, it goes on where it was; the live index answers all the while.
 */
export function rebuildJob(context: SearchContext) {
  const { platform, folding } = context

  const fill = chunkStep<unknown, string, string, string>({
    name: 'fill',
    chunkSize: 100,
    read: (_run, checkpoint, limit) => nextIds(platform, searchableKinds(platform), checkpoint, limit),
    keyOf: (id) => id,
    async write(tx, ids) {
      // whoever writes one of these now is waited for; whoever comes later writes into both indexes
      await tx.run(sql`select from platform.subjects where id = any(${ids}) order by id for share`)
      await putDocuments(tx, documentsOf(await readSubjects(platform, tx, ids)), beingBuilt)
      return undefined
    },
  })

  /** Writes that began before the place was open are only in the live index. */
  const catchUp: PlainStep = {
    name: 'catch-up',
    async run(tx) {
      const faulty = await findFaults(tx, searchableKinds(platform), 'building', mostRepaired)
      const ids = faulty.map(({ id }) => id)
      await tx.run(sql`select from platform.subjects where id = any(${ids}) order by id for share`)
      const documents = documentsOf(await readSubjects(platform, tx, ids))
      const living = new Set(documents.map(({ id }) => id))
      await putDocuments(tx, documents, beingBuilt)
      await dropDocuments(
        tx,
        ids.filter((id) => !living.has(id)),
        beingBuilt,
      )
      return { written: ids.length, more: faulty.length === mostRepaired }
    },
  }

  const fold: PlainStep = {
    name: 'fold',
    async perform() {
      await folding.now()
      return undefined
    },
  }

  const switchOver: PlainStep = {
    name: 'switch',
    async run(tx) {
      // waits for every writer in flight and keeps others out for the moment that comparing takes
      await tx.run(sql`set local lock_timeout = '10s'`)
      await tx.run(sql`lock table search.documents in share mode`)
      const [first] = await findFaults(tx, searchableKinds(platform), 'building', 1)
      if (first) throw new Error(`the new index is not equal to the database yet: ${first.id} is ${first.fault}`)
      await tx.run(sql`update search.indexes set state = 'idle' where state = 'live'`)
      await tx.run(sql`update search.indexes set state = 'live' where state = 'building'`)
      const sum = await checksumOf(tx, 'live')
      tx.publish(indexRebuilt, 'search', sum)
      return { written: sum.documents }
    },
  }

  return defineJob({
    name: 'search.rebuild',
    title: { ko: '검색 색인 새로 만들기', en: 'Rebuild the search index' },
    steps: [
      {
        name: 'open',
        async run(tx) {
          await open(tx)
          return undefined
        },
      },
      fill,
      catchUp,
      fold,
      switchOver,
    ],
  })
}
