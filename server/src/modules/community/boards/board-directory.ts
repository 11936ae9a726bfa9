import { notFound } from '../../../kernel/problems.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { boardChanged, boardCreated } from '../events.ts'
import type { Board } from './board.ts'
import { readBoards } from './board-store.ts'

/** All boards in memory: every request asks for one, and there are few. Read anew after a change in any process. */
export interface BoardDirectory {
  all(): Promise<Board[]>
  /** By id or slug; 404 where there is none. Who may see it is the caller's question. */
  find(idOrSlug: string): Promise<Board>
  /**
   * By id or slug, from memory, without waiting. Within a transaction nothing else will do: waiting there for another connection of the
   * pool can wait for ever.
   */
  known(idOrSlug: string): Board | undefined
  /** To be called in the transaction that changes a board. */
  changed(tx: Tx): void
}

export function createBoardDirectory({ db, events, cache }: Pick<Platform, 'db' | 'events' | 'cache'>): BoardDirectory {
  let reading: Promise<Board[]> | undefined
  let latest = new Map<string, Board>()
  // whatever is kept for guests may stand on a board that is now closed to them: threads, cards, pages
  const forget = () => {
    reading = undefined
    cache.clear()
  }
  const types = new Set([boardCreated.type, boardChanged.type])
  events.tail(({ type }) => {
    if (!types.has(type)) return
    forget()
    all().catch(() => {})
  })

  function all(): Promise<Board[]> {
    if (reading) return reading
    const mine = readBoards(db)
    reading = mine
    mine.then(
      (boards) => {
        if (reading === mine)
          latest = new Map(boards.flatMap((board) => [[board.id, board] as const, [board.slug, board] as const]))
      },
      () => {
        if (reading === mine) reading = undefined
      },
    )
    return mine
  }

  return {
    all,
    async find(idOrSlug) {
      const board = (await all()).find(({ id, slug }) => id === idOrSlug || slug === idOrSlug)
      if (!board) throw notFound()
      return board
    },
    known: (idOrSlug) => latest.get(idOrSlug),
    changed: (tx) => tx.afterCommit(forget),
  }
}
