import { type RefObject, useEffect, useRef } from 'react'

/** For a row of links that scrolls sideways: begins where the current one is seen. */
export function useCurrentInView<T extends HTMLElement>(current: string): RefObject<T | null> {
  const row = useRef<T>(null)
  useEffect(() => {
    const link = current === '' ? null : row.current?.querySelector('[aria-current]')
    if (!row.current || !link) return
    const [frame, box] = [row.current.getBoundingClientRect(), link.getBoundingClientRect()]
    row.current.scrollLeft += box.left + box.width / 2 - (frame.left + frame.width / 2)
  }, [current])
  return row
}
