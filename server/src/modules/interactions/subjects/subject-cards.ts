import { type Actor, isMember } from '../../../kernel/actor.ts'
import { cut } from '../../../kernel/text.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { SubjectRow } from '../../../platform/subjects/subjects.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { ownResponses } from './own-responses.ts'
import type { SubjectCard } from './views.ts'

// of those without a title of their own: comments
const titleCharacters = 60

/** Cards of subjects that were already judged visible to the actor, in their order. */
export async function subjectCards(
  platform: Platform,
  identity: IdentityApi,
  actor: Actor,
  rows: SubjectRow[],
): Promise<SubjectCard[]> {
  if (!rows.length) return []
  const { subjects, db } = platform
  const containerIds = [...new Set(rows.flatMap(({ containerId }) => containerId ?? []))]
  const [authors, own, containers, details] = await Promise.all([
    identity.cards(rows.map(({ authorId }) => authorId)),
    ownResponses(db, actor, rows),
    subjects.load(containerIds, actor),
    detailsOf(platform, actor, rows),
  ])
  const byId = new Map(containers.map((row) => [row.id, row]))
  return rows.map((row): SubjectCard => {
    const { id, kind, variant, title, excerpt, authorId, status, tags, locked, version, createdAt, updatedAt } = row
    const { likes, dislikes, comments, views } = row
    const container = row.containerId ? byId.get(row.containerId) : undefined
    const mine = isMember(actor) && authorId === actor.id
    const rules = subjects.kindOf(id)
    return {
      title: title || cut(excerpt, titleCharacters),
      ...{ id, kind, variant, excerpt, status, tags, locked, version, createdAt, updatedAt },
      ...{ likes, dislikes, comments, views },
      link: linkOf(platform, row, container),
      author: authorId ? (authors.get(authorId) ?? null) : null,
      container: container ? containerOf(platform, container) : null,
      bookmarks: mine ? row.bookmarks : null,
      own: own.get(id) ?? { reaction: null, bookmarked: false },
      can: {
        react: isMember(actor) && !mine && !locked && Boolean(rules?.reactions.length),
        bookmark: isMember(actor) && Boolean(rules?.bookmarks) && (!mine || rules?.ownBookmarks !== false),
        comment: isMember(actor) && !locked && Boolean(rules?.comments),
      },
      details: details.get(id) ?? {},
    }
  })
}

const containerOf = ({ subjects }: Platform, row: SubjectRow) => ({
  ...{ id: row.id, kind: row.kind, title: row.title },
  titleEn: subjects.kindNamed(row.kind)?.titleEn?.(row.id) ?? null,
  link: subjects.linkOf(row),
})

/** A comment opens what it is about, wherever that stands. */
export const linkOf = ({ subjects }: Platform, row: SubjectRow, container: SubjectRow | undefined) =>
  row.kind === 'comment' && container ? `${subjects.linkOf(container).split('#')[0]}#${row.id}` : subjects.linkOf(row)

async function detailsOf({ subjects, db }: Platform, actor: Actor, rows: SubjectRow[]) {
  const found = new Map<string, Record<string, unknown>>()
  for (const [kind, group] of Map.groupBy(rows, ({ kind }) => subjects.kindNamed(kind))) {
    const details = await kind?.details?.(
      db,
      group.map(({ id }) => id),
      actor,
    )
    for (const [id, detail] of details ?? []) found.set(id, detail)
  }
  return found
}
