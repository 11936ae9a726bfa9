import { Check } from 'lucide-react'
import { useInstance } from '../../app/session.ts'
import { clock } from '../../words/times.ts'
import { useLocale } from '../../words/words.tsx'
import { useWords } from '../words.ts'

export function DraftStatus({ savedAt }: { savedAt: number | null }) {
  const t = useWords()
  const locale = useLocale()
  const { timezone } = useInstance()
  if (savedAt === null) return null
  return (
    <span className="inline-flex items-center gap-1">
      <Check className="s12" />
      {t('draft-saved', { time: clock(savedAt, locale, timezone) })}
    </span>
  )
}
