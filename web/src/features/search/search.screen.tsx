import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { MoreItems } from '../../ui/more-items.tsx'
import { Page } from '../../ui/page.tsx'
import { Facets } from './facets.tsx'
import { HitLine } from './hit-line.tsx'
import { NothingFound } from './nothing-found.tsx'
import { filtersIn, isAsked, isNarrowed, type SearchFilters, searchQuery, wordsIn } from './queries.ts'
import { SearchForm } from './search-form.tsx'
import { SearchStart } from './search-start.tsx'
import { SearchTabs } from './search-tabs.tsx'
import { Summary } from './summary.tsx'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const [search] = useSearchParams()
  const q = wordsIn(search)
  const filters = filtersIn(search)
  const asked = isAsked(q, filters)
  const title = q === '' ? t('search') : t('search-of', { q })
  return (
    <Page title={title} description={title} crumbs={[]} canonical="/search" flush>
      {asked ? (
        <Results q={q} filters={filters} after={search.get('after')} />
      ) : (
        <div className="body">
          <h1 className="sr">{t('search')}</h1>
          <SearchForm q="" />
          <SearchStart />
        </div>
      )}
    </Page>
  )
}

type Props = { q: string; filters: SearchFilters; after: string | null }

function Results({ q, filters, after }: Props) {
  const t = useWords()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    searchQuery(useApi(), q, filters, after),
  )
  const [first] = data.pages
  if (!first) return null
  const hits = data.pages.flatMap(({ items }) => items)
  const narrows = hits.length > 0 || isNarrowed(filters)
  return (
    <div className={narrows ? 'split search' : ''}>
      {narrows && <Facets page={first} filters={filters} />}
      <div className="body">
        <h1 className="sr">{t('results')}</h1>
        <SearchForm q={q} />
        <SearchTabs page={first} filters={filters} />
        <Summary q={q} page={first} filters={filters} />
        {hits.length === 0 ? (
          <NothingFound q={q} filters={filters} page={first} />
        ) : (
          <ol className="list">
            {hits.map((hit) => (
              <HitLine key={hit.id} hit={hit} />
            ))}
          </ol>
        )}
        <MoreItems
          hasMore={hasNextPage}
          busy={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
          pages={data.pages.length}
          next={data.pages.at(-1)?.next ?? null}
        />
      </div>
    </div>
  )
}
