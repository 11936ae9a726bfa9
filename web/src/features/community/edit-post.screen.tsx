import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { ApiError } from '../../api/problem.ts'
import { useApi } from '../../app/means.ts'
import { Overtaken } from '../../ui/composer/overtaken.tsx'
import { Prose } from '../../ui/markdown/markdown.tsx'
import { Page } from '../../ui/page.tsx'
import { toast } from '../../ui/toast.tsx'
import { drawPost } from './draw-post.ts'
import { PostForm, type PostInput } from './post-form.tsx'
import { boardQuery, postQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { data: now } = useSuspenseQuery(postQuery(api, id))
  const [post] = useState(now)
  const [saved, setSaved] = useState(false)
  const { data: board } = useSuspenseQuery(boardQuery(api, post.board.slug))
  // What is fetched again beside does not count as seen by who is writing.
  const [version, setVersion] = useState(post.version)

  async function change(input: PostInput) {
    try {
      return await api.patch(`/api/posts/${id}`, input, { version })
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) {
        const { version } = await query.fetchQuery({ ...postQuery(api, id), staleTime: 0 })
        setVersion(version)
      }
      throw error
    }
  }
  async function save(input: PostInput) {
    const changed = await change(input)
    setSaved(true)
    query.setQueryData(postQuery(api, id).queryKey, await drawPost(changed))
    await query.invalidateQueries({ queryKey: ['posts'] })
    toast(t('saved'))
    await navigate(changed.link)
  }

  return (
    <Page title={t('edit')} crumbs={[{ label: post.title, to: post.link }, { label: t('edit') }]} robots="noindex">
      <div className="mx-auto max-w-[760px]">
        <div className="page-head">
          <h1>{t('edit-post')}</h1>
        </div>
        <PostForm
          board={board}
          post={post}
          submit={t('save')}
          onSubmit={save}
          draftKey={`edit:${id}`}
          notice={(base) =>
            base !== now.version &&
            !saved && (
              <Overtaken>
                <p className="font-semibold">{now.title}</p>
                <Prose html={now.html ?? ''} small className="mt-1" />
              </Overtaken>
            )
          }
        />
      </div>
    </Page>
  )
}
