import type { MemberCard } from '../api/wire.ts'
import { Link } from './link.tsx'
import { useWords } from './words.ts'

/** A member's name with the way to their page; one who left has neither. */
export function MemberName({ of: member }: { of: Pick<MemberCard, 'nickname' | 'status'> | null }) {
  const t = useWords()
  if (!member || member.status === 'withdrawn') return <span>{t('member-left')}</span>
  return (
    <Link className="quiet" to={`/members/${encodeURIComponent(member.nickname)}`}>
      <b>{member.nickname}</b>
    </Link>
  )
}
