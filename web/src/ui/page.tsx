import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useInstance } from '../app/session.ts'
import { Link } from './link.tsx'
import { useWords } from './words.ts'

export type Crumb = { label: string; to?: string }

type Props = {
  title: string
  /** Where this is; the last is the page itself, left out when the heading says it already. */
  crumbs: Crumb[]
  description?: string
  canonical?: string
  robots?: string
  /** The context column: beside the body on a desk, below it elsewhere. */
  aside?: ReactNode
  asideLabel?: string
  /** `flush` bodies bring their own gutters: lists whose lines run from edge to edge. */
  flush?: boolean
  children: ReactNode
}

/** A screen in the shell: its place in the bar, its head, its panel. */
export function Page({ title, crumbs, description, canonical, robots, aside, asideLabel, flush, children }: Props) {
  const t = useWords()
  const { name, url } = useInstance()
  return (
    <>
      <title>{`${title} · ${name}`}</title>
      {description && <meta name="description" content={description} />}
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:site_name" content={name} />
      {canonical && <link rel="canonical" href={`${url}${canonical}`} />}
      {canonical && <meta property="og:url" content={`${url}${canonical}`} />}
      {robots && <meta name="robots" content={robots} />}
      <Crumbs crumbs={crumbs} title={title} />
      <main className="panel" id="main" tabIndex={-1}>
        <div className={aside ? 'cols' : 'cols two'}>
          <div className={flush ? 'body flush' : 'body'}>{children}</div>
          {aside && (
            <aside className="aside" aria-label={asideLabel ?? t('context')}>
              {aside}
            </aside>
          )}
        </div>
      </main>
    </>
  )
}

function Crumbs({ crumbs, title }: { crumbs: Crumb[]; title: string }) {
  const t = useWords()
  const path = crumbs.length > 0 ? crumbs : [{ label: title }]
  return (
    <nav className={path.length === 1 ? 'crumbs root' : 'crumbs'} aria-label={t('here')}>
      <ol>
        {path.map(({ label, to }, n) => (
          <li key={`${label}${to ?? ''}`}>
            {n > 0 && <ChevronRight />}
            {to ? (
              <Link to={to}>{label}</Link>
            ) : (
              <span className="clip" {...(n === path.length - 1 ? { 'aria-current': 'page' as const } : {})}>
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
