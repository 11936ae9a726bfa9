import { X } from 'lucide-react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { isNarrowed, type SearchFilters, type SearchPage } from './queries.ts'
import { useWords } from './words.ts'

/** Nothing: what may help. */
export function NothingFound({ q, filters }: { q: string; filters: SearchFilters; page: SearchPage }) {
  const t = useWords()
  const narrowed = isNarrowed(filters)
  return (
    <EmptyState
      picture="unfound"
      heading={q === '' ? t('none') : t('none-of', { q })}
      text={narrowed ? t('none-narrowed') : t('none-text')}
    >
      {narrowed && (
        <Link className="btn" to={`/search?q=${encodeURIComponent(q)}`}>
          <X />
          {t('clear-filters')}
        </Link>
      )}
    </EmptyState>
  )
}
