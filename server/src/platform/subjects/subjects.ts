import type { Actor } from '../../kernel/actor.ts'
import { isAdmin, isModerator } from '../../kernel/actor.ts'
import { prefixOf } from '../../kernel/id.ts'
import { plainText } from '../../kernel/plain-text.ts'
import { notFound } from '../../kernel/problems.ts'
import { cut } from '../../kernel/text.ts'
import { type Database, join, type Queryable, raw, type Sql, sql, type Tx } from '../database.ts'
import type { SubjectCounts, SubjectHook } from './subject-hook.ts'
import type { SubjectKind, SubjectRecord, SubjectState } from './subject-kind.ts'
import { upsertSubjects } from './upsert-subjects.ts'

/** The platform's row of a subject: what every list, card and counter reads. */
export interface SubjectRow extends SubjectCounts {
  id: string
  kind: string
  /** What it is among its kind: a post is a `question` or an `archive` entry; null for kinds of one form. */
  variant: string | null
  containerId: string | null
  authorId: string | null
  audience: string[]
  state: SubjectState
  listed: boolean
  locked: boolean
  version: number
  title: string
  excerpt: string
  status: string | null
  tags: string[]
  createdAt: Date
  updatedAt: Date
}

export const subjectColumns =
  raw(`s.id, s.kind, s.variant, s.container_id as "containerId", s.author_id as "authorId", s.audience,
  s.state, s.listed, s.locked, s.version, s.title, s.excerpt, s.status, s.tags, s.created_at as "createdAt",
  s.updated_at as "updatedAt", s.likes, s.dislikes, s.comments, s.bookmarks, s.views`)

export interface Subjects {
  kinds(): SubjectKind[]
  kindNamed(kind: string): SubjectKind | undefined
  /** By the prefix of its id. */
  kindOf(id: string): SubjectKind | undefined
  /**
   * Brings the rows and documents of these subjects up to what their kind reads in this transaction. A use case calls
   * it after its own writes, before its events. `known`: what the kind would read, where the caller has just written it.
   */
  write(tx: Tx, ids: string[], known?: SubjectRecord[]): Promise<void>
  /**
   * Adds to counters; answers the counters as they are after, and what the subject is by now: it holds the row, so nobody
   * closes or deletes it before this transaction ends. The change comes from a row's change, in its transaction.
   */
  count(tx: Tx, id: string, changes: Partial<SubjectCounts>): Promise<Counted>
  /** Every audience word that the actor answers to now, with `as:<id>` for each container that the actor may see. */
  wordsOf(actor: Actor): Promise<string[]>
  /** Condition over `platform.subjects s`: living, and seen by one who has these words. */
  seenBy(words: string[]): Sql
  /** The same for lists that hold comments too: those are seen by whoever sees the subject that they stand in. */
  reachedBy(words: string[]): Sql
  /** Those of these subjects that the actor may see now, in the order of the ids. */
  load(ids: string[], actor: Actor, db?: Queryable): Promise<SubjectRow[]>
  /** The subject, or 404 where it is not there or the actor may not know. */
  find(id: string, actor: Actor, db?: Queryable): Promise<SubjectRow>
  linkOf(subject: { id: string; containerId: string | null }): string
}

export type Counted = SubjectCounts & Pick<SubjectRow, 'state' | 'locked'>

interface Registry {
  db: Database
  kinds: () => SubjectKind[]
  hooks: () => SubjectHook[]
  audiencesOf: (actor: Actor) => Promise<string[]>
  /** Calls back whenever something about a container may have changed, in any process. */
  onContainerChange: (forget: () => void) => void
}

interface Container {
  id: string
  audience: string[]
}

