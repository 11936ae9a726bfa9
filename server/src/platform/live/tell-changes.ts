import { guest } from '../../kernel/actor.ts'
import type { SubjectRow, Subjects } from '../subjects/subjects.ts'
import { type Hint, hintOf } from './hint.ts'
import type { Change } from './hint-buckets.ts'
import type { Stream, StreamIndex } from './stream-index.ts'

const byId = (rows: SubjectRow[]) => new Map(rows.map((row) => [row.id, row]))

/**
 * Tells the listeners of a bucket, each only what it may see now. What a guest may see everybody may: only the rest is
 * looked up for each member. Who may not see a subject any more hears so once and follows it no longer.
 */
export async function tellChanges(o: {
  subjects: Subjects
  index: StreamIndex
  bucket: number
  changes: Change[]
  /** False when the stream ended. */
  identify(stream: Stream): Promise<boolean>
}): Promise<void> {
  const { subjects, index, changes } = o
  const ids = [...new Set(changes.map(({ id }) => id))]
  const kinds = ids.filter((id) => subjects.kindOf(id))
  const open = byId(await subjects.load(kinds, guest()))
  const streams = new Set(ids.flatMap((id) => [...index.of(id)]).filter(({ bucket }) => bucket === o.bucket))
  const shared = changes.map((change) => hintOf(change, open.get(change.id)))

  for (const stream of streams) {
    const closed = kinds.filter((id) => !open.has(id) && stream.subjects.has(id))
    let own = new Map<string, SubjectRow>()
    if (closed.length && stream.actor.kind !== 'guest') {
      if (!(await o.identify(stream))) continue
      own = byId(await subjects.load(closed, stream.actor))
    }
    const hints: Hint[] = []
    for (const [i, change] of changes.entries()) {
      if (!stream.subjects.has(change.id)) continue
      const row = own.get(change.id)
      const hint = row ? hintOf(change, row) : shared[i]
      if (!hint) continue
      hints.push(hint)
      if (hint.version === null) index.leave(stream, change.id)
    }
    if (hints.length) stream.listener.deliver(hints)
  }
}
