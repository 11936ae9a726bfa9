import { useQuery } from '@tanstack/react-query'
import type { SubjectCard } from '../../api/wire.ts'
import { useApi } from '../../app/means.ts'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'
import { homeQuery } from './queries.ts'
import { useWords } from './words.ts'

const most = 5

/** What waits and what was just answered, from the same answer as the front page. */
export function HomeAside() {
  const t = useWords()
  const { data: home } = useQuery(homeQuery(useApi()))
  const of = (kind: string) => home?.sections.find((section) => section.kind === kind)?.items ?? []
  const waiting = of('question').filter(({ status }) => status === 'UNSOLVED')
  return (
    <>
      <Lines heading={t('waiting-questions')} items={waiting} />
      <Lines heading={t('new-answers')} items={of('answer')} />
      <Lines heading={t('notices')} items={of('notice')} />
    </>
  )
}

function Lines({ heading, items }: { heading: string; items: SubjectCard[] }) {
  if (items.length === 0) return null
  const different = items.filter(({ title }, n) => items.findIndex((one) => one.title === title) === n)
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="aside-links grid gap-2">
        {different.slice(0, most).map(({ id, link, title, author, createdAt }) => (
          <li key={id}>
            <Link to={link}>
              <b className="clip2 font-medium">{title}</b>
              <span className="clip">
                {author && `${author.nickname} · `}
                <Time at={createdAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
