import { useQueryClient, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { PenLine, X } from 'lucide-react'
import { useParams, useSearchParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { beside, useFresh } from '../../live/use-fresh.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { NewItems } from '../../ui/new-items.tsx'
import { Page } from '../../ui/page.tsx'
import { useLocale } from '../../words/words.tsx'
import { BoardAside } from './board-aside.tsx'
import { BoardFilters } from './board-filters.tsx'
import { useName } from './named.ts'
import { PostList } from './post-list.tsx'
import { boardQuery, filtersIn, postsQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const locale = useLocale()
  const nameOf = useName()
  const { board: slug = '' } = useParams()
  const [search] = useSearchParams()
  const filters = filtersIn(search)
  const { data: board } = useSuspenseQuery(boardQuery(api, slug))
  const list = postsQuery(api, slug, filters, search.get('after'))
  const posts = useSuspenseInfiniteQuery(list)
  const fresh = useFresh({
    places: [board.id],
    queryKey: list.queryKey,
    look: () => query.fetchInfiniteQuery({ ...list, ...beside(list) }),
    itemsOf: ({ pages }) => pages.flatMap(({ items }) => items),
  })
  const name = nameOf(board)
  const about = locale === 'en' && board.aboutEn ? board.aboutEn : board.about
  const narrowed = Object.keys(filters).some((filter) => filter !== 'sort')
  const isQuestions = board.kind === 'question'
  const write = isQuestions ? t('ask') : t('write')
  return (
    <Page
      title={name}
      crumbs={[{ label: t('boards'), to: '/boards' }, { label: name }]}
      description={about}
      canonical={`/boards/${slug}`}
      flush
      aside={<BoardAside board={board} />}
      asideLabel={t('about-board')}
    >
      <div className="bhead">
        <div className="page-head">
          <div>
            <h1>{name}</h1>
            {about && <p>{about}</p>}
          </div>
          {board.can.post && (
            <Link className="btn primary" to={`/write?to=${slug}`}>
              <PenLine />
              {write}
            </Link>
          )}
        </div>
        <BoardFilters board={board} filters={filters} />
      </div>
      {fresh.count > 0 && <NewItems label={t('new-posts', { n: fresh.count })} onShow={fresh.show} />}
      <PostList
        list={posts}
        label={name}
        empty={
          narrowed ? (
            <EmptyState picture="unfound" heading={t('none-found')} text={t('none-found-text')}>
              <Link className="btn" to={`/boards/${slug}`}>
                <X />
                {t('clear-filters')}
              </Link>
            </EmptyState>
          ) : (
            <EmptyState heading={isQuestions ? t('no-questions') : t('no-posts')} text={t('no-posts-text')}>
              {board.can.post && (
                <Link className="btn primary" to={`/write?to=${slug}`}>
                  <PenLine />
                  {write}
                </Link>
              )}
            </EmptyState>
          )
        }
      />
    </Page>
  )
}
