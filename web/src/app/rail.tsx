import { Activity, Settings, Stamp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Link } from '../ui/link.tsx'
import { Logo } from '../ui/logo.tsx'
import { useLocale } from '../words/words.tsx'
import { usePlaces } from './places.ts'
import { hasRole } from './roles.ts'
import { useInstance, useMe } from './session.ts'
import { useWords } from './words.ts'

type ItemProps = { to: string; label: string; icon: ReactNode; hue: string }

function RailItem({ to, label, icon, hue }: ItemProps) {
  const { pathname } = useLocation()
  const here = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
  return (
    <Link className="rail-item" to={to} data-hue={hue} title={label} {...(here ? { 'aria-current': 'page' } : {})}>
      {icon}
      <span>{label}</span>
    </Link>
  )
}

export function Rail() {
  const t = useWords()
  const locale = useLocale()
  const { name } = useInstance()
  const me = useMe()
  return (
    <aside className="rail" aria-label={t('navigation')}>
      <Link className="rail-brand" to="/" aria-label={t('home-of', { name })}>
        <Logo />
        <span>{name}</span>
      </Link>
      <nav aria-label={t('places')}>
        {usePlaces().map(({ path, label, icon: Icon, hue }) => (
          <RailItem key={path} to={path} label={label[locale]} icon={<Icon />} hue={hue} />
        ))}
      </nav>
      {me && (
        <nav className="rail-foot" aria-label={t('manage')}>
          {hasRole(me, 'moderator') && <RailItem to="/pending" label={t('pending')} icon={<Stamp />} hue="ops" />}
          {hasRole(me, 'admin') && <RailItem to="/console" label={t('console')} icon={<Activity />} hue="ops" />}
          <RailItem to="/settings" label={t('settings')} icon={<Settings />} hue="ops" />
        </nav>
      )}
    </aside>
  )
}