export function createSubjects(registry: Registry): Subjects {
  const { db } = registry
  let containers: Promise<Container[]> | undefined
  const forget = () => {
    containers = undefined
  }
  registry.onContainerChange(forget)

  const prefixes = new Map<string, SubjectKind>()
  function byPrefix(prefix = ''): SubjectKind | undefined {
    const known = prefixes.get(prefix)
    if (known) return known
    const found = registry.kinds().find((kind) => kind.prefix === prefix)
    if (found) prefixes.set(prefix, found)
    return found
  }

  function visibleContainers(): Promise<Container[]> {
    const kinds = registry.kinds().flatMap((kind) => (kind.container ? [kind.kind] : []))
    if (!kinds.length) return Promise.resolve([])
    containers ??= db.many<Container>(
      sql`select id, audience from platform.subjects where kind = any(${kinds}) and state = 'living'`,
    )
    containers.catch(forget)
    return containers
  }

  async function wordsOf(actor: Actor): Promise<string[]> {
    const words = ['public']
    if (actor.kind !== 'guest') {
      words.push('members', `member:${actor.id}`, ...actor.roles.map((role) => `role:${role}`))
      if (isAdmin(actor)) words.push('role:moderator')
      words.push(...(await registry.audiencesOf(actor)))
    }
    const known = new Set(words)
    for (const { id, audience } of await visibleContainers())
      if (isAdmin(actor) || audience.some((word) => known.has(word))) words.push(`as:${id}`)
    return words
  }

  const seenBy = (words: string[]) => sql`s.state = 'living' and s.audience && ${words}`
  const audienceHas = (words: string[]) => sql`
    (s.audience && ${words} or exists (
      select 1 from platform.subjects p
      where p.id = s.container_id and s.audience @> array['as:' || p.id] and p.state = 'living' and p.audience && ${words}))`
  const reachedBy = (words: string[]) => sql`s.state = 'living' and ${audienceHas(words)}`

  async function visibleTo(actor: Actor): Promise<Sql> {
    const words = await wordsOf(actor)
    const hidden = isModerator(actor)
      ? sql`or s.state = 'hidden'`
      : sql`or (s.state = 'hidden' and s.author_id = ${actor.id})`
    return sql`(s.state = 'living' ${hidden}) and ${audienceHas(words)}`
  }

  async function load(ids: string[], actor: Actor, from: Queryable = db): Promise<SubjectRow[]> {
    if (!ids.length) return []
    return from.many<SubjectRow>(sql`
      select ${subjectColumns}
      from unnest(${ids}::text[]) with ordinality wanted(id, n) join platform.subjects s on s.id = wanted.id
      where ${await visibleTo(actor)}
      order by wanted.n`)
  }

  // a statement of its own: PostgreSQL plans the one with an array anew each time, which costs more than running it
  async function find(id: string, actor: Actor, from: Queryable = db): Promise<SubjectRow> {
    const subject = await from.one<SubjectRow>(
      sql`select ${subjectColumns} from platform.subjects s where s.id = ${id} and ${await visibleTo(actor)}`,
    )
    if (!subject) throw notFound()
    return subject
  }

  return {
    kinds: () => registry.kinds(),
    kindNamed: (name) => registry.kinds().find(({ kind }) => kind === name),
    kindOf: (id) => byPrefix(prefixOf(id)),
    async write(tx, ids, known) {
      const groups = Map.groupBy(new Set(ids), (id) => byPrefix(prefixOf(id)))
      for (const [kind, group] of groups) {
        if (!kind) throw new Error(`no kind of subject has the prefix of ${group[0]}`)
        const records = known ?? (await kind.read(tx, group))
        await upsertSubjects(tx, kind, records.map(withExcerpt))
        for (const hook of registry.hooks())
          await hook.written(
            tx,
            records.map((record) => ({ ...record, kind })),
          )
        if (kind.container) tx.afterCommit(forget)
      }
    },
    async count(tx, id, changes) {
      const names = Object.keys(changes) as (keyof SubjectCounts)[]
      const sets = names.map((name) => sql`${raw(name)} = ${raw(name)} + ${changes[name] ?? 0}`)
      const counts = await tx.one<Counted>(sql`
        update platform.subjects set ${join(sets)} where id = ${id}
        returning likes, dislikes, comments, bookmarks, views, state, locked`)
      if (!counts) throw notFound()
      for (const hook of registry.hooks()) await hook.counted?.(tx, id, counts, changes)
      return counts
    },
    wordsOf,
    seenBy,
    reachedBy,
    load,
    find,
    linkOf: (subject) => byPrefix(prefixOf(subject.id))?.link(subject) ?? '/',
  }
}

const withExcerpt = (record: SubjectRecord) => ({
  ...record,
  excerpt: cut(plainText(record.text.slice(0, 2000)).replaceAll('\n', ' '), 200),
})
