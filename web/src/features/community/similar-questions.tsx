import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useApi } from '../../app/means.ts'
import { Link } from '../../ui/link.tsx'
import { similarQuery } from './queries.ts'
import { useWords } from './words.ts'

const enough = 6

/** Questions like the one that is being asked: perhaps it is answered already. */
export function SimilarQuestions({ title }: { title: string }) {
  const t = useWords()
  const asked = useDeferredValue(title.trim())
  const { data } = useQuery({ ...similarQuery(useApi(), asked), enabled: asked.length >= enough })
  if (!data || data.items.length === 0) return null
  return (
    <section className="note brand" aria-live="polite">
      <div>
        <b>{t('similar-asked')}</b>
        <ul className="mt-1 grid gap-1">
          {data.items.slice(0, 4).map(({ id, link, title: found }) => (
            <li key={id}>
              <Link className="link" to={link} target="_blank">
                {found}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
