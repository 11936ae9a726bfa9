import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { forget, placeOf } from '../../ui/composer/kept-locally.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { useAct } from '../../ui/use-act.ts'
import { useName } from './named.ts'
import { boardsQuery, draftsQuery } from './queries.ts'
import { useWords } from './words.ts'

type Content = Record<string, string | string[] | number | boolean | null>

/** Posts that were begun and not published. */
export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const me = useMe()
  const nameOf = useName()
  const { busy, run } = useAct()
  const { data: drafts } = useSuspenseQuery(draftsQuery(api))
  const { data: boards } = useSuspenseQuery(boardsQuery(api))
  const begun = drafts.items.flatMap((draft) => {
    const board = boards.items.find(({ id }) => draft.key === `post:${id}`)
    return board ? [{ ...draft, board }] : []
  })
  const again = () => query.invalidateQueries({ queryKey: draftsQuery(api).queryKey })
  /** As it came: what the server gave it takes again. */
  const bringBack = (key: string, content: Record<string, unknown>) => () =>
    void run(
      key,
      () => api.put(`/api/me/drafts/${key}`, { content: content as Content }, { version: 0 }).then(again),
      t('restored'),
    )
  const remove = (key: string) => async () => {
    await api.delete(`/api/me/drafts/${key}`)
    if (me) forget(placeOf(me.id, key))
    await again()
  }
  return (
    <Page title={t('drafts')} crumbs={[]} robots="noindex">
      <div className="page-head">
        <h1>{t('drafts')}</h1>
      </div>
      {begun.length === 0 ? (
        <EmptyState heading={t('no-drafts')} text={t('no-drafts-text')}>
          <Link className="btn" to="/write">
            {t('write')}
          </Link>
        </EmptyState>
      ) : (
        <ul className="list">
          {begun.map(({ key, content, updatedAt, board }) => (
            <li key={key} className="flex items-center gap-3 py-3.5">
              <div className="min-w-0 flex-1">
                <Link className="clip block text-15 font-semibold" to={`/write?to=${board.slug}`} data-row="">
                  {String(content['title'] || t('untitled'))}
                </Link>
                <p className="meta">
                  <span>{nameOf(board)}</span>
                  <span className="sep" />
                  <Time at={updatedAt} />
                </p>
              </div>
              <button
                type="button"
                className="ibtn"
                disabled={busy === key}
                aria-label={t('delete-draft', { title: String(content['title'] || t('untitled')) })}
                onClick={() => void run(key, remove(key), t('draft-removed'), bringBack(key, content))}
              >
                <Trash2 />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
