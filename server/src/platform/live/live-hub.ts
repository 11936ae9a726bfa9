import type { Logger } from 'pino'
import { Gauge, type Registry } from 'prom-client'
import { type Actor, isAdmin } from '../../kernel/actor.ts'
import type { Event } from '../../kernel/event.ts'
import { prefixOf } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { unavailable } from '../../kernel/problems.ts'
import type { EventLog } from '../event-log/event-log.ts'
import { tagsOf } from '../event-tags.ts'
import type { SubjectRow, Subjects } from '../subjects/subjects.ts'
import { type Hint, hintOf, isAudible, isRun } from './hint.ts'
import { createHintBuckets, gather } from './hint-buckets.ts'
import { createRecentEvents, type RecentEvent, type RecentEvents } from './recent-events.ts'
import { createStreamIndex, type LiveListener, type Stream } from './stream-index.ts'
import { tellChanges } from './tell-changes.ts'

export interface LiveStream {
  /** Those that are listened to, as they are now. */
  subjects: { id: string; version: number }[]
  /** The cursor to begin from. */
  position: number
  /** `after` is not in memory any more: fetch everything again. */
  reset: boolean
  /** Everything up to here was delivered: a cursor to go on from. */
  told(): number
  /** What came behind `after` (or while the stream opened), oldest first; it is not delivered otherwise. */
  missed: Hint[]
  /** Looks at the session again; ends the stream when it is over. */
  check(): Promise<void>
  close(): void
}

/** Live hints about subjects, for every transport of this process; each listener hears only what it may see then. */
export interface LiveHub {
  /** Before the first listener and after the event log has started. */
  start(): Promise<void>
  /** What this process reads from now on knows everything up to here. */
  readonly position: number
  /** Refuses `too-many-requests` over the bounds of a member or an address, `unavailable` over the process's. */
  listen(listener: LiveListener): Promise<LiveStream>
  /** Ends every stream; each listener is told to come again elsewhere. */
  stop(): void
}

const kept = 5_000
const recentOf = (event: Event): RecentEvent => ({
  position: event.position,
  type: event.type,
  ids: [...tagsOf([event])].filter(prefixOf),
})

export function createLiveHub(o: {
  events: EventLog
  subjects: Subjects
  logger: Logger
  metrics?: Registry
}): LiveHub {
  const index = createStreamIndex()
  if (o.metrics)
    new Gauge({
      name: 'madang_connections',
      help: 'Live streams that are open',
      labelNames: ['transport'],
      registers: [o.metrics],
      collect() {
        this.set({ transport: 'sse' }, index.size)
      },
    })
  const buckets = createHintBuckets({
    listeners: () => index.size,
    tell: (bucket, changes) =>
      tellChanges({ subjects: o.subjects, index, bucket, changes, identify }).catch((error) => {
        o.logger.warn({ err: error }, 'live hints could not be told: their listeners start anew')
        for (const stream of index.all()) if (stream.bucket === bucket) finish(stream)
      }),
  })
  let recent: RecentEvents = createRecentEvents(kept, 0)
  let stopped = false

  function hear(event: RecentEvent): void {
    recent.push(event)
    for (const id of event.ids) {
      if (prefixOf(id) === 'ses') lookAgain(id)
      if (!isAudible(event.type, id)) continue
      const { position, type } = event
      for (const bucket of new Set([...index.of(id)].map((stream) => stream.bucket)))
        buckets.mark(bucket, { id, type, position })
    }
  }

  /** Something about a session happened: it may be over. */
  function lookAgain(sessionId: string): void {
    for (const stream of index.all())
      if (stream.actor.sessionId === sessionId)
        void identify(stream).catch((error) => o.logger.warn({ err: error }, 'a listener could not be looked at again'))
  }

  /** Asks again who listens; a stream whose session is over ends. */
  async function identify(stream: Stream): Promise<boolean> {
    if (stream.actor.kind === 'guest') return true
    try {
      stream.actor = await stream.listener.identify()
      return true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      finish(stream, error)
      return false
    }
  }

  function finish(stream: Stream, problem?: Problem): void {
    index.remove(stream)
    stream.listener.end(problem)
  }

  async function seenOf(actor: Actor, ids: string[]): Promise<Map<string, SubjectRow | undefined>> {
    const kinds = ids.filter((id) => o.subjects.kindOf(id))
    const rows = new Map((await o.subjects.load(kinds, actor)).map((row) => [row.id, row]))
    const seen = ids.filter((id) => rows.has(id) || (isRun(id) && isAdmin(actor)))
    return new Map(seen.map((id) => [id, rows.get(id)]))
  }

  return {
    async start() {
      const from = Math.max(0, (await o.events.head()) - kept)
      recent = createRecentEvents(kept, from)
      let early: RecentEvent[] | undefined = []
      o.events.tail((event) => (early ? early.push(recentOf(event)) : hear(recentOf(event))))
      for (const event of await readAll(o.events, from)) recent.push(recentOf(event))
      for (const event of early) recent.push(event)
      early = undefined
    },
    get position() {
      return recent.head
    },
    async listen(listener) {
      if (stopped) throw unavailable({ retryAfterS: 5 })
      const stream = index.open(listener, buckets.next())
      try {
        const { head } = recent
        const seen = await seenOf(listener.actor, [...new Set(listener.subjects)])
        const missed = recent.after(listener.after ?? head)
        for (const id of seen.keys()) index.follow(stream, id)
        const changes = (missed ?? []).flatMap(({ ids, type, position }) =>
          ids.filter((id) => seen.has(id) && isAudible(type, id)).map((id) => ({ id, type, position })),
        )
        return {
          subjects: [...seen].map(([id, row]) => ({ id, version: row?.version ?? 0 })),
          position: recent.head,
          told: () => (buckets.untold(stream.bucket) ?? recent.head + 1) - 1,
          reset: missed === undefined,
          missed: gather(changes).map((change) => hintOf(change, seen.get(change.id))),
          check: async () => void (await identify(stream)),
          close: () => index.remove(stream),
        }
      } catch (error) {
        index.remove(stream)
        throw error
      }
    },
    stop() {
      stopped = true
      buckets.stop()
      for (const stream of index.all()) finish(stream)
    },
  }
}

async function readAll(events: EventLog, from: number): Promise<Event[]> {
  const all: Event[] = []
  for (;;) {
    const some = await events.read({ after: all.at(-1)?.position ?? from, limit: 1000 })
    all.push(...some)
    if (some.length < 1000) return all
  }
}
