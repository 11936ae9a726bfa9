import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/problem.ts'
import { wait } from '../../app/habits/waiting.ts'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { asideOf, forget, forgetAside, isSame, keep, keptOf, placeOf, type Texts } from './kept-locally.ts'
import { openDrafts } from './open-drafts.ts'

const pauseMs = 600
const serverEveryMs = 5000

const textsOf = (content: Record<string, unknown>): Texts =>
  Object.fromEntries(Object.entries(content).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

const joined = <T extends Texts>(sent: T, later: T): T =>
  Object.fromEntries(
    Object.entries(sent).map(([name, text]) => [name, [text, later[name]].filter(Boolean).join('\n\n')]),
  ) as T

/** Whether it says anything else; `base`, the version that an edit goes on from, is none of its words. */
const differs = (a: Texts, b: Texts): boolean => !isSame({ ...a, base: '' }, { ...b, base: '' })

/** What another tab or device wrote under the same name, and from which version mine would go on. */
export type Theirs<T extends Texts> = { content: T; version: number }

type Options<T extends Texts> = {
  /** Names the draft of a member; without one nothing is kept, and nothing of guests. */
  key: string | undefined
  first: T
  /** Asks the server at once, not only when somebody begins to write. */
  early?: boolean
}

/**
 * A text that survives reload, crash and a change of device: kept in this browser on each pause and on the server every five
 * seconds while it changes. Where two tabs meet both texts are shown, each stays where it is kept, and nothing is lost.
 */
export function useDraft<T extends Texts>({ key: asked, first, early = false }: Options<T>) {
  const api = useApi()
  const memberId = useMe()?.id
  const key = memberId === undefined ? undefined : asked
  const place = memberId === undefined || key === undefined ? undefined : placeOf(memberId, key)
  const [content, setContent] = useState(first)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [theirs, setTheirs] = useState<Theirs<T> | null>(null)
  const [resumed, setResumed] = useState(false)
  const empty = useRef(first)
  const latest = useRef(content)
  const meets = useRef(false)
  const unsent = useRef(false)
  /** The server's version that this goes on from. */
  const version = useRef(0)
  const known = useRef(false)
  /** While it is being sent for good, and once the server takes no more drafts, none is saved there. */
  const resting = useRef(false)
  const asking = useRef<Promise<void> | undefined>(undefined)
  const sending = useRef<Promise<void> | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = useCallback((next: T) => {
    latest.current = next
    setContent(next)
  }, [])
  const mark = useCallback(
    (next: boolean) => {
      unsent.current = next
      if (key !== undefined) wait(`draft ${key}`, next)
    },
    [key],
  )
  const keepHere = useCallback(() => {
    if (place === undefined) return
    const name = meets.current ? asideOf(place) : place
    keep(name, { content: latest.current, at: Date.now(), version: version.current, unsent: unsent.current })
  }, [place])
  const meet = useCallback(
    (other: Theirs<T> | null) => {
      meets.current = other !== null
      setTheirs(other)
      if (other) keepHere()
    },
    [keepHere],
  )

  /** What the server holds under the key. */
  const held = useCallback(async () => {
    const { items } = await api.get('/api/me/drafts')
    const found = items.find((draft) => draft.key === key)
    return found && { content: { ...empty.current, ...textsOf(found.content) }, version: found.version }
  }, [api, key])

  const begin = useCallback(() => {
    asking.current ??= held()
      .then((there) => {
        const based = version.current
        known.current = true
        version.current = there?.version ?? 0
        if (!there || isSame(there.content, latest.current)) return
        if (!unsent.current) {
          show(there.content)
          setResumed(differs(there.content, empty.current))
        } else if (there.version !== based) meet(there)
      })
      .catch(() => {
        asking.current = undefined
      })
    return asking.current
  }, [held, meet, show])

  const save = useCallback(async () => {
    if (!known.current) await begin()
    if (!known.current || meets.current || resting.current) return
    const sent = latest.current
    try {
      const draft = await api.put(`/api/me/drafts/${key}`, { content: sent }, { version: version.current })
      version.current = draft.version
      if (latest.current === sent) mark(false)
      keepHere()
    } catch (error) {
      if (!(error instanceof ApiError) || error.status === 0) return
      resting.current = error.status !== 412
      if (resting.current) return
      const there = await held()
      if (there && !isSame(there.content, latest.current)) return meet(there)
      version.current = there?.version ?? 0
    }
  }, [api, key, begin, held, keepHere, mark, meet])

  /** One at a time. */
  const send = useCallback((): void => {
    if (!navigator.onLine || key === undefined || !unsent.current || meets.current || resting.current) return
    sending.current ??= save().finally(() => {
      sending.current = undefined
    })
  }, [key, save])

  /** Here and on the server, behind what is still on its way there. */
  const drop = useCallback(async () => {
    if (place === undefined) return
    forget(place)
    resting.current = true
    await sending.current
    if (!known.current || version.current > 0) void api.delete(`/api/me/drafts/${key}`).catch(() => {})
    version.current = 0
    resting.current = false
  }, [api, key, place])

  useEffect(() => {
    if (place === undefined) return
    const aside = keptOf<T>(asideOf(place))
    const here = keptOf<T>(place) ?? aside
    if (here) show({ ...empty.current, ...here.content })
    setResumed(differs(latest.current, empty.current))
    version.current = here?.version ?? 0
    mark(here?.unsent ?? false)
    if (aside && !isSame(aside.content, latest.current)) meet({ content: aside.content, version: version.current })
    if (early || here) void begin()
    const every = setInterval(send, serverEveryMs)
    addEventListener('online', send)
    const open = {
      async settle() {
        clearTimeout(timer.current)
        await sending.current
        if (unsent.current) keepHere()
        send()
        await sending.current
      },
      rest() {
        resting.current = true
      },
    }
    openDrafts.add(open)
    return () => {
      openDrafts.delete(open)
      clearTimeout(timer.current)
      clearInterval(every)
      removeEventListener('online', send)
      if (unsent.current && !resting.current) keepHere()
      send()
      mark(false)
    }
  }, [place, early, begin, keepHere, mark, meet, send, show])

  return {
    content,
    savedAt,
    /** What it began with was replaced by a draft. */
    resumed,
    /** Shown when somebody else writes under the same name; until one is chosen neither replaces the other. */
    theirs,
    begin: () => void (key !== undefined && begin()),
    change(part: Partial<T>) {
      show({ ...latest.current, ...part })
      mark(true)
      clearTimeout(timer.current)
      if (key === undefined) return
      timer.current = setTimeout(() => {
        keepHere()
        setSavedAt(Date.now())
      }, pauseMs)
    },
    /** Goes on with mine: theirs is replaced on the server, and stays in its own tab. */
    keepMine() {
      if (!theirs || place === undefined) return
      version.current = theirs.version
      meet(null)
      forgetAside(place)
      mark(true)
      keepHere()
      send()
    },
    /** Goes on with theirs. Answers how to go on with mine after all. */
    takeTheirs(): () => void {
      const mine = latest.current
      if (!theirs || place === undefined) return () => {}
      version.current = theirs.version
      meet(null)
      forgetAside(place)
      show(theirs.content)
      mark(false)
      keepHere()
      return () => {
        show(mine)
        mark(true)
        keepHere()
      }
    },
    /** Throws it away: it says again what it began with. Answers the way back, which works when its place is gone, too. */
    discard(): () => void {
      const mine = latest.current
      clearTimeout(timer.current)
      show(empty.current)
      mark(false)
      meet(null)
      setSavedAt(null)
      setResumed(false)
      void drop()
      return () => {
        show(mine)
        setResumed(true)
        mark(true)
        keepHere()
      }
    },
    /**
     * Sends it for good: once that is done there is no draft any more; what is refused stays one. `atOnce` empties it
     * already while it is sent, and brings it back when it is refused, before what was written meanwhile.
     */
    async finish(act: (content: T) => Promise<unknown>, { atOnce = false } = {}): Promise<void> {
      clearTimeout(timer.current)
      resting.current = true
      keepHere()
      const sent = latest.current
      if (atOnce) show(empty.current)
      try {
        await act(sent)
      } catch (error) {
        resting.current = false
        if (atOnce) show(joined(sent, latest.current))
        throw error
      }
      const goesOn = atOnce && !isSame(latest.current, empty.current)
      mark(goesOn)
      meet(null)
      setSavedAt(null)
      setResumed(false)
      if (!goesOn) show(empty.current)
      void drop()
    },
  }
}
