import { Lock, Pin } from 'lucide-react'
import { Avatar } from '../../ui/avatar.tsx'
import { Link } from '../../ui/link.tsx'
import { MemberName } from '../../ui/member-name.tsx'
import { Time } from '../../ui/time.tsx'
import { count } from '../../words/numbers.ts'
import { useLocale } from '../../words/words.tsx'
import { useName } from './named.ts'
import { RowSign } from './row-signs.tsx'
import { StatusTag } from './status-tag.tsx'
import type { PostItem } from './types.ts'
import { useWords } from './words.ts'

/** One line of a board: who, what, and how much talk there is. */
export function PostRow({ post, board }: { post: PostItem; board?: boolean }) {
  const t = useWords()
  const locale = useLocale()
  const nameOf = useName()
  const talk = post.kind === 'question' ? post.answers : post.comments
  const talkTitle = post.kind === 'question' ? t('answers') : t('comments')
  const category = post.categories.at(-1)
  return (
    <li className="trow">
      <Avatar of={post.author ?? { id: post.id }} size={32} />
      <div className="min-w-0">
        <Link className="tt" to={post.link} data-row="" viewTransition>
          {post.pinned && <Pin className="s14 text-signal-ink" aria-label={t('pinned')} />}
          {post.locked && <Lock className="s14 text-ink-3" aria-label={t('locked')} />}
          <span>{post.title}</span>
        </Link>
        <div className="meta">
          <StatusTag status={post.status} />
          {board && <span className="clip">{nameOf(post.board)}</span>}
          {board && category && <span className="sep" />}
          {category && <span className="clip">{nameOf(category)}</span>}
          {(board || category) && <span className="sep" />}
          <MemberName of={post.author} />
          {post.tags.slice(0, 2).map((tag) => (
            <Link key={tag} className="quiet max-md:hidden" to={`/tags/${encodeURIComponent(tag)}`}>
              {`#${tag}`}
            </Link>
          ))}
          <Time at={post.createdAt} className="md:hidden" />
        </div>
      </div>
      <span className="tcol max-md:hidden" title={t('likes')}>
        <RowSign of="likes" />
        <span className="sr">{t('likes')}</span>
        {count(post.likes, locale)}
      </span>
      <span className={talk > 0 ? 'tcol' : 'tcol none'} title={talkTitle}>
        <RowSign of="talk" />
        <span className="sr">{talkTitle}</span>
        {count(talk, locale)}
      </span>
      <span className="tlast max-md:hidden">
        {post.activeBy && <Avatar of={post.activeBy} size={18} />}
        <Time at={post.activeAt} />
      </span>
    </li>
  )
}
