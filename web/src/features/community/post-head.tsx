import { Lock, Pin } from 'lucide-react'
import { Avatar } from '../../ui/avatar.tsx'
import { Link } from '../../ui/link.tsx'
import { MemberName } from '../../ui/member-name.tsx'
import { Time } from '../../ui/time.tsx'
import { count } from '../../words/numbers.ts'
import { useLocale } from '../../words/words.tsx'
import { useName } from './named.ts'
import { StatusTag } from './status-tag.tsx'
import type { Post } from './types.ts'
import { useWords } from './words.ts'

/** Title, where it stands and who wrote it when. */
export function PostHead({ post }: { post: Post }) {
  const t = useWords()
  const locale = useLocale()
  const nameOf = useName()
  const { board, status, categories, tags, title, author, createdAt, editedAt, views, pinned, locked } = post
  const labelled = status !== null || categories.length > 0 || tags.length > 0 || pinned || locked
  return (
    <header>
      {labelled && (
        <div className="mb-2.5 flex flex-wrap items-center gap-1.5">
          {pinned && (
            <span className="tag signal">
              <Pin />
              {t('pinned')}
            </span>
          )}
          {locked && (
            <span className="tag">
              <Lock />
              {t('locked')}
            </span>
          )}
          <StatusTag status={status} />
          {categories.map((category) => (
            <Link key={category.id} className="tag line" to={`/boards/${board.slug}?category=${category.id}`}>
              {nameOf(category)}
            </Link>
          ))}
          {tags.map((tag) => (
            <Link key={tag} className="tag" to={`/tags/${encodeURIComponent(tag)}`}>
              {`#${tag}`}
            </Link>
          ))}
        </div>
      )}
      <h1 className="qt">{title}</h1>
      <div className="meta mt-2.5">
        <Avatar of={author ?? { id: post.id }} />
        <MemberName of={author} />
        <span className="sep" />
        <Time at={createdAt} />
        <span className="sep" />
        <span>{t('views-count', { n: views })}</span>
        {editedAt && (
          <>
            <span className="sep" />
            <Link className="quiet" to={`/posts/${post.id}/revisions`} hrefLang={locale}>
              {t('edited')}
            </Link>
          </>
        )}
        {post.bookmarks !== null && post.bookmarks > 0 && (
          <>
            <span className="sep" />
            <span>{t('bookmarks-count', { n: count(post.bookmarks, locale) })}</span>
          </>
        )}
      </div>
    </header>
  )
}
