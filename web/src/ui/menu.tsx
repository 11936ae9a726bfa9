import { Ellipsis } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { MenuItem } from './overlays/menu-popup.tsx'

const load = () => import('./overlays/menu-popup.tsx')
const MenuPopup = lazy(async () => ({ default: (await load()).MenuPopup }))

type ButtonProps = {
  label: string
  className?: string
  children?: ReactNode
  /** Fetches what `popup` needs, when the pointer or the focus comes. */
  load: () => unknown
  /** The open menu with its own button, in this one's place. */
  popup: ReactNode
}

/** A button with a menu, until it is pressed for the first time. */
export function MenuButton({ label, className = 'act', children = <Ellipsis />, load, popup }: ButtonProps) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      className={className}
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    >
      {children}
    </button>
  )
  return wanted ? <Suspense fallback={button}>{popup}</Suspense> : button
}

type Props = { label: string; items: (MenuItem | false | undefined)[]; className?: string; children?: ReactNode }

/** A button with a menu, whose code comes when the pointer or the focus does. Without items there is no button. */
export function Menu({ label, items, className = 'act', children = <Ellipsis /> }: Props) {
  const shown = items.filter((item): item is MenuItem => Boolean(item))
  if (shown.length === 0) return null
  const popup = (
    <MenuPopup label={label} items={shown} className={className}>
      {children}
    </MenuPopup>
  )
  return (
    <MenuButton label={label} className={className} load={load} popup={popup}>
      {children}
    </MenuButton>
  )
}
