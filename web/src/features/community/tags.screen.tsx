import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../../app/means.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { count } from '../../words/numbers.ts'
import { useLocale } from '../../words/words.tsx'
import { tagsQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const locale = useLocale()
  const { data: tags } = useSuspenseQuery(tagsQuery(useApi()))
  return (
    <Page title={t('tags')} crumbs={[]}>
      <div className="page-head">
        <div>
          <h1>{t('tags')}</h1>
          <p>{t('tags-lead')}</p>
        </div>
      </div>
      {tags.items.length === 0 ? (
        <EmptyState heading={t('no-tags')} />
      ) : (
        <ul className="grid grid-cols-2 gap-x-6 md:grid-cols-3 xl:grid-cols-4">
          {tags.items.map(({ name, posts }) => (
            <li key={name} className="border-b border-line">
              <Link
                className="flex min-h-11 items-center justify-between gap-3 font-medium hover:text-brand-ink"
                to={`/tags/${encodeURIComponent(name)}`}
              >
                <span className="clip">#{name}</span>
                <span className="text-13 text-ink-3 tabular-nums">{count(posts, locale)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
