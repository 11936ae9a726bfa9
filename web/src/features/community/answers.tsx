import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { ApiError, offline } from '../../api/problem.ts'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { Button } from '../../ui/button.tsx'
import { LazyComposer } from '../../ui/composer/lazy-composer.tsx'
import { Link } from '../../ui/link.tsx'
import { NewItems } from '../../ui/new-items.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { AnswerItem } from './answer-item.tsx'
import { type AnswerSort, answersQuery } from './queries.ts'
import type { Post } from './types.ts'
import { useFreshAnswers } from './use-fresh-answers.ts'
import { useWords } from './words.ts'

const load = () => import('./add-answer.ts')

/** Every answer, the accepted one first, and the place to write one. */
export function Answers({ question }: { question: Post }) {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const [sort, setSort] = useState<AnswerSort>('best')
  const options = answersQuery(api, question.id, sort)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(options)
  const answers = data?.pages.flatMap(({ items }) => items) ?? []
  const fresh = useFreshAnswers(question, options.queryKey)

  const me = useMe()
  const isMember = me !== null
  // Ahead: the connection may be gone when it is needed.
  useEffect(() => {
    if (isMember) load().catch(() => {})
  }, [isMember])
  async function add(body: string) {
    const { addAnswer } = await load().catch(() => {
      throw new ApiError(offline)
    })
    if (me) await addAnswer({ api, query, me, question, queryKey: options.queryKey, own: fresh.own }, body)
  }

  return (
    <section id="answers" aria-label={t('answers')}>
      <div className="mb-3.5 mt-8 flex items-center justify-between">
        <h2>{t('answers-count', { n: question.answers })}</h2>
        {answers.length > 1 && (
          <Segmented
            label={t('sort')}
            value={sort}
            onChange={setSort}
            options={[
              { value: 'best', label: t('sort-best') },
              { value: 'latest', label: t('sort-latest') },
            ]}
          />
        )}
      </div>
      {answers.length === 0 && !fresh.waiting && <p className="py-4 text-ink-3">{t('no-answers')}</p>}
      {answers.map((answer) => (
        <AnswerItem key={answer.id} answer={answer} question={question} fresh={fresh} />
      ))}
      {hasNextPage && (
        <Button block busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {fresh.waiting && <NewItems label={t('new-answers')} onShow={() => void fresh.renew()} />}
      <div className="mt-7">
        <AnswerForm question={question} onSubmit={add} />
      </div>
    </section>
  )
}

function AnswerForm({ question, onSubmit }: { question: Post; onSubmit: (body: string) => Promise<void> }) {
  const t = useWords()
  const me = useMe()
  const { pathname } = useLocation()
  if (!me)
    return (
      <Link className="btn wide" to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
        {t('sign-in-to-answer')}
      </Link>
    )
  if (!question.can.answer) return <p className="note">{t('answers-closed')}</p>
  return (
    <LazyComposer
      label={t('answer-write')}
      placeholder={t('answer-placeholder')}
      submit={t('answer-submit')}
      draftKey={`answer:${question.id}`}
      rows={4}
      onSubmit={onSubmit}
    />
  )
}
