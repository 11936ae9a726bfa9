import { lazy, Suspense, useEffect } from 'react'
import { isRouteErrorResponse, useLocation, useRouteError } from 'react-router'
import { ApiError, offline, type Problem } from '../api/problem.ts'
import type { Me } from '../api/wire.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { useMeans } from './means.ts'
import { useWords } from './words.ts'

const WaitThenRetry = lazy(async () => ({ default: (await import('./habits/wait-then-retry.tsx')).WaitThenRetry }))

type Refused = Pick<Problem, 'status' | 'code' | 'title' | 'retryAfterS'>

function problemIn(error: unknown): Refused {
  // Then nothing else is at fault: neither data nor code can come.
  if (typeof window !== 'undefined' && !navigator.onLine) return offline
  if (isRouteErrorResponse(error)) {
    const problem = error.data as Partial<Problem> | null
    return { code: 'unknown', title: '', ...problem, status: error.status }
  }
  if (error instanceof ApiError) return error.problem
  return { status: 500, code: 'page-failed', title: '' }
}

const pictures = { 0: 'offline', 403: 'closed', 404: 'missing', 410: 'missing' } as const
const worded = [0, 403, 404, 410, 429] as const
type Worded = (typeof worded)[number]

/** What happened and what to do, for a page that could not be shown. */
function Refusal({ error }: { error: unknown }) {
  const t = useWords()
  const problem = problemIn(error)
  const { status, code, title } = problem
  const known = worded.find((one): one is Worded => one === status)
  const heading = known === undefined ? t('refused-500') : t(`refused-${known}`)
  const told = known === undefined ? t('refused-500-help') : t(`refused-${known}-help`)
  return (
    <EmptyState
      picture={pictures[status as keyof typeof pictures] ?? 'broken'}
      heading={heading}
      as="h1"
      text={title !== '' && status !== 404 ? title : told}
    >
      <div className="flex flex-wrap justify-center gap-2">
        <WayOn problem={problem} />
        <Link className="btn" to="/">
          {t('to-home')}
        </Link>
      </div>
      <details className="mt-4 text-12 text-ink-3">
        <summary>{t('details')}</summary>
        <code>
          {status} {code}
        </code>
      </details>
    </EmptyState>
  )
}

/** The next act, by what happened: wait, try again, sign in, look for it. */
function WayOn({ problem: { status, retryAfterS = 30 } }: { problem: Refused }) {
  const t = useWords()
  const { pathname, search } = useLocation()
  const signedIn = useMeans().query.getQueryData<Me | null>(['me'])
  const unreachable = status === 0
  useEffect(() => {
    if (!unreachable) return
    const again = () => location.reload()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [unreachable])
  if (status === 429)
    return (
      <Suspense>
        <WaitThenRetry seconds={retryAfterS} />
      </Suspense>
    )
  if (unreachable || status >= 500)
    return (
      <button type="button" className="btn primary" onClick={() => location.reload()}>
        {t('try-again')}
      </button>
    )
  if (status === 403 && !signedIn)
    return (
      <Link className="btn primary" to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
        {t('sign-in')}
      </Link>
    )
  return (
    <a className="btn primary" href="/search" data-palette="">
      {t('search')}
    </a>
  )
}

/** In the shell, in the screen's place. */
export function RefusalScreen() {
  const t = useWords()
  const error = useRouteError()
  const { status } = problemIn(error)
  return (
    <Page title={t('refused-title', { status: String(status) })} crumbs={[]} robots="noindex">
      <Refusal error={error} />
    </Page>
  )
}

/** Without a shell: it is the shell that failed. */
export function RefusalPage() {
  return (
    <main id="main">
      <Refusal error={useRouteError()} />
    </main>
  )
}

/** When the page could not be drawn at all: no router, no data. */
export function BrokenPage() {
  const t = useWords()
  return (
    <main id="main">
      <title>{t('refused-title', { status: '500' })}</title>
      <EmptyState picture="broken" heading={t('refused-500')} as="h1" text={t('refused-500-help')}>
        <a className="btn" href="/">
          {t('to-home')}
        </a>
      </EmptyState>
    </main>
  )
}
