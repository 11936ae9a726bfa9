import { useEffect, useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import { keysAreOn } from '../../appearance.ts'
import { useMeans } from '../../means.ts'
import { isTyping } from '../../palette-call.ts'
import { usePlaces } from '../../places.ts'
import { useMe } from '../../session.ts'
import { type Act, letterOf, meaningOf, ownPages } from './key-map.ts'
import { currentRow, moveRow, rowBox } from './rows.ts'

const secondWithinMs = 1500

type Options = {
  /** A dialog of ours is open. */
  busy: boolean
  showHelp: () => void
  first: Event
}

const isOurs = (event: KeyboardEvent) =>
  !(event.defaultPrevented || event.isComposing || event.metaKey || event.ctrlKey || event.altKey) &&
  keysAreOn() &&
  !isTyping(event.target) &&
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') === null

/** Presses the button of this name of the current row, comment or answer, or else of the page's subject. */
function pressAct(name: string): void {
  const row = currentRow()
  const near = row ? rowBox(row) : document.activeElement?.closest('#main :is(article article, section.ans)')
  const button = (near ?? document.querySelector('#main'))?.querySelector<HTMLElement>(`[data-act="${name}"]`)
  button?.click()
}

/** To the reply of the comment that the focus is in, or to the page's own text box: the last one. */
function reply(): void {
  const near = document.activeElement?.closest('#main article article')?.querySelector<HTMLElement>('[data-act=reply]')
  if (near) {
    near.click()
    return
  }
  const box = [...document.querySelectorAll<HTMLElement>('#main form textarea')].at(-1)
  box?.focus({ preventScroll: true })
  box?.scrollIntoView({ block: 'center' })
}

/** The keys of the whole program: `g` and a letter, moving in lists, and the acts of a page. */
export function useKeys({ busy, showHelp, first }: Options): void {
  const { query } = useMeans()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const me = useMe()
  const open = usePlaces().map(({ path }) => path)
  const waitingSince = useRef(0)
  const heard = useRef(false)

  const go = (to: string) => {
    const own = Object.values(ownPages).includes(to)
    if (own ? me !== null || to === '/search' : open.includes(to)) void navigate(to)
  }
  /** Where the page's own button writes to, or the general place. */
  const write = () => navigate(document.querySelector('#main a[href^="/write"]')?.getAttribute('href') ?? '/write')
  const archive = () => {
    const post = query.getQueryData<{ can?: { archive?: boolean } }>(['post', id])
    if (post?.can?.archive) void navigate(`/questions/${id}/archive`)
  }
  const up = () => {
    const crumb = [...document.querySelectorAll('.crumbs a')].at(-1)?.getAttribute('href')
    void (crumb ? navigate(crumb) : navigate(-1))
  }
  const acts: Record<Act, () => unknown> = {
    j: () => moveRow(1),
    k: () => moveRow(-1),
    o: () => currentRow()?.click(),
    c: write,
    r: reply,
    l: () => pressAct('like'),
    s: () => pressAct('bookmark'),
    e: archive,
    u: up,
    '?': showHelp,
  }
  const press = (event: KeyboardEvent) => {
    if (busy || !isOurs(event)) return
    const meaning = meaningOf(letterOf(event), Date.now() - waitingSince.current < secondWithinMs)
    waitingSince.current = meaning === 'wait' ? Date.now() : 0
    if (meaning === undefined || meaning === 'wait') return
    event.preventDefault()
    if ('go' in meaning) go(meaning.go)
    else void acts[meaning.act]()
  }
  const latest = useRef(press)
  latest.current = press

  useEffect(() => {
    if (!heard.current && first instanceof KeyboardEvent) latest.current(first)
    heard.current = true
    const onKey = (event: KeyboardEvent) => latest.current(event)
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [first])
}
