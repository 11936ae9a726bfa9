import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router'
import type { CommentRoot } from '../../api/wire.ts'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { Button } from '../button.tsx'
import { LazyComposer } from '../composer/lazy-composer.tsx'
import { Link } from '../link.tsx'
import { NewItems } from '../new-items.tsx'
import { Segmented } from '../segmented.tsx'
import { useWords } from '../words.ts'
import { Comment } from './comment.tsx'
import { type CommentSort, commentsQuery } from './comment-queries.ts'
import { useFreshComments } from './use-fresh-comments.ts'
import { type Thread, useThread } from './use-thread.ts'

type Props = {
  subjectId: string
  /** All of them, at any depth, as the subject counts. */
  total: number
  /** Whose text it is: their comments are marked. */
  by?: string | undefined
  /** Without a heading of its own the caller has one. */
  heading?: 'h2' | 'none'
}

/** The talk below a subject: roots by page, replies under them, one composer at the foot. */
export function Comments({ subjectId, total, by, heading = 'h2' }: Props) {
  const t = useWords()
  const [sort, setSort] = useState<CommentSort>('oldest')
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    commentsQuery(useApi(), subjectId, sort),
  )
  const fresh = useFreshComments(subjectId, total)
  const thread = useThread(subjectId, sort, fresh.own)
  const pages = data?.pages ?? []
  const roots = pages.flatMap(({ items }) => items)
  const mayComment = pages[0]?.can.comment ?? false
  return (
    <section
      id={heading === 'h2' ? 'comments' : undefined}
      className={heading === 'h2' ? 'mt-8' : 'mt-2'}
      aria-label={t('comments')}
    >
      <div className="mb-2 flex items-center justify-between gap-3">
        {heading === 'h2' && <h2 className="text-16 font-semibold">{t('comments-count', { n: total })}</h2>}
        {roots.length > 1 && (
          <Segmented
            label={t('sort')}
            value={sort}
            onChange={setSort}
            options={[
              { value: 'oldest', label: t('sort-oldest') },
              { value: 'newest', label: t('sort-newest') },
              { value: 'best', label: t('sort-best') },
            ]}
          />
        )}
      </div>
      <ul>
        {roots.map((root) => (
          <Root key={root.id} root={root} thread={thread} by={by} />
        ))}
      </ul>
      {hasNextPage && (
        <Button block busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {fresh.waiting && <NewItems label={t('new-comments')} onShow={fresh.show} />}
      <div className="mt-4">
        <Foot subjectId={subjectId} mayComment={mayComment} thread={thread} />
      </div>
    </section>
  )
}

function Root({ root, thread, by }: { root: CommentRoot; thread: Thread; by: string | undefined }) {
  const t = useWords()
  const left = root.replyCount - root.replies.items.length
  return (
    <li className="border-t border-line first:border-0">
      <Comment comment={root} thread={thread} by={by} />
      {root.replies.items.length > 0 && (
        <ul className="ml-3 border-l border-line pl-4 md:ml-3.5 md:pl-6">
          {root.replies.items.map((reply) => (
            <li key={reply.id}>
              <Comment comment={reply} thread={thread} by={by} />
            </li>
          ))}
        </ul>
      )}
      {root.replies.next && left > 0 && (
        <button type="button" className="act mb-2 ml-10" onClick={() => thread.tell((acts) => acts.showReplies(root))}>
          {t('more-replies', { n: left })}
        </button>
      )}
    </li>
  )
}

function Foot({ subjectId, mayComment, thread }: { subjectId: string; mayComment: boolean; thread: Thread }) {
  const t = useWords()
  const me = useMe()
  const { pathname, search } = useLocation()
  if (!me)
    return (
      <Link className="btn wide" to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
        {t('sign-in-to-comment')}
      </Link>
    )
  if (!mayComment) return <p className="note">{t('comments-closed')}</p>
  return (
    <LazyComposer
      label={t('comment-write')}
      placeholder={t('comment-placeholder')}
      submit={t('comment-submit')}
      draftKey={`comment:${subjectId}`}
      onSubmit={(body) => thread.act((acts) => acts.add(body))}
    />
  )
}
