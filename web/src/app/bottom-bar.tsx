import { CircleUser, House, LayoutGrid, Plus, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Link } from '../ui/link.tsx'
import { useMe } from './session.ts'
import { useWords } from './words.ts'

/** The phone's bar: shown below 768 px only. */
export function BottomBar() {
  const t = useWords()
  const me = useMe()
  const { pathname } = useLocation()
  const tab = (to: string, label: string, icon: ReactNode) => (
    <Link to={to} {...(pathname === to ? { 'aria-current': 'page' } : {})}>
      {icon}
      {label}
    </Link>
  )
  return (
    <nav className="bottombar" aria-label={t('main-menu')}>
      {tab('/', t('home'), <House />)}
      {tab('/places', t('explore'), <LayoutGrid />)}
      <Link className="new" to="/write" aria-label={t('write')}>
        <span>
          <Plus />
        </span>
      </Link>
      {tab('/search', t('search'), <Search />)}
      {me ? tab('/me', t('me'), <CircleUser />) : tab('/sign-in', t('sign-in'), <CircleUser />)}
    </nav>
  )
}
