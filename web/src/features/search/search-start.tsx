import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../app/means.ts'
import { Link } from '../../ui/link.tsx'
import { popularQuery } from './queries.ts'
import { useWords } from './words.ts'

const tips = ['initials', 'keyboard', 'spacing'] as const

/** Before anything was asked: what others look for, and what can be typed. */
export function SearchStart() {
  const t = useWords()
  const { data: popular } = useQuery(popularQuery(useApi()))
  return (
    <div className="mt-6 grid gap-6">
      {popular && popular.items.length > 0 && (
        <section>
          <h2 className="h-sec">{t('popular')}</h2>
          <ol className="flex flex-wrap gap-1.5">
            {popular.items.map(({ text }) => (
              <li key={text}>
                <Link className="chip" to={`/search?q=${encodeURIComponent(text)}`}>
                  {text}
                </Link>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h2 className="h-sec">{t('tips')}</h2>
        <dl className="grid gap-2 md:grid-cols-3 md:gap-3">
          {tips.map((tip) => (
            <div key={tip} className="card px-4 py-3">
              <dt className="text-13 text-ink-3">{t(`tip-${tip}`)}</dt>
              <dd className="mt-0.5 text-15 font-medium">{t(`tip-${tip}-example`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
