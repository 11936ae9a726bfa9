import { PostAside } from './post-aside.tsx'
import type { Post } from './types.ts'
import { useWords } from './words.ts'

export function QuestionAside({ question }: { question: Post }) {
  const t = useWords()
  const { status, answers, views } = question
  const solved = status === 'RESOLVED'
  return (
    <>
      <section>
        <h2>{t('at-a-glance')}</h2>
        <dl className="dl">
          <dt>{t('status')}</dt>
          <dd className={solved ? 'text-ok' : ''}>{status ? t(`status-${status}`) : '–'}</dd>
          <dt>{t('answers')}</dt>
          <dd>{answers}</dd>
          <dt>{t('views')}</dt>
          <dd>{views}</dd>
        </dl>
      </section>
      <PostAside post={question} />
    </>
  )
}
