import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Prose } from '../../ui/markdown/markdown.tsx'
import { Page } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { ArchiveSheet } from './archive-sheet.tsx'
import { postQuery, revisionQuery, revisionsQuery } from './queries.ts'
import { useWords } from './words.ts'

/** What a post said before each edit. */
export function Component() {
  const t = useWords()
  const api = useApi()
  const { id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const { data: post } = useSuspenseQuery(postQuery(api, id))
  const { data: revisions } = useSuspenseQuery(revisionsQuery(api, id))
  const chosen = Number(search.get('n')) || (revisions.items[0]?.n ?? null)
  const { data: text } = useQuery({ ...revisionQuery(api, id, chosen ?? 0), enabled: chosen !== null })
  return (
    <Page
      title={t('revisions')}
      crumbs={[{ label: post.title, to: post.link }, { label: t('revisions') }]}
      robots="noindex"
      aside={
        <section>
          <h2>{t('revisions')}</h2>
          <ol className="grid gap-1">
            {revisions.items.map(({ n, editor, at }) => (
              <li key={n}>
                <button
                  type="button"
                  className="pick rounded-md"
                  aria-pressed={n === chosen}
                  onClick={() => setSearch({ n: String(n) })}
                >
                  <b>#{n}</b> {editor?.nickname} <Time at={at} className="ml-auto text-ink-3" />
                </button>
              </li>
            ))}
          </ol>
        </section>
      }
    >
      <h1 className="text-20">{text?.title ?? post.title}</h1>
      {text ? (
        <>
          <Prose html={text.html} className="mt-4" />
          <ArchiveSheet html={text.archiveHtml} />
        </>
      ) : (
        revisions.items.length === 0 && <EmptyState heading={t('no-revisions')} />
      )}
    </Page>
  )
}
