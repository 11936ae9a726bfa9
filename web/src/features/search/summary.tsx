import { useNavigate } from 'react-router'
import { Link } from '../../ui/link.tsx'
import type { SearchFilters, SearchPage } from './queries.ts'
import { useWords } from './words.ts'

const sorts = ['accuracy', 'latest', 'likes', 'views'] as const

/** How many, in what order, and what was looked for besides what was typed. */
export function Summary({ q, page, filters }: { q: string; page: SearchPage; filters: SearchFilters }) {
  const t = useWords()
  const navigate = useNavigate()
  const { total, corrected, degraded } = page
  const sort = filters.sort ?? (q === '' ? 'latest' : 'accuracy')
  return (
    <div className="my-3 grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className={total > 0 ? 'text-13 text-ink-3' : 'sr'} role="status">
          {total >= 10_000 ? t('total-many') : t('total', { n: total })}
        </p>
        {total > 0 && (
          <select
            className="select compact"
            aria-label={t('sort')}
            value={sort}
            onChange={(event) =>
              void navigate(`/search?${new URLSearchParams({ q, ...filters, sort: event.currentTarget.value })}`)
            }
          >
            {sorts.map((name) => (
              <option key={name} value={name}>
                {t(`sort-${name}`)}
              </option>
            ))}
          </select>
        )}
      </div>
      {corrected && (
        <p className="note info">
          <span>
            {t('corrected', { to: corrected.to })}{' '}
            <Link className="link" to={`/search?${new URLSearchParams({ ...filters, q: `"${corrected.from}"` })}`}>
              {t('literal', { from: corrected.from })}
            </Link>
          </span>
        </p>
      )}
      {degraded && <p className="note warn">{t('degraded')}</p>}
    </div>
  )
}
