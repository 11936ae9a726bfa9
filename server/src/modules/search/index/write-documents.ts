import { type Sql, sql, type Tx } from '../../../platform/database.ts'
import type { SubjectHook } from '../../../platform/subjects/subject-hook.ts'
import type { SubjectKind, SubjectRecord } from '../../../platform/subjects/subject-kind.ts'
import { documentOf, type SearchDocument } from './document.ts'

/** Numbers of the indexes that are live or being built: every write goes into both. */
const inUse = sql`(select number from search.indexes where state <> 'idle')`
export const beingBuilt = sql`(select number from search.indexes where state = 'building')`

/** Stores documents in these indexes, and notes what that changes in their frequencies. */
export async function putDocuments(tx: Tx, documents: SearchDocument[], indexes: Sql = inUse): Promise<void> {
  if (documents.length === 0) return
  await tx.run(sql`
    with fresh as (
      select f.*, s.likes, s.views
      from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as f(id text, kind text, variant text,
        container_id text, author_id text, audience text[], status text, listed boolean, language text,
        category_path text[], tags text[], version integer, digest text, created_at timestamptz,
        updated_at timestamptz, facets jsonb, title text, body text, words text, terms text, vocabulary text[],
        head_vocabulary text[])
      join platform.subjects s on s.id = f.id),
    target as (select number from ${indexes} used),
    known as (
      select d.index, d.id, t.terms from search.documents d join search.terms t using (index, number)
      where d.index in ${indexes} and d.id in (select id from fresh)),
    put as (
      insert into search.documents (index, id, kind, variant, container_id, author_id, audience, status, listed,
        language, category_path, tags, version, digest, likes, views, created_at, updated_at, facets, title, body,
        words)
      select t.number, f.id, f.kind, f.variant, f.container_id, f.author_id, f.audience, f.status, f.listed,
        f.language, f.category_path, f.tags, f.version, decode(f.digest, 'hex'), f.likes, f.views, f.created_at,
        f.updated_at, f.facets, f.title, f.body, f.words::tsvector
      from fresh f cross join target t
      on conflict (index, id) do update set kind = excluded.kind, variant = excluded.variant,
        container_id = excluded.container_id, author_id = excluded.author_id, audience = excluded.audience,
        status = excluded.status, listed = excluded.listed, language = excluded.language,
        category_path = excluded.category_path, tags = excluded.tags, version = excluded.version,
        digest = excluded.digest, likes = excluded.likes, views = excluded.views, created_at = excluded.created_at,
        updated_at = excluded.updated_at, facets = excluded.facets, title = excluded.title, body = excluded.body,
        words = excluded.words
      returning index, id, number),
    ranking as (
      insert into search.terms (index, number, terms)
      select p.index, p.number, f.terms from put p join fresh f using (id)
      on conflict (index, number) do update set terms = excluded.terms)
    insert into search.changes (index, removed, added, words, head_words)
    select t.number, case when same.unchanged then null else k.terms end,
      case when same.unchanged then null else f.terms end,
      case when k.id is null then f.vocabulary end, case when k.id is null then f.head_vocabulary end
    from fresh f cross join target t left join known k on k.index = t.number and k.id = f.id
      cross join lateral (select k.terms is not distinct from f.terms) as same(unchanged)`)
}

/** Takes subjects out of these indexes. */
export const dropDocuments = (tx: Tx, ids: string[], indexes: Sql = inUse): Promise<number> =>
  tx.run(sql`
    with gone as (
      delete from search.documents where index in ${indexes} and id = any(${ids}) returning index, number),
    ranked as (
      delete from search.terms t using gone g where t.index = g.index and t.number = g.number returning t.index, t.terms)
    insert into search.changes (index, removed) select index, terms from ranked`)

/** The documents of these records: those of living subjects of a kind that can be searched. */
export const documentsOf = (records: (SubjectRecord & { kind: SubjectKind })[]): SearchDocument[] =>
  records
    .filter(({ kind, state }) => kind.searchable && state === 'living')
    .map((record) => documentOf(record.kind, record))

/** The index's part in every write of a subject: living ones stand in it when the writer's transaction commits. */
export const keepDocuments = (written: () => void): SubjectHook => ({
  async written(tx, records) {
    const mine = records.filter(({ kind }) => kind.searchable)
    if (mine.length === 0) return
    const gone = mine.filter(({ state }) => state !== 'living').map(({ id }) => id)
    await putDocuments(tx, documentsOf(mine))
    if (gone.length > 0) await dropDocuments(tx, gone)
    tx.afterCommit(written)
  },
  async counted(tx, id, { likes, views }, changes) {
    if (!changes.likes && !changes.views) return
    await tx.run(sql`
      update search.documents set likes = ${likes}, views = ${views}
      where index in ${inUse} and id = ${id} and (likes <> ${likes} or views <> ${views})`)
  },
})
