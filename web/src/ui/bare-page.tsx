import { Globe, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { chooseLocale, switchTheme } from '../app/appearance.ts'
import { useInstance } from '../app/session.ts'
import { useLocale } from '../words/words.tsx'
import { Cover } from './cover.tsx'
import { Link } from './link.tsx'
import { Logo } from './logo.tsx'
import { useWords } from './words.ts'

type Props = { title: string; heading: string; lead?: ReactNode; children: ReactNode }

/** A page without the shell: one form, and beside it on a desk the courtyard at night. */
export function BarePage({ title, heading, lead, children }: Props) {
  const t = useWords()
  const locale = useLocale()
  const { name } = useInstance()
  return (
    <div className="bare">
      <title>{`${title} · ${name}`}</title>
      <meta name="robots" content="noindex" />
      <div className="bare-form">
        <header>
          <Link to="/" className="inline-flex items-center gap-2.5 text-16 font-bold tracking-tight">
            <Logo />
            {name}
          </Link>
        </header>
        <main className="middle" id="main">
          <h1 className="text-30 tracking-tight">{heading}</h1>
          {lead && <p className="mt-1 text-15 text-ink-3">{lead}</p>}
          <noscript>
            <p className="note warn mt-4">{t('needs-scripts')}</p>
          </noscript>
          <div className="mt-6">{children}</div>
        </main>
        <footer className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-3">
          <button
            type="button"
            className="quiet inline-flex min-h-6 items-center gap-1"
            lang={locale === 'ko' ? 'en' : 'ko'}
            onClick={() => chooseLocale(locale === 'ko' ? 'en' : 'ko')}
          >
            <Globe className="s14" />
            {t('other-language')}
          </button>
          <button type="button" className="quiet inline-flex min-h-6 items-center gap-1" onClick={switchTheme}>
            <Moon className="s14 light-only" />
            <Sun className="s14 dark-only" />
            {t('theme')}
          </button>
        </footer>
      </div>
      <div className="bare-cover" aria-hidden="true">
        <Cover seed="마당의 밤" hue={165} />
        <div className="bare-words">
          <Logo />
          <p>{t('courtyard')}</p>
          <span>{t('courtyard-line')}</span>
        </div>
      </div>
    </div>
  )
}
