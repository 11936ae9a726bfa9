import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

/** What was saved since this edit was begun: the next save replaces it. */
export function Overtaken({ children }: { children: ReactNode }) {
  const t = useWords()
  return (
    <section className="card sunken p-4" aria-label={t('saved-meanwhile')}>
      <p className="text-13 text-ink-2">
        <b>{t('saved-meanwhile')}</b> {t('saved-meanwhile-text')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="mt-3 max-h-80 overflow-y-auto" tabIndex={0}>
        {children}
      </div>
    </section>
  )
}
