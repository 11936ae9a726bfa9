import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { Comments } from '../../ui/comments/comments.tsx'
import { Page } from '../../ui/page.tsx'
import { Responses } from '../../ui/responses.tsx'
import { Answers } from './answers.tsx'
import { useName } from './named.ts'
import { PostBody } from './post-body.tsx'
import { PostHead } from './post-head.tsx'
import { PostMenu } from './post-menu.tsx'
import { postQuery } from './queries.ts'
import { QuestionAside } from './question-aside.tsx'
import { summaryOf } from './summary-of.ts'
import { useCountView } from './use-count-view.ts'
import { useWords } from './words.ts'

// For its asker alone, and only once it is answered.
const AddNote = lazy(async () => ({ default: (await import('./add-note.tsx')).AddNote }))

export function Component() {
  const t = useWords()
  const nameOf = useName()
  const { id = '' } = useParams()
  const { data: question } = useSuspenseQuery(postQuery(useApi(), id))
  useCountView(id)
  return (
    <Page
      title={question.title}
      description={summaryOf(question)}
      canonical={question.link}
      crumbs={[{ label: nameOf(question.board), to: `/boards/${question.board.slug}` }, { label: t('question') }]}
      aside={<QuestionAside question={question} />}
      asideLabel={t('at-a-glance')}
    >
      <article className="max-w-[704px]">
        <PostHead post={question} />
        <PostBody post={question} />
        {question.can.addNote && (
          <Suspense>
            <AddNote question={question} />
          </Suspense>
        )}
        <div className="mt-5 flex items-center justify-between border-b border-line pb-3">
          <Responses
            subject={{ ...question, can: { ...question.can, bookmark: true } }}
            dislike={question.reactions.includes('dislike')}
            share={question.link}
          />
          <PostMenu post={question} />
        </div>
        <details className="mt-3" open={question.comments > 0}>
          <summary className="act -ml-1.75 w-fit cursor-pointer list-none">
            {t('comments-on', { n: question.comments })}
          </summary>
          <Comments subjectId={question.id} total={question.comments} by={question.author?.id} heading="none" />
        </details>
        <Answers key={question.id} question={question} />
      </article>
    </Page>
  )
}
