import { Eye, KeyRound, MonitorSmartphone, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMe } from '../../app/session.ts'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { useCurrentInView } from '../../ui/use-current-in-view.ts'
import { useWords } from './words.ts'

const sections = [
  { name: 'profile', icon: UserRound },
  { name: 'appearance', icon: MonitorSmartphone },
  { name: 'security', icon: KeyRound },
  { name: 'privacy', icon: Eye },
] as const
export type Section = (typeof sections)[number]['name']

type Props = { section: Section; lead: string; children: ReactNode }

/** One section of the settings beside the list of all; a guest has this one alone. */
export function SettingsPage({ section, lead, children }: Props) {
  const t = useWords()
  const me = useMe()
  const row = useCurrentInView<HTMLElement>(section)
  return (
    <Page
      title={t(section)}
      crumbs={[{ label: t('settings'), to: '/settings' }, { label: t(section) }]}
      robots="noindex"
      flush
    >
      <div className={me ? 'split' : ''}>
        {me && (
          <nav ref={row} className="snav" aria-label={t('settings')}>
            {sections.map(({ name, icon: Icon }) => (
              <Link
                key={name}
                to={`/settings/${name}`}
                {...(name === section ? { 'aria-current': 'page' as const } : {})}
              >
                <Icon />
                {t(name)}
              </Link>
            ))}
          </nav>
        )}
        <div className="body">
          <div className="max-w-[720px]">
            <div className="page-head mb-5">
              <div>
                <h1>{t(section)}</h1>
                <p>{lead}</p>
              </div>
            </div>
            {children}
          </div>
        </div>
      </div>
    </Page>
  )
}
