import { keepPreviousData, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { forget, placeOf } from '../../ui/composer/kept-locally.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { useAct } from '../../ui/use-act.ts'
import { targetOf } from './draft-target.ts'
import { useName } from './named.ts'
import { boardsQuery, draftSubjectsQuery, draftsQuery } from './queries.ts'
import { useWords } from './words.ts'

type Content = Record<string, string | string[] | number | boolean | null>

const textsOf = ({ title, body }: Record<string, unknown>) =>
  [title, body].map((text) => String(text ?? '').trim()).filter(Boolean)
/** Its first words, to go on with. */
const titleOf = (content: Record<string, unknown>) => textsOf(content)[0]?.slice(0, 100)
/** All that it says, where nobody can go on with it. */
const textOf = (content: Record<string, unknown>) => textsOf(content).join('\n\n')

/** Whatever was begun and not sent: posts, answers, comments, and edits of them. */
export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const me = useMe()
  const nameOf = useName()
  const { busy, run } = useAct()
  const { data: drafts } = useSuspenseQuery(draftsQuery(api))
  const { data: boards } = useSuspenseQuery(boardsQuery(api))
  // One that is thrown away or comes back changes what is asked for: what is known stays shown meanwhile.
  const { data: cards = [] } = useQuery({ ...draftSubjectsQuery(api, drafts), placeholderData: keepPreviousData })
  const known = { boards: boards.items, cards, nameOf }
  const begun = drafts.items.map((draft) => ({
    ...draft,
    target: targetOf(draft.key, known),
    title: titleOf(draft.content) || t('untitled'),
  }))
  const again = () => query.invalidateQueries({ queryKey: draftsQuery(api).queryKey })
  /** As it came: what the server gave it takes again. */
  const bringBack = (key: string, content: Record<string, unknown>) => () =>
    void run(
      key,
      () => api.put(`/api/me/drafts/${key}`, { content: content as Content }, { version: 0 }).then(again),
      t('draft-restored'),
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
          {begun.map(({ key, content, updatedAt, target: { of, place, to }, title }) => (
            <li key={key} className="flex items-center gap-3 py-3.5">
              <div className="min-w-0 flex-1">
                {to ? (
                  <Link className="clip block text-15 font-semibold" to={to} data-row="">
                    {title}
                  </Link>
                ) : (
                  <p className="text-15 whitespace-pre-wrap wrap-anywhere">{textOf(content)}</p>
                )}
                <p className="meta flex-nowrap">
                  <span className="shrink-0">{t(`draft-of-${of}`)}</span>
                  <span className="sep" />
                  <span className="clip">{place ?? t('draft-place-gone')}</span>
                  <span className="sep" />
                  <span className="shrink-0">
                    <Time at={updatedAt} />
                  </span>
                </p>
              </div>
              <button
                type="button"
                className="ibtn"
                disabled={busy === key}
                aria-label={t('delete-draft', { title })}
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
