import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { MoreItems } from '../../ui/more-items.tsx'
import { Page } from '../../ui/page.tsx'
import { SubjectCard } from '../../ui/subject-card.tsx'
import { bookmarksQuery, foldersQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const api = useApi()
  const [search] = useSearchParams()
  const folder = search.get('folder')
  const { data: folders } = useSuspenseQuery(foldersQuery(api))
  const bookmarks = useSuspenseInfiniteQuery(bookmarksQuery(api, folder))
  const items = bookmarks.data.pages.flatMap((page) => page.items)
  const chip = (name: string | null, label: string) => (
    <Link
      key={label}
      className="chip"
      to={name === null ? '/bookmarks' : `/bookmarks?folder=${encodeURIComponent(name)}`}
      {...(name === folder ? { 'aria-current': 'true' as const } : {})}
    >
      {label}
    </Link>
  )
  return (
    <Page title={t('bookmarks')} crumbs={[]} flush robots="noindex">
      <div className="bhead">
        <div className="page-head">
          <div>
            <h1>{t('bookmarks')}</h1>
            <p>{t('bookmarks-lead')}</p>
          </div>
        </div>
        {folders.items.length > 0 && (
          <nav className="chips pb-3" aria-label={t('folders')}>
            {chip(null, t('all'))}
            {folders.items.map(({ name }) => chip(name, name))}
          </nav>
        )}
      </div>
      {items.length === 0 ? (
        <EmptyState heading={t('no-bookmarks')} text={t('no-bookmarks-text')}>
          <Link className="btn" to="/boards">
            {t('to-boards')}
          </Link>
        </EmptyState>
      ) : (
        items.map(({ subject }) => <SubjectCard key={subject.id} subject={subject} />)
      )}
      <MoreItems
        hasMore={bookmarks.hasNextPage}
        busy={bookmarks.isFetchingNextPage}
        onMore={() => void bookmarks.fetchNextPage()}
        pages={bookmarks.data.pages.length}
        next={null}
      />
    </Page>
  )
}
