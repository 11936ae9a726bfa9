import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { PenLine } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PopularTags } from './popular-tags.tsx'
import { PostList } from './post-list.tsx'
import { boardsQuery, filtersIn, questionsQuery } from './queries.ts'
import { useWords } from './words.ts'

const views = [
  { search: '', word: 'sort-latest' },
  { search: 'sort=unanswered', word: 'sort-unanswered' },
  { search: 'status=RESOLVED', word: 'status-RESOLVED' },
] as const

/** The questions of all boards. */
export function Component() {
  const t = useWords()
  const api = useApi()
  const [search] = useSearchParams()
  const filters = filtersIn(search)
  const questions = useSuspenseInfiniteQuery(questionsQuery(api, filters, search.get('after')))
  const { data: boards } = useSuspenseQuery(boardsQuery(api))
  const board = boards.items.find(({ kind, can }) => kind === 'question' && can.post)
  const now = new URLSearchParams(filters).toString()
  return (
    <Page
      title={t('questions')}
      crumbs={[]}
      description={t('questions-lead')}
      canonical="/questions"
      flush
      aside={<PopularTags />}
    >
      <div className="bhead">
        <div className="page-head">
          <div>
            <h1>{t('questions')}</h1>
            <p>{t('questions-lead')}</p>
          </div>
          {board && (
            <Link className="btn primary" to={`/write?to=${board.slug}`}>
              <PenLine />
              {t('ask')}
            </Link>
          )}
        </div>
        <nav className="chips pb-3" aria-label={t('sort')}>
          {views.map((view) => (
            <Link
              key={view.word}
              className="chip"
              to={`/questions${view.search && `?${view.search}`}`}
              {...(view.search === now ? { 'aria-current': 'true' as const } : {})}
            >
              {t(view.word)}
            </Link>
          ))}
        </nav>
      </div>
      <PostList
        board
        list={questions}
        label={t('questions')}
        empty={<EmptyState heading={t('no-questions')} text={t('no-posts-text')} />}
      />
    </Page>
  )
}
