import { useQueryClient, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { CircleHelp } from 'lucide-react'
import { useSearchParams } from 'react-router'
import type { Me } from '../../api/wire.ts'
import { useApi } from '../../app/means.ts'
import { beside, useFresh } from '../../live/use-fresh.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { MoreItems } from '../../ui/more-items.tsx'
import { NewItems } from '../../ui/new-items.tsx'
import { SubjectCard } from '../../ui/subject-card.tsx'
import { feedOf } from './feed-of.ts'
import { isPost } from './newest-posts.ts'
import { type FeedOf, feedQuery, homeQuery } from './queries.ts'
import { useWords } from './words.ts'

/** What is new, for a member: of everybody, or of those that they follow. */
export function Feed({ me }: { me: Me }) {
  const t = useWords()
  const [search] = useSearchParams()
  const of = feedOf(search)
  const api = useApi()
  const query = useQueryClient()
  const list = feedQuery(api, of)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(list)
  const { data: home } = useSuspenseQuery(homeQuery(api))
  const fresh = useFresh({
    places: home.places,
    queryKey: list.queryKey,
    look: () => query.fetchInfiniteQuery({ ...list, ...beside(list) }),
    itemsOf: ({ pages }) => pages.flatMap((page) => page.items).filter(isPost),
  })
  const items = data.pages.flatMap((page) => page.items)
  const tab = (name: FeedOf, to: string) => (
    <Link to={to} {...(name === of ? { 'aria-current': 'page' as const } : {})} preventScrollReset>
      {t(`feed-${name}`)}
    </Link>
  )
  return (
    <>
      <h1 className="sr">{t('home')}</h1>
      <div className="ask">
        <Avatar of={me} size={36} />
        <Link className="ask-in" to="/write">
          {t('ask-bar', { name: me.nickname })}
        </Link>
        <Link className="btn ghost sm max-md:hidden" to="/write?kind=question">
          <CircleHelp />
          {t('question')}
        </Link>
      </div>
      <nav className="feedtabs tabs" aria-label={t('feed')}>
        {tab('latest', '/')}
        {tab('following', '/?of=following')}
      </nav>
      {fresh.count > 0 && <NewItems label={t('new-posts', { n: fresh.count })} onShow={fresh.show} />}
      {items.length === 0 ? (
        <EmptyState heading={t(`feed-empty-${of}`)} text={t(`feed-empty-${of}-text`)}>
          <Link className="btn" to="/boards">
            {t('to-boards')}
          </Link>
        </EmptyState>
      ) : (
        items.map((subject) => <SubjectCard key={subject.id} subject={subject} />)
      )}
      <MoreItems
        hasMore={hasNextPage}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
        pages={data.pages.length}
        next={null}
      />
    </>
  )
}
