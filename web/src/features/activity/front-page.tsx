import { useSuspenseQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useApi } from '../../app/means.ts'
import { useInstance } from '../../app/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { SubjectCard } from '../../ui/subject-card.tsx'
import { homeQuery } from './queries.ts'
import { useWords } from './words.ts'

const most = 20

/** For who is not signed in: what this is, one search box, one first act, and what is going on. */
export function FrontPage() {
  const t = useWords()
  const { name } = useInstance()
  const { data: home } = useSuspenseQuery(homeQuery(useApi()))
  const newest = home.sections
    .filter(({ kind }) => kind !== 'answer')
    .flatMap(({ items }) => items)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, most)
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
      {newest.length === 0 ? (
        <EmptyState heading={t('nothing-yet')} text={t('nothing-yet-text')} />
      ) : (
        newest.map((subject) => <SubjectCard key={subject.id} subject={subject} />)
      )}
    </>
  )
}
