import { isLost, setLost } from '../app/habits/connection.ts'
import type { Hint } from './hint.ts'

const mostSubjects = 50
const settleMs = 250
/** A gap shorter than this is nobody's business. */
const silentMs = 3000

type Message =
  | { is: 'wants'; tab: string; ids: string[] }
  | { is: 'who' }
  | { is: 'hint'; hint: Hint }
  | { is: 'at'; position: string; heard: string[] }
  | { is: 'reset' }
  | { is: 'lost'; lost: boolean }

type Listeners = { onHint: (hint: Hint) => void; onReset: () => void }

/**
 * The one live stream of this browser. Every tab tells the others what it shows; the tab that holds the lock keeps the
 * stream open for all of it and passes hints on. When that tab goes, the next one takes over behind the last position.
 */
export function openLiveStream({ onHint, onReset }: Listeners) {
  const tab = crypto.randomUUID()
  const channel = new BroadcastChannel('madang-live')
  const wanted = new Map<string, readonly string[]>()
  let mine: string[] = []
  let source: EventSource | undefined
  let leads = false
  let followed = ''
  let position: string | undefined
  /** What the stream was opened for the last time. */
  let heard = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let gap: ReturnType<typeof setTimeout> | undefined

  const say = (message: Message) => channel.postMessage(message)
  const tell = (hint: Hint) => {
    onHint(hint)
    say({ is: 'hint', hint })
  }
  const reach = (id: string) => {
    position = id || position
    tellWhere()
  }
  const tellWhere = () => {
    if (position) say({ is: 'at', position, heard: [...heard] })
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
    const ids = [...new Set([...wanted.values()].flat())].slice(-mostSubjects).sort()
    const subjects = ids.join(',')
    if (!leads || subjects === followed) return
    followed = subjects
    source?.close()
    source = undefined
    // What was just fetched knows already what came before: only who listened then missed something.
    const fresh = new Set(ids.filter((id) => !heard.has(id)))
    let missed = 0
    heard = new Set(ids)
    if (ids.length === 0) {
      find()
      return
    }
    const address = new URLSearchParams({ subjects, ...(position ? { after: position } : {}) })
    source = new EventSource(`/api/live?${address}`)
    source.addEventListener('message', (event) => {
      reach(event.lastEventId)
      const hint = JSON.parse(event.data) as Hint
      if (missed-- > 0 && fresh.has(hint.id)) return
      tell(hint)
    })
    source.addEventListener('ready', (event) => {
      find()
      reach(event.lastEventId)
      const ready = JSON.parse(event.data) as { reset: boolean; missed: number }
      missed = ready.missed
      if (!ready.reset) return
      onReset()
      say({ is: 'reset' })
    })
    source.addEventListener('reconnect', () => again(1000 + Math.random() * 2000))
    source.addEventListener('problem', () => again(30_000))
    source.addEventListener('error', () => {
      lose()
      fresh.clear()
      // The browser comes again by itself but after a refusal.
      if (source?.readyState === EventSource.CLOSED) again(10_000 + Math.random() * 10_000)
    })
  }
  function again(afterMs: number): void {
    source?.close()
    source = undefined
    followed = ''
    lose()
    setTimeout(follow, afterMs)
  }
  function followSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(follow, settleMs)
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.is === 'hint') onHint(data.hint)
    else if (data.is === 'reset') onReset()
    else if (data.is === 'lost') setLost(data.lost)
    else if (data.is === 'at') {
      position = data.position
      heard = new Set(data.heard)
    } else if (data.is === 'who') say({ is: 'wants', tab, ids: mine })
    else {
      if (leads) tellWhere()
      if (data.ids.length > 0) wanted.set(data.tab, data.ids)
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
  addEventListener('pagehide', () => say({ is: 'wants', tab, ids: [] }))

  return {
    /** What this tab shows from now on. */
    want(ids: string[]): void {
      mine = ids
      wanted.set(tab, ids)
      say({ is: 'wants', tab, ids })
      followSoon()
    },
  }
}
