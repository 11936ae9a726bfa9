import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PostForm, type PostInput } from './post-form.tsx'
import { archiveDraftQuery, boardsQuery } from './queries.ts'
import { useWords } from './words.ts'

/** A resolved question, prefilled as an entry of the archive. */
export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { data: boards } = useSuspenseQuery(boardsQuery(api))
  const { data: draft } = useSuspenseQuery(archiveDraftQuery(api, id))
  const board = boards.items.find(({ slug }) => draft.boards.includes(slug))

  async function publish(input: PostInput) {
    const post = await api.post(`/api/boards/${board?.slug}/posts`, { ...input, archiveOf: draft.archiveOf })
    await query.invalidateQueries({ predicate: ({ queryKey: [name] }) => name === 'posts' || name === 'post' })
    await navigate(post.link)
  }

  return (
    <Page
      title={t('archive')}
      crumbs={[{ label: draft.title, to: `/questions/${id}` }, { label: t('archive') }]}
      robots="noindex"
    >
      <div className="mx-auto max-w-[760px]">
        <div className="page-head">
          <h1>{t('archive')}</h1>
        </div>
        {board ? (
          <PostForm board={board} post={draft} submit={t('publish')} onSubmit={publish} />
        ) : (
          <EmptyState picture="closed" heading={t('no-open-boards')} text={t('no-open-boards-text')} />
        )}
      </div>
    </Page>
  )
}
