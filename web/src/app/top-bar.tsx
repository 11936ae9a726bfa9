import { Moon, Search, Sun } from 'lucide-react'
import { Avatar } from '../ui/avatar.tsx'
import { Link } from '../ui/link.tsx'
import { switchTheme } from './appearance.ts'
import { useMe } from './session.ts'
import { useWords } from './words.ts'

export function TopBar() {
  const t = useWords()
  const me = useMe()
  return (
    <header className="topbar">
      <span />
      {/* Without scripts they are what they look like: ways to the search page. */}
      <search>
        <form action="/search">
          <button type="submit" className="topsearch" aria-haspopup="dialog" aria-keyshortcuts="/" data-palette="">
            <Search />
            <span className="clip">{t('search-or-do')}</span>
            <kbd>/</kbd>
          </button>
        </form>
      </search>
      <div className="top-actions">
        <search className="md:hidden">
          <form action="/search">
            <button type="submit" className="ibtn" aria-haspopup="dialog" aria-label={t('search')} data-palette="">
              <Search />
            </button>
          </form>
        </search>
        <button type="button" className="ibtn" aria-label={t('switch-theme')} onClick={switchTheme}>
          <Moon className="light-only" />
          <Sun className="dark-only" />
        </button>
        {me ? (
          <Link className="ibtn" to={`/members/${me.nickname}`} aria-label={t('my-page')}>
            <Avatar of={me} />
          </Link>
        ) : (
          <Link className="btn primary sm" to="/sign-in">
            {t('sign-in')}
          </Link>
        )}
      </div>
    </header>
  )
}
