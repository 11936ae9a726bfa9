import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FollowButton } from '../../ui/follow-button.tsx'
import { Link } from '../../ui/link.tsx'
import { MoreItems } from '../../ui/more-items.tsx'
import { Page } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { ActLine } from './act-line.tsx'
import { profileQuery } from './member-queries.ts'
import { type Act, activityQuery } from './queries.ts'
import { useWords } from './words.ts'

/** What was accepted was also written: of one thing the latest act alone. */
function eachOnce(acts: Act[]): Act[] {
  const seen = new Set<string>()
  return acts.filter(({ subject: { id } }) => !seen.has(id) && seen.add(id))
}

const tabs = [null, 'post', 'answer', 'comment'] as const

/** What anyone may know of a member, and what they did. */
export function Component() {
  const t = useWords()
  const api = useApi()
  const me = useMe()
  const { handle = '' } = useParams()
  const [search] = useSearchParams()
  const kind = tabs.find((name) => name === search.get('kind')) ?? null
  const { data: member } = useSuspenseQuery(profileQuery(api, handle))
  const acts = useSuspenseInfiniteQuery(activityQuery(api, member.id, kind))
  const items = eachOnce(acts.data.pages.flatMap((page) => page.items))
  const mine = me?.id === member.id
  return (
    <Page
      title={member.nickname}
      description={member.bio}
      crumbs={[]}
      canonical={`/members/${encodeURIComponent(member.nickname)}`}
    >
      <header className="mb-6 flex flex-wrap items-start gap-4">
        <Avatar of={member} size={80} />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <h1>{member.nickname}</h1>
            {member.roles.map((role) => (
              <span key={role} className="tag brand">
                {t(`role-${role}` as 'role-admin')}
              </span>
            ))}
            {member.status === 'suspended' && <span className="tag warn">{t('suspended')}</span>}
          </div>
          {member.bio && <p className="mt-1 whitespace-pre-line text-ink-2">{member.bio}</p>}
          <p className="meta mt-1.5">
            <span>{t('joined')}</span>
            <Time at={member.joinedAt} />
            {member.links.map((link) => (
              <a key={link} className="link" href={link} rel="nofollow ugc noopener">
                {link.replace(/^https?:\/\//, '')}
              </a>
            ))}
          </p>
        </div>
        <div className="flex gap-2">
          {mine ? (
            <Link className="btn" to="/settings/profile">
              {t('edit-profile')}
            </Link>
          ) : (
            <FollowButton kind="members" id={member.id} />
          )}
        </div>
      </header>
      <nav className="tabs" aria-label={t('activity')}>
        {tabs.map((name) => (
          <Link
            key={name ?? 'all'}
            to={name ? `?kind=${name}` : '?'}
            preventScrollReset
            {...(name === kind ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`tab-${name ?? 'all'}`)}
          </Link>
        ))}
        {mine && <Link to="/bookmarks">{t('bookmarks')}</Link>}
      </nav>
      {items.length === 0 ? (
        <EmptyState heading={t('no-activity')} text={mine ? t('no-activity-mine') : undefined} />
      ) : (
        <ul className="list">
          {items.map((act) => (
            <ActLine key={act.id} act={act} />
          ))}
        </ul>
      )}
      <MoreItems
        hasMore={acts.hasNextPage}
        busy={acts.isFetchingNextPage}
        onMore={() => void acts.fetchNextPage()}
        pages={acts.data.pages.length}
        next={null}
      />
    </Page>
  )
}
