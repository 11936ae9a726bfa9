import { isLost, setLost } from '../app/habits/connection.ts'
import type { Hint } from './hint.ts'

const mostSubjects = 50
const settleMs = 250
/** A gap shorter than this is nobody's business. */
const silentMs = 3000

/** What one listener of a tab wants to hear of. `since` moves on as it is told. */
export type Want = { key: string; ids: readonly string[]; since: number }

type Message =
  | { is: 'wants'; tab: string; wants: Want[] }
  | { is: 'who' }
  | { is: 'hint'; hint: Hint; position: number }
  | { is: 'at'; position: number; told: string[] }
  | { is: 'reset'; position: number }
  | { is: 'lost'; lost: boolean }

type Listeners = {
  onHint: (hint: Hint, position: number) => void
  /** What is shown may be too old to be told what changed, or of another log: everything is counted from here. */
  onReset: (position: number) => void
  /** The event log is known up to here. */
  onReach: (position: number) => void
  /** Before it is asked again after a refusal: an EventSource cannot refresh a session that has expired. */
  onRefused: () => Promise<unknown>
}

export type LiveStream = {
  /** What this tab wants from now on; the wants stay the same objects. */
  want: (wants: Want[]) => void
}

/**
 * The one live stream of this browser. Every tab tells the others what it wants; the tab that holds the lock keeps the
 * stream open for all of it and passes hints on. A stream begins behind what its most backward want knows, so nothing is
 * lost before it is open, while it is broken, or when that tab goes and the next one takes over.
 */
export function openLiveStream({ onHint, onReset, onReach, onRefused }: Listeners): LiveStream {
  const tab = crypto.randomUUID()
  const channel = new BroadcastChannel('madang-live')
  const wanted = new Map<string, Want[]>()
  let mine: Want[] = []
  let source: EventSource | undefined
  let leads = false
  let followed = ''
  /** Where the open stream began, where it stands, and the wants that it tells everything behind there. */
  let from = Number.POSITIVE_INFINITY
  let position = from
  let told = new Set<string>()
  /** The newest of each subject and type since it began, oldest first: for who joins it. */
  const heard = new Map<string, { hint: Hint; position: number }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let gap: ReturnType<typeof setTimeout> | undefined

  const say = (message: Message) => channel.postMessage(message)
  const tell = (hint: Hint, at: number) => {
    onHint(hint, at)
    say({ is: 'hint', hint, position: at })
  }
  function remember(hint: Hint): void {
    const what = `${hint.id} ${hint.type}`
    heard.delete(what)
    heard.set(what, { hint, position })
  }
  function reached(at: number, keys: readonly string[]): void {
    for (const want of [...wanted.values()].flat()) if (keys.includes(want.key)) want.since = Math.max(want.since, at)
    onReach(at)
  }
  function restart(at: number): void {
    for (const want of [...wanted.values()].flat()) want.since = at
    onReset(at)
  }
  function reach(at: number): void {
    const keys = [...told]
    reached(at, keys)
    say({ is: 'at', position: at, told: keys })
  }
  function come(id: string): void {
    if (id === '') return
    position = Number(id)
    reach(position)
  }

  const tellLost = (lost: boolean) => {
    setLost(lost)
    say({ is: 'lost', lost })
  }
  const lose = () => {
    gap ??= setTimeout(() => tellLost(true), silentMs)
  }
  const find = () => {
    clearTimeout(gap)
    gap = undefined
    if (isLost()) tellLost(false)
  }

  function follow(): void {
    if (!leads) return
    const all = [...wanted.values()].flat()
    const ids = [...new Set(all.flatMap((want) => want.ids))].slice(-mostSubjects).sort()
    const subjects = ids.join(',')
    const wants = all.filter((want) => want.ids.every((id) => ids.includes(id)))
    const keys = new Set(wants.map(({ key }) => key))
    const joining = wants.filter(({ key }) => !told.has(key))
    if (subjects === followed && joining.every(({ since }) => since >= from)) {
      told = keys
      for (const { hint, position } of heard.values())
        if (joining.some(({ ids, since }) => since < position && ids.includes(hint.id))) tell(hint, position)
      return
    }
    followed = subjects
    source?.close()
    source = undefined
    told = keys
    heard.clear()
    if (ids.length === 0) {
      find()
      return
    }
    from = Math.min(...wants.map(({ since }) => since))
    position = from
    source = new EventSource(`/api/live?${new URLSearchParams({ subjects, after: String(position) })}`)
    source.addEventListener('message', ({ lastEventId, data }) => {
      position = Number(lastEventId)
      const hint = JSON.parse(data) as Hint
      remember(hint)
      tell(hint, position)
      // One event may be two hints: of its own position more may come.
      reach(position - 1)
    })
    source.addEventListener('ready', ({ lastEventId, data }) => {
      find()
      const { reset } = JSON.parse(data) as { reset: boolean }
      if (reset) {
        from = Number(lastEventId)
        heard.clear()
        restart(from)
        say({ is: 'reset', position: from })
      }
      come(lastEventId)
    })
    source.addEventListener('ping', ({ lastEventId }) => come(lastEventId))
    source.addEventListener('reconnect', () => again(1000 + Math.random() * 2000))
    source.addEventListener('problem', () => again(30_000))
    source.addEventListener('error', () => {
      lose()
      // The browser comes again by itself but after a refusal.
      if (source?.readyState === EventSource.CLOSED) again(10_000 + Math.random() * 10_000, onRefused)
    })
  }
  function again(afterMs: number, first?: () => Promise<unknown>): void {
    source?.close()
    source = undefined
    followed = ''
    lose()
    setTimeout(() => {
      if (first) first().then(follow, follow)
      else follow()
    }, afterMs)
  }
  function followSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(follow, settleMs)
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.is === 'hint') onHint(data.hint, data.position)
    else if (data.is === 'reset') restart(data.position)
    else if (data.is === 'lost') setLost(data.lost)
    else if (data.is === 'at') reached(data.position, data.told)
    else if (data.is === 'who') say({ is: 'wants', tab, wants: mine })
    else {
      if (data.wants.length > 0) wanted.set(data.tab, data.wants)
      else wanted.delete(data.tab)
      followSoon()
    }
  })
  void navigator.locks.request('madang-live', () => {
    leads = true
    say({ is: 'who' })
    followSoon()
    return new Promise<never>(() => {})
  })
  addEventListener('online', () => isLost() && again(0))
  addEventListener('pagehide', () => say({ is: 'wants', tab, wants: [] }))

  return {
    want(wants) {
      mine = wants
      wanted.set(tab, wants)
      say({ is: 'wants', tab, wants })
      followSoon()
    },
  }
}
