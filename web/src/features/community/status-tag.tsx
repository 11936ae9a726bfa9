import { Check } from 'lucide-react'
import type { PostStatus } from './types.ts'
import { useWords } from './words.ts'

const tones: Record<PostStatus, string> = {
  UNSOLVED: '',
  RESOLVED: 'ok',
  SOLVED: 'ok',
  ENDED: '',
  OPEN: 'brand',
  CLOSED: '',
}

export function StatusTag({ status }: { status: PostStatus | null }) {
  const t = useWords()
  if (status === null || status === 'UNSOLVED') return null
  return (
    <span className={`tag ${tones[status]}`}>
      {tones[status] === 'ok' && <Check />}
      {t(`status-${status}`)}
    </span>
  )
}
