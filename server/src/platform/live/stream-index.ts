import { type Actor, callerOf } from '../../kernel/actor.ts'
import type { Problem } from '../../kernel/problem.ts'
import { tooManyRequests, unavailable } from '../../kernel/problems.ts'
import type { Hint } from './hint.ts'

export interface LiveListener {
  actor: Actor
  /** At most 50 ids; those that the actor may not see are left out. */
  subjects: string[]
  /** Hear first what came behind this position. */
  after?: number
  /** Who listens now. Throws a problem when the session is over. */
  identify(): Promise<Actor>
  deliver(hints: Hint[]): void
  /** Nothing comes after it: the session is over, or (without a problem) the listener is to come again elsewhere. */
  end(problem?: Problem): void
}

export interface Stream {
  readonly listener: LiveListener
  actor: Actor
  readonly subjects: Set<string>
  readonly bucket: number
}

/** Who listens to what in this process, within the bounds of a member, an address and the process. */
export interface StreamIndex {
  readonly size: number
  /** Refuses `too-many-requests` and `unavailable`. */
  open(listener: LiveListener, bucket: number): Stream
  follow(stream: Stream, id: string): void
  leave(stream: Stream, id: string): void
  of(id: string): Iterable<Stream>
  all(): Stream[]
  remove(stream: Stream): void
}

const most = { ofMember: 20, ofAddress: 200, ofProcess: 20_000 }

export function createStreamIndex(): StreamIndex {
  const streams = new Set<Stream>()
  const byId = new Map<string, Set<Stream>>()
  const held = new Map<string, number>()
  function leave(stream: Stream, id: string): void {
    stream.subjects.delete(id)
    const others = byId.get(id)
    others?.delete(stream)
    if (others?.size === 0) byId.delete(id)
  }
  return {
    get size() {
      return streams.size
    },
    open(listener, bucket) {
      const { actor } = listener
      if (streams.size >= most.ofProcess) throw unavailable({ retryAfterS: 5 })
      const holder = callerOf(actor)
      const mine = held.get(holder) ?? 0
      if (mine >= (actor.kind === 'guest' ? most.ofAddress : most.ofMember)) throw tooManyRequests({ retryAfterS: 30 })
      held.set(holder, mine + 1)
      const stream = { listener, actor, subjects: new Set<string>(), bucket }
      streams.add(stream)
      return stream
    },
    follow(stream, id) {
      stream.subjects.add(id)
      byId.set(id, (byId.get(id) ?? new Set()).add(stream))
    },
    leave,
    of: (id) => byId.get(id) ?? [],
    all: () => [...streams],
    remove(stream) {
      if (!streams.delete(stream)) return
      for (const id of [...stream.subjects]) leave(stream, id)
      const holder = callerOf(stream.listener.actor)
      const left = (held.get(holder) ?? 1) - 1
      if (left) held.set(holder, left)
      else held.delete(holder)
    },
  }
}
