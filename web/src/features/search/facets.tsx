import { useSearchParams } from 'react-router'
import { Link } from '../../ui/link.tsx'
import { count } from '../../words/numbers.ts'
import { useLocale } from '../../words/words.tsx'
import { type SearchFilters, type SearchPage, wordsIn } from './queries.ts'
import { useWords } from './words.ts'

type Name = keyof SearchFilters
type Value = SearchPage['facets']['category'][number]

const mostShown = 8
const isShared = (values: readonly Value[], { label }: Value) => values.filter((one) => one.label === label).length > 1

/** What the results divide into; each value is a link, so it works without JavaScript and can be kept. */
export function Facets({ page, filters }: { page: SearchPage; filters: SearchFilters }) {
  const t = useWords()
  const locale = useLocale()
  const [search] = useSearchParams()
  function labelOf(name: string, { value, label, labelEn }: Value): string {
    if (label) return locale === 'en' && labelEn ? labelEn : label
    return name === 'status' ? t(`status-${value}` as 'status-OPEN') : value
  }
  const boardOf = ({ board }: Value) => board && (locale === 'en' && board.nameEn ? board.nameEn : board.name)
  const address = (name: Name, value: string) => {
    const next = new URLSearchParams({ q: wordsIn(search), ...filters })
    next.get(name) === value ? next.delete(name) : next.set(name, value)
    return `/search?${next}`
  }
  const periods = [
    { days: 1, label: t('period-day') },
    { days: 7, label: t('period-week') },
    { days: 30, label: t('period-month') },
    { days: 365, label: t('period-year') },
  ]
  const names = (['board', 'category', 'status', 'tag'] as const).filter((name) => (page.facets[name]?.length ?? 0) > 0)
  return (
    <aside className="facets" aria-label={t('filters')}>
      {names.map((name) => (
        <section key={name}>
          <h2>{t(`facet-${name}`)}</h2>
          <ul>
            {page.facets[name]?.slice(0, mostShown).map((one, _, shown) => (
              <li key={one.value}>
                <Link
                  className="facet"
                  to={address(name, one.value)}
                  {...(filters[name] === one.value ? { 'aria-current': 'true' as const } : {})}
                >
                  <span className="clip">
                    {labelOf(name, one)}
                    {one.board && isShared(shown, one) && <span className="of">{boardOf(one)}</span>}
                  </span>
                  <span className="n">{count(one.count, locale)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{t('facet-period')}</h2>
        <ul>
          {periods.map(({ days, label }) => {
            const from = dayBefore(days)
            return (
              <li key={days}>
                <Link
                  className="facet"
                  to={address('from', from)}
                  {...(filters.from === from ? { 'aria-current': 'true' as const } : {})}
                >
                  {label}
                </Link>
              </li>
            )
          })}
        </ul>
      </section>
    </aside>
  )
}

const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
