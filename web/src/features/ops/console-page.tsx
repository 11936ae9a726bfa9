import type { ReactNode } from 'react'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { useCurrentInView } from '../../ui/use-current-in-view.ts'
import { useWords } from './words.ts'

const tabs = ['overview', 'boards', 'people', 'settings', 'jobs', 'dead-letters', 'mail', 'audit'] as const
export type Tab = (typeof tabs)[number]

const addressOf = (tab: Tab) => (tab === 'overview' ? '/console' : `/console/${tab}`)

type Props = { tab: Tab; lead?: ReactNode; actions?: ReactNode; children: ReactNode }

/** One page of the operator's console under its tabs. */
export function ConsolePage({ tab, lead, actions, children }: Props) {
  const t = useWords()
  const row = useCurrentInView<HTMLElement>(tab)
  return (
    <Page
      title={t(`tab-${tab}`)}
      crumbs={tab === 'overview' ? [] : [{ label: t('console'), to: '/console' }, { label: t(`tab-${tab}`) }]}
      robots="noindex"
    >
      <div className="page-head">
        <div>
          <h1>{tab === 'overview' ? t('console') : t(`tab-${tab}`)}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className="flex gap-2">{actions}</div>}
      </div>
      <nav ref={row} className="tabs mb-5" aria-label={t('console')}>
        {tabs.map((name) => (
          <Link key={name} to={addressOf(name)} {...(name === tab ? { 'aria-current': 'page' as const } : {})}>
            {t(`tab-${name}`)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  )
}
