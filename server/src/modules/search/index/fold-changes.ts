import { type Database, sql, type Tx } from '../../../platform/database.ts'
import { hashesIn, lengthOf } from '../text/pack.ts'
import { addTo, bucketOf } from './frequencies.ts'

interface Change {
  n: number
  index: number
  removed: string | null
  added: string | null
  words: string[] | null
  headWords: string[] | null
}

const lockKey = 7_003_001
const mostAtOnce = 1000

/**
 * Adds up to a thousand noted changes of one index to its frequencies, word list and length, in one transaction; answers
 * how many. 0: none waits, or another process is at it. What is killed is folded by the next call.
 */
export const foldChanges = (db: Database): Promise<number> =>
  db.transact(async (tx) => {
    const lock = await tx.one<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(${lockKey}) as free`)
    if (!lock?.free) return 0
    const changes = await tx.many<Change>(sql`
      select n, index, removed, added, words, head_words as "headWords" from search.changes
      where index = (select index from search.changes order by n limit 1) order by n limit ${mostAtOnce}`)
    const [first] = changes
    if (!first) return 0
    const version = await foldTotals(tx, first.index, changes)
    await foldFrequencies(tx, first.index, version, changes)
    await foldWords(tx, first.index, version, changes)
    await tx.run(sql`delete from search.changes where n = any(${changes.map(({ n }) => n)})`)
    return changes.length
  })

const lengthIn = (text: string | null) => (text ? lengthOf({ text, at: 0 }) : 0)

async function foldTotals(tx: Tx, index: number, changes: Change[]): Promise<number> {
  let documents = 0
  let length = 0
  for (const { removed, added } of changes) {
    documents += (added ? 1 : 0) - (removed ? 1 : 0)
    length += lengthIn(added) - lengthIn(removed)
  }
  const row = await tx.one<{ version: number }>(sql`
    update search.indexes set documents = greatest(0, documents + ${documents}),
      length = greatest(0, length + ${length}), version = version + 1
    where number = ${index} returning version`)
  return row?.version ?? 0
}

async function foldFrequencies(tx: Tx, index: number, version: number, changes: Change[]): Promise<void> {
  const differences = new Map<number, Map<number, number>>()
  const count = (text: string | null, by: number) => {
    if (!text) return
    for (const hash of hashesIn({ text, at: 0 })) {
      const bucket = bucketOf(hash)
      const own = differences.get(bucket) ?? new Map<number, number>()
      differences.set(bucket, own.set(hash, (own.get(hash) ?? 0) + by))
    }
  }
  for (const { removed, added } of changes) {
    count(removed, -1)
    count(added, 1)
  }
  const buckets = await tx.many<{ bucket: number; entries: Buffer }>(sql`
    select bucket, entries from search.frequencies where index = ${index} and bucket = any(${[...differences.keys()]})`)
  const known = new Map(buckets.map(({ bucket, entries }) => [bucket, entries]))
  const folded = [...differences].map(([bucket, own]) => ({
    bucket,
    entries: addTo(known.get(bucket) ?? Buffer.alloc(0), own).toString('base64'),
  }))
  await tx.run(sql`
    insert into search.frequencies (index, bucket, version, entries)
    select ${index}, bucket, ${version}, decode(entries, 'base64')
    from jsonb_to_recordset(${JSON.stringify(folded)}::jsonb) as f(bucket smallint, entries text)
    on conflict (index, bucket) do update set version = excluded.version, entries = excluded.entries`)
}

async function foldWords(tx: Tx, index: number, version: number, changes: Change[]): Promise<void> {
  const counts = new Map<string, { word: string; head: number; documents: number }>()
  const count = (words: string[] | null, head: number) => {
    for (const word of words ?? []) {
      const own = counts.get(word) ?? { word, head: 0, documents: 0 }
      own.head += head
      own.documents += 1
      counts.set(word, own)
    }
  }
  for (const { words, headWords } of changes) {
    count(words, 0)
    count(headWords, 1)
  }
  if (counts.size === 0) return
  await tx.run(sql`
    insert into search.words (index, word, head, documents, version)
    select ${index}, word, head, documents, ${version}
    from jsonb_to_recordset(${JSON.stringify([...counts.values()])}::jsonb) as w(word text, head integer, documents integer)
    on conflict (index, word) do update set head = words.head + excluded.head,
      documents = words.documents + excluded.documents, version = excluded.version`)
}
