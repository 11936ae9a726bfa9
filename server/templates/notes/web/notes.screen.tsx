import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { PenLine } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useApi } from '../../../../web/src/app/means.ts'
import { Avatar } from '../../../../web/src/ui/avatar.tsx'
import { EmptyState } from '../../../../web/src/ui/empty-state.tsx'
import { Link } from '../../../../web/src/ui/link.tsx'
import { MemberName } from '../../../../web/src/ui/member-name.tsx'
import { MoreItems } from '../../../../web/src/ui/more-items.tsx'
import { Page } from '../../../../web/src/ui/page.tsx'
import { Time } from '../../../../web/src/ui/time.tsx'
import { notesQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const [search] = useSearchParams()
  const list = useSuspenseInfiniteQuery(notesQuery(useApi(), search.get('after')))
  const { pages } = list.data
  const notes = pages.flatMap(({ items }) => items)
  const write = (
    <Link className="btn primary" to="/notes/new">
      <PenLine />
      {t('write')}
    </Link>
  )
  return (
    <Page title={t('notes')} crumbs={[]} description={t('lead')} canonical="/notes" flush>
      <div className="bhead">
        <div className="page-head">
          <div>
            <h1>{t('notes')}</h1>
            <p>{t('lead')}</p>
          </div>
          {notes.length > 0 && write}
        </div>
      </div>
      {notes.length === 0 ? (
        <EmptyState heading={t('none')} text={t('none-text')}>
          {write}
        </EmptyState>
      ) : (
        <ul aria-label={t('notes')}>
          {notes.map(({ id, title, author, createdAt }) => (
            <li key={id} className="trow">
              <Avatar of={author ?? { id }} size={32} />
              <div className="min-w-0">
                <Link className="tt" to={`/notes/${id}`} data-row="">
                  <span>{title}</span>
                </Link>
                <div className="meta">
                  <MemberName of={author} />
                  <Time at={createdAt} />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <MoreItems
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        pages={pages.length}
        next={pages.at(-1)?.next ?? null}
      />
    </Page>
  )
}
