import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { Button } from './button.tsx'
import { useWords } from './words.ts'

type Props = {
  hasMore: boolean
  busy: boolean
  onMore: () => void
  /** How many pages are shown. Up to five the next one comes by itself; then a button, so the end can be reached. */
  pages: number
  /** Where the next page begins, for who reads without JavaScript. */
  next: string | null
}

const byItself = 5

/** The foot of a list: the next page on the way down, a link where there is no JavaScript. */
export function MoreItems({ hasMore, busy, onMore, pages, next }: Props) {
  const t = useWords()
  const { pathname, search } = useLocation()
  const foot = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  more.current = onMore
  const watch = hasMore && !busy && pages < byItself
  useEffect(() => {
    if (!watch || !foot.current) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) more.current()
      },
      { rootMargin: '0px 0px 200% 0px' },
    )
    observer.observe(foot.current)
    return () => observer.disconnect()
  }, [watch])
  if (!hasMore) return null
  const address = new URLSearchParams(search)
  if (next) address.set('after', next)
  return (
    <div ref={foot} className="px-4 py-5 text-center">
      <noscript>
        <a className="btn" href={`${pathname}?${address}`}>
          {t('more')}
        </a>
      </noscript>
      <Button busy={busy} onClick={onMore} className="js-only">
        {t('more')}
      </Button>
    </div>
  )
}
