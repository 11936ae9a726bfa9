import { useSearchParams } from 'react-router'
import { subjectKind } from '../../app/subject-kinds.ts'
import { Link } from '../../ui/link.tsx'
import { count } from '../../words/numbers.ts'
import { useLocale } from '../../words/words.tsx'
import { type SearchFilters, type SearchPage, wordsIn } from './queries.ts'
import { useWords } from './words.ts'

/** All kinds together, or one. */
export function SearchTabs({ page, filters }: { page: SearchPage; filters: SearchFilters }) {
  const t = useWords()
  const locale = useLocale()
  const [search] = useSearchParams()
  const kinds = page.facets['kind'] ?? []
  const address = (kind: string) => {
    const { kind: _, ...rest } = filters
    return `/search?${new URLSearchParams({ q: wordsIn(search), ...rest, ...(kind ? { kind } : {}) })}`
  }
  if (kinds.length === 0) return null
  return (
    <nav className="tabs mt-3" aria-label={t('kinds')}>
      <Link to={address('')} {...(filters.kind ? {} : { 'aria-current': 'page' as const })}>
        {t('all')}
      </Link>
      {kinds.map(({ value, count: n }) => (
        <Link key={value} to={address(value)} {...(filters.kind === value ? { 'aria-current': 'page' as const } : {})}>
          {subjectKind(value)?.label[locale] ?? value} <span className="n">{count(n, locale)}</span>
        </Link>
      ))}
    </nav>
  )
}
