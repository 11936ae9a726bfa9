import { systemClock } from '../../server/src/kernel/clock.ts'
import { createEngine } from '../../server/src/modules/search/find/engine.ts'
import { wideLimits } from '../../server/src/modules/search/find/match.ts'
import { createReading } from '../../server/src/modules/search/find/reading.ts'
import { createCorpus } from '../../server/src/modules/search/index/corpus.ts'
import { documentOf } from '../../server/src/modules/search/index/document.ts'
import { foldChanges } from '../../server/src/modules/search/index/fold-changes.ts'
import { putDocuments } from '../../server/src/modules/search/index/write-documents.ts'
import { parseQuery } from '../../server/src/modules/search/text/query.ts'
import { createDatabase, createPool, type DatabaseAddress, sql } from '../../server/src/platform/database.ts'
import { migrate } from '../../server/src/platform/migrate.ts'
import type { SubjectKind, SubjectRecord } from '../../server/src/platform/subjects/subject-kind.ts'
import { upsertSubjects } from '../../server/src/platform/subjects/upsert-subjects.ts'

const kind: SubjectKind = {
  kind: 'post',
  prefix: 'pst',
  name: { ko: '글', en: 'Post' },
  link: ({ id }) => `/posts/${id}`,
  read: async () => [],
  ids: async () => [],
  comments: false,
  reactions: [],
  bookmarks: false,
  searchable: true,
}

export interface FixtureDocument {
  id: string
  title: string
  body: string
  tags?: string[]
}

/** The search index alone on an empty database: real tables, real queries, no HTTP. */
export async function searchFixture(address: DatabaseAddress, fewDocuments = wideLimits.fewDocuments) {
  const pool = createPool(address)
  const modules = new URL('../../server/src/', import.meta.url)
  await migrate(pool, [
    { name: 'platform', folder: new URL('platform/migrations/', modules) },
    { name: 'search', folder: new URL('modules/search/migrations/', modules) },
  ])
  const db = createDatabase(pool)
  const corpus = createCorpus(db)
  const engine = createEngine({
    corpus,
    reading: createReading(pool),
    clock: systemClock,
    limits: { ...wideLimits, fewDocuments },
  })
  const at = new Date()

  const recordOf = (document: FixtureDocument, n: number): SubjectRecord => ({
    id: document.id,
    authorId: null,
    audience: ['public'],
    state: 'living',
    version: 1,
    title: document.title,
    text: document.body,
    tags: document.tags ?? [],
    createdAt: new Date(at.getTime() - n * 1000),
    updatedAt: at,
  })

  return {
    db,
    async put(documents: FixtureDocument[]) {
      for (let from = 0; from < documents.length; from += 500) {
        const records = documents.slice(from, from + 500).map((document, i) => recordOf(document, from + i))
        await db.transact(async (tx) => {
          await upsertSubjects(
            tx,
            kind,
            records.map((record) => ({ ...record, excerpt: '' })),
          )
          await putDocuments(
            tx,
            records.map((record) => documentOf(kind, record)),
          )
        })
        while ((await foldChanges(db)) > 0);
      }
      await db.run(sql`analyze search.documents`)
    },
    async find(text: string) {
      const found = await engine.find({
        query: parseQuery(text),
        field: 'both',
        facets: true,
        narrowing: {
          audiences: ['public'],
          filters: { board: [], category: [], tag: [], author: [], status: [] },
          kinds: [],
          timezone: 'Asia/Seoul',
        },
      })
      return found.ranked.slice(0, 10).map(({ id }) => id)
    },
    close: () => pool.end(),
  }
}
