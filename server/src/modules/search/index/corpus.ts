import { type Database, sql } from '../../../platform/database.ts'
import type { CorpusFacts } from '../text/bm25.ts'
import { bucketCount, bucketOf, countOf } from './frequencies.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'

/** What search stands on at this moment, as of a committed state. */
export interface IndexState {
  /** The live index. */
  number: number
  /** Changes with every committed write of a document: an answer stored under it is not stale. */
  generation: string
  /** So many changes are not yet folded into frequencies and words. */
  pending: number
  facts: CorpusFacts
  lexicon: Lexicon
}

interface Row {
  number: number
  documents: number
  length: number
  version: number
  pending: number
}

/** The live index's frequencies and words in memory, brought up after each fold. */
export interface Corpus {
  /** One short query; a second one when a fold has happened since. */
  state(): Promise<IndexState>
}

export function createCorpus(db: Database): Corpus {
  let number = -1
  let version = -1
  let buckets: Buffer[] = []
  let lexicon = createLexicon()
  let loading: Promise<void> | undefined

  async function load(row: Row): Promise<void> {
    const fresh = row.number !== number || row.version < version
    const since = fresh ? -1 : version
    const [frequencies, words] = await Promise.all([
      db.many<{ bucket: number; entries: Buffer }>(sql`
        select bucket, entries from search.frequencies where index = ${row.number} and version > ${since}`),
      lexicon.read(db, row.number, since),
    ])
    const next = fresh ? Array.from({ length: bucketCount }, () => Buffer.alloc(0)) : [...buckets]
    for (const { bucket, entries } of frequencies) next[bucket] = entries
    if (fresh) lexicon = createLexicon()
    lexicon.learn(words)
    buckets = next
    number = row.number
    version = row.version
  }

  return {
    async state() {
      const row = await db.one<Row>(sql`
        select number, documents, length, version,
          (select count(*) from search.changes c where c.index = i.number) as pending
        from search.indexes i where state = 'live'`)
      if (!row) throw new Error('no index is live')
      while (row.number !== number || row.version > version) {
        loading ??= load(row).finally(() => {
          loading = undefined
        })
        await loading
      }
      const own = buckets
      return {
        number: row.number,
        generation: `${row.number}.${row.version}.${row.pending}`,
        pending: row.pending,
        lexicon,
        facts: {
          documents: row.documents,
          meanLength: row.documents > 0 ? row.length / row.documents : 1,
          frequency: (hash) => countOf(own[bucketOf(hash)] ?? Buffer.alloc(0), hash),
        },
      }
    },
  }
}
