import { useNow } from '../app/now.tsx'
import { useTimezone } from '../app/session.ts'
import { fullTime, relative } from '../words/times.ts'
import { useLocale } from '../words/words.tsx'
import { useWords } from './words.ts'

/** When something was, as people say it; the full form in a tooltip. `at` is ISO 8601. */
export function Time({ at, className }: { at: string; className?: string }) {
  const t = useWords()
  const locale = useLocale()
  const timezone = useTimezone()
  const ms = Date.parse(at)
  const { key, ...facts } = relative(ms, useNow(), locale, timezone)
  return (
    <time dateTime={at} title={fullTime(ms, locale, timezone)} className={className}>
      {t(key, facts as Record<string, string | number>)}
    </time>
  )
}
