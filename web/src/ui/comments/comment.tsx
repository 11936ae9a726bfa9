import { useState } from 'react'
import type { CommentView } from '../../api/wire.ts'
import { Avatar } from '../avatar.tsx'
import { LazyComposer } from '../composer/lazy-composer.tsx'
import { Link } from '../link.tsx'
import { Prose } from '../markdown/markdown.tsx'
import { MemberName } from '../member-name.tsx'
import { Responses } from '../responses.tsx'
import { Time } from '../time.tsx'
import { useWords } from '../words.ts'
import type { Thread } from './use-thread.ts'

type Props = { comment: CommentView; thread: Thread; by: string | undefined }

/** One comment with its acts; a deleted one that has replies keeps its place without words. */
export function Comment({ comment, thread, by }: Props) {
  const t = useWords()
  const [open, setOpen] = useState<'reply' | 'edit' | null>(null)
  const close = () => setOpen(null)
  const { id, author, html, body, deleted, createdAt, editedAt, answers, version, can } = comment
  if (deleted) return <p className="py-2 text-13 text-ink-3">{t('comment-deleted')}</p>

  return (
    <article
      id={id}
      className="grid grid-cols-[28px_minmax(0,1fr)] gap-x-3 py-2.5 aria-busy:opacity-60"
      aria-label={author?.nickname}
      aria-busy={version === 0 || undefined}
    >
      <Avatar of={author ?? { id }} size={24} />
      <div className="min-w-0">
        <header className="meta">
          <MemberName of={author} />
          {author && author.id === by && <span className="tag brand">{t('writer')}</span>}
          {answers?.author && <span>@{answers.author.nickname}</span>}
          <a href={`#${id}`} className="quiet">
            <Time at={createdAt} />
          </a>
          {editedAt && <span>{t('edited')}</span>}
        </header>
        {comment.quote && (
          <blockquote className="mt-1 border-l-3 border-line-2 pl-3 text-13 text-ink-2">
            {comment.quote.text ?? t('quote-gone')}
            {comment.quote.link && (
              <Link className="link ml-1" to={comment.quote.link}>
                {t('quote-source')}
              </Link>
            )}
          </blockquote>
        )}
        {open === 'edit' ? (
          <LazyComposer
            label={t('comment-edit')}
            submit={t('save')}
            edited={{ text: body ?? '', version, reopen: () => setOpen('edit') }}
            draftKey={`edit:${id}`}
            onCancel={close}
            onSubmit={async (next, seen) => {
              await thread.act((acts) => acts.edit(id, next, seen))
              close()
            }}
          />
        ) : (
          <Prose html={html ?? ''} small className="mt-0.5" />
        )}
        <div className="mt-1 flex flex-wrap items-center">
          <Responses subject={comment} dislike />
          {can.reply && (
            <button
              type="button"
              className="act"
              data-act="reply"
              onClick={() => setOpen(open === 'reply' ? null : 'reply')}
            >
              {t('reply')}
            </button>
          )}
          {can.edit && (
            <button type="button" className="act" onClick={() => setOpen('edit')}>
              {t('edit')}
            </button>
          )}
          {can.delete && (
            <button type="button" className="act" onClick={() => thread.tell((acts) => acts.remove(comment))}>
              {t('delete')}
            </button>
          )}
        </div>
        {open === 'reply' && (
          <LazyComposer
            label={t('reply-to', { name: author?.nickname ?? '' })}
            submit={t('reply')}
            draftKey={`reply:${id}`}
            onCancel={close}
            onSubmit={async (text) => {
              close()
              try {
                await thread.act((acts) => acts.add(text, comment))
              } catch (error) {
                // Its draft is kept: it stands in the box again, and the box says no more why.
                setOpen('reply')
                thread.failed(error)
                throw error
              }
            }}
          />
        )}
      </div>
    </article>
  )
}
