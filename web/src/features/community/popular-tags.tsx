import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../app/means.ts'
import { Link } from '../../ui/link.tsx'
import { count } from '../../words/numbers.ts'
import { useLocale } from '../../words/words.tsx'
import { tagsQuery } from './queries.ts'
import { useWords } from './words.ts'

const most = 12

/** For the context column: what is written about most. */
export function PopularTags() {
  const t = useWords()
  const locale = useLocale()
  const { data: tags } = useQuery(tagsQuery(useApi()))
  if (!tags || tags.items.length === 0) return null
  return (
    <section>
      <h2>
        {t('popular-tags')} <Link to="/tags">{t('all')}</Link>
      </h2>
      <div className="flex flex-wrap gap-1.5">
        {tags.items.slice(0, most).map(({ name, posts }) => (
          <Link key={name} className="tag" to={`/tags/${encodeURIComponent(name)}`}>
            {`#${name}`} <span className="text-ink-3">{count(posts, locale)}</span>
          </Link>
        ))}
      </div>
    </section>
  )
}
