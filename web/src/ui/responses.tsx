import { Bookmark, MessageSquare, Share2, ThumbsDown, ThumbsUp } from 'lucide-react'
import type { Respondable } from '../api/wire.ts'
import { count } from '../words/numbers.ts'
import { useLocale } from '../words/words.tsx'
import { Link } from './link.tsx'
import { toast } from './toast.tsx'
import { useResponse } from './use-response.ts'
import { useWords } from './words.ts'

type Subject = Respondable & { can: { react: boolean; bookmark?: boolean } }

type Props = {
  subject: Subject
  /** Where the talk is: an anchor on the page, or the subject's page from a list. */
  talk?: { to: string; name: string; label: string }
  share?: string
  dislike?: boolean
}

/** One row of buttons under anything that can be responded to. Buttons follow `can`; a guest is sent to sign in. */
export function Responses({ subject, talk, share, dislike }: Props) {
  const t = useWords()
  const locale = useLocale()
  const { react, toggleBookmark } = useResponse(subject.id)
  const { reaction, bookmarked } = subject.own
  return (
    <div className="acts">
      <button
        type="button"
        className="act"
        data-act="like"
        aria-pressed={reaction === 'like'}
        title={t('like')}
        onClick={react(reaction, 'like')}
      >
        <ThumbsUp />
        <span className="sr">{t('like')}</span>
        {subject.likes > 0 && <span className="n">{count(subject.likes, locale)}</span>}
      </button>
      {dislike && (
        <button
          type="button"
          className="act"
          aria-pressed={reaction === 'dislike'}
          title={t('dislike')}
          onClick={react(reaction, 'dislike')}
        >
          <ThumbsDown />
          <span className="sr">{t('dislike')}</span>
          {subject.dislikes > 0 && <span className="n">{count(subject.dislikes, locale)}</span>}
        </button>
      )}
      {talk && (
        <Link className="act" to={talk.to} title={talk.name}>
          <MessageSquare />
          <span className="sr">{talk.name}</span>
          {talk.label}
        </Link>
      )}
      {subject.can.bookmark !== undefined && (
        <button
          type="button"
          className="act"
          data-act="bookmark"
          aria-pressed={bookmarked}
          title={t('bookmark')}
          onClick={toggleBookmark(bookmarked)}
        >
          <Bookmark />
          <span className="sr">{t('bookmark')}</span>
        </button>
      )}
      {share && <ShareButton link={share} />}
    </div>
  )
}

function ShareButton({ link }: { link: string }) {
  const t = useWords()
  async function share() {
    const url = new URL(link, location.href).href
    if (matchMedia('(pointer: coarse)').matches && 'share' in navigator) {
      await navigator.share({ url }).catch(() => {})
      return
    }
    await navigator.clipboard.writeText(url)
    toast(t('address-copied'))
  }
  return (
    <button type="button" className="act" title={t('share')} onClick={() => void share()}>
      <Share2 />
      <span className="sr">{t('share')}</span>
    </button>
  )
}
