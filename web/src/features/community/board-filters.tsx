import { X } from 'lucide-react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { Link } from '../../ui/link.tsx'
import { useCurrentInView } from '../../ui/use-current-in-view.ts'
import { useName } from './named.ts'
import type { PostFilters } from './queries.ts'
import type { Board, PostStatus, Sort } from './types.ts'
import { useWords } from './words.ts'

const statusesOf: Partial<Record<Board['kind'], PostStatus[]>> = {
  question: ['UNSOLVED', 'RESOLVED', 'ENDED'],
  recruitment: ['OPEN', 'CLOSED'],
}
const sorts: Sort[] = ['latest', 'active', 'likes', 'views']
const questionSorts: Sort[] = [...sorts, 'answers', 'unanswered']

/** Categories as chips, sort and status beside them; all of it in the address, as links where possible. */
export function BoardFilters({ board, filters }: { board: Board; filters: PostFilters }) {
  const t = useWords()
  const nameOf = useName()
  const navigate = useNavigate()
  const { board: slug = '' } = useParams()
  const [search] = useSearchParams()
  const row = useCurrentInView<HTMLElement>(filters.category ?? '')

  const address = (change: PostFilters) => {
    const next = new URLSearchParams(search)
    next.delete('after')
    for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name)
    return `/boards/${slug}${next.size > 0 ? `?${next}` : ''}`
  }
  const chosen = board.categories.find(
    ({ id, children }) => id === filters.category || children.some((child) => child.id === filters.category),
  )
  const statuses = statusesOf[board.kind] ?? (board.settings.solvable ? (['UNSOLVED', 'SOLVED'] as const) : [])
  const chip = (id: string, label: string, current: boolean) => (
    <Link
      key={id}
      className="chip"
      to={address({ category: id })}
      preventScrollReset
      {...(current ? { 'aria-current': 'true' as const } : {})}
    >
      {label}
    </Link>
  )

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 pb-3">
      <div className="flex items-center justify-between gap-3">
        {board.categories.length > 0 && (
          <nav ref={row} className="chips" aria-label={t('categories')}>
            {chip('', t('all'), !filters.category)}
            {board.categories.map((category) => chip(category.id, nameOf(category), category.id === chosen?.id))}
          </nav>
        )}
        <div className="ml-auto flex flex-none items-center gap-1">
          {statuses.length > 0 && (
            <select
              className="select compact"
              aria-label={t('status')}
              value={filters.status ?? ''}
              onChange={(event) => void navigate(address({ status: event.currentTarget.value }))}
            >
              <option value="">{t('any-status')}</option>
              {statuses.map((status) => (
                <option key={status} value={status}>
                  {t(`status-${status}`)}
                </option>
              ))}
            </select>
          )}
          <select
            className="select compact"
            aria-label={t('sort')}
            value={filters.sort ?? board.settings.sort}
            onChange={(event) => void navigate(address({ sort: event.currentTarget.value }))}
          >
            {(board.kind === 'question' ? questionSorts : sorts).map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort-${sort}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {chosen && chosen.children.length > 0 && (
        <nav className="chips" aria-label={t('subcategories')}>
          {chosen.children.map((child) => chip(child.id, nameOf(child), child.id === filters.category))}
        </nav>
      )}
      {(filters.tag || filters.author) && (
        <p className="flex flex-wrap gap-1">
          {filters.tag && (
            <Link className="chip sel" to={address({ tag: '' })}>
              #{filters.tag}
              <X aria-label={t('remove-filter')} />
            </Link>
          )}
          {filters.author && (
            <Link className="chip sel" to={address({ author: '' })}>
              {filters.author}
              <X aria-label={t('remove-filter')} />
            </Link>
          )}
        </p>
      )}
    </div>
  )
}
