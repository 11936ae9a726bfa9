import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Select } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useName } from './named.ts'
import { PostForm, type PostInput } from './post-form.tsx'
import { boardsQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const nameOf = useName()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const { data: boards } = useSuspenseQuery(boardsQuery(api))
  const open = boards.items.filter(({ can }) => can.post)
  const board =
    open.find(({ slug }) => slug === search.get('to')) ??
    open.find(({ kind }) => kind === (search.get('kind') ?? 'discussion')) ??
    open[0]
  const title = board?.kind === 'question' ? t('ask') : t('write')

  async function publish(input: PostInput) {
    const post = await api.post(`/api/boards/${board?.slug}/posts`, input)
    await query.invalidateQueries({ predicate: ({ queryKey: [name] }) => name === 'posts' || name === 'home' })
    await navigate(post.link)
  }

  return (
    <Page title={title} crumbs={[{ label: t('boards'), to: '/boards' }, { label: title }]} robots="noindex">
      <div className="mx-auto max-w-[760px]">
        <div className="page-head">
          <h1>{title}</h1>
        </div>
        {board ? (
          <PostForm
            key={board.id}
            board={board}
            draftKey={`post:${board.id}`}
            submit={t('publish')}
            onSubmit={publish}
            boardField={
              <Select
                name="board"
                label={t('board')}
                value={board.slug}
                options={open.map((one) => ({ value: one.slug, label: nameOf(one) }))}
                onChange={(slug) => setSearch({ to: slug }, { replace: true })}
              />
            }
          />
        ) : (
          <EmptyState picture="closed" heading={t('no-open-boards')} text={t('no-open-boards-text')} />
        )}
      </div>
    </Page>
  )
}
