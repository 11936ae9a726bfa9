import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useApi } from '../../app/means.ts'
import { useInstance } from '../../app/session.ts'
import { beside, useFresh } from '../../live/use-fresh.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { NewItems } from '../../ui/new-items.tsx'
import { SubjectCard } from '../../ui/subject-card.tsx'
import { newestPosts } from './newest-posts.ts'
import { homeQuery } from './queries.ts'
import { useWords } from './words.ts'

/** For who is not signed in: what this is, one search box, one first act, and what is going on. */
export function FrontPage() {
  const t = useWords()
  const { name } = useInstance()
  const query = useQueryClient()
  const list = homeQuery(useApi())
  const { data: home } = useSuspenseQuery(list)
  const newest = newestPosts(home)
  const fresh = useFresh({
    places: home.places,
    queryKey: list.queryKey,
    look: () => query.fetchQuery({ ...list, ...beside(list) }),
    itemsOf: newestPosts,
  })
  return (
    <>
      <header className="hero">
        <h1>{t('front-heading', { name })}</h1>
        <p>{t('what-this-is', { name })}</p>
        <search>
          <form action="/search" className="sbox">
            <Search className="s20 text-ink-3" />
            <input name="q" type="search" maxLength={100} aria-label={t('search')} placeholder={t('search-hint')} />
          </form>
        </search>
        <div className="mt-3 flex flex-wrap gap-2">
          <Link className="btn primary" to="/sign-up">
            {t('join')}
          </Link>
          <Link className="btn" to="/boards">
            {t('look-around')}
          </Link>
        </div>
      </header>
      {fresh.count > 0 && <NewItems label={t('new-posts', { n: fresh.count })} onShow={fresh.show} />}
      {newest.length === 0 ? (
        <EmptyState heading={t('nothing-yet')} text={t('nothing-yet-text')} />
      ) : (
        newest.map((subject) => <SubjectCard key={subject.id} subject={subject} />)
      )}
    </>
  )
}
