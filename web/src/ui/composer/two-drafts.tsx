import type { ReactNode } from 'react'
import { Button } from '../button.tsx'
import { toast } from '../toast.tsx'
import { useWords } from '../words.ts'

type Props = {
  /** Their text, as it is shown. */
  children: ReactNode
  keepMine: () => void
  /** Answers the way back. */
  takeTheirs: () => () => void
}

/** The same draft goes on in another tab or on another device: both are here until one is chosen. */
export function TwoDrafts({ children, keepMine, takeTheirs }: Props) {
  const t = useWords()
  return (
    <section className="card sunken p-4" aria-label={t('draft-two')}>
      <p className="text-13 text-ink-2">
        <b>{t('draft-two')}</b> {t('draft-two-text')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="mt-3 max-h-60 overflow-y-auto whitespace-pre-wrap text-14" tabIndex={0}>
        {children}
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={keepMine}>
          {t('draft-keep-mine')}
        </Button>
        <Button
          size="sm"
          onClick={() => {
            const undo = takeTheirs()
            toast(t('draft-taken'), { undo })
          }}
        >
          {t('draft-take-theirs')}
        </Button>
      </div>
    </section>
  )
}
