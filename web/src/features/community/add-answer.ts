import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import type { Api } from '../../api/api.ts'
import { patchCached } from '../../api/patch-cached.ts'
import type { Me, Page } from '../../api/wire.ts'
import { expectedHtml } from '../../ui/composer/expected-html.ts'
import { withHtml } from '../../ui/with-html.ts'
import { postQuery } from './queries.ts'
import type { Answer, Post } from './types.ts'
import type { FreshAnswers } from './use-fresh-answers.ts'

type Pages = InfiniteData<Page<Answer>, string | null>

type Context = {
  api: Api
  query: QueryClient
  me: Me
  question: Post
  /** Where the answers that are shown are kept. */
  queryKey: QueryKey
  own: FreshAnswers['own']
}

/** An answer as it will be: its words are drawn properly when the server has it. Version 0 is on its way. */
function expected({ me, question }: Context, body: string): Answer {
  return {
    id: `sending ${crypto.randomUUID()}`,
    questionId: question.id,
    link: question.link,
    body,
    html: expectedHtml(body),
    mentions: [],
    author: { id: me.id, nickname: me.nickname, avatarUrl: me.avatarUrl, status: 'active' },
    byAssistant: false,
    accepted: false,
    comments: 0,
    likes: 0,
    dislikes: 0,
    bookmarks: 0,
    createdAt: new Date().toISOString(),
    editedAt: null,
    version: 0,
    reactions: [],
    commentDepth: 0,
    own: { reaction: null, bookmarked: false },
    can: { edit: false, delete: false, accept: false, comment: false, react: false },
  }
}

/** Answers a question. It stands there at once; refused, it is taken out again, with what it counted. */
export async function addAnswer(context: Context, body: string): Promise<void> {
  const { api, query, question, queryKey, own } = context
  const sending = expected(context, body)
  const items = (change: (items: Answer[], isLast: boolean) => Answer[]) =>
    query.setQueryData<Pages>(
      queryKey,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page, n) => ({ ...page, items: change(page.items, n === data.pages.length - 1) })),
        },
    )
  const isShown = (id: string) =>
    query.getQueryData<Pages>(queryKey)?.pages.some((page) => page.items.some((one) => one.id === id)) ?? false
  const count = (by: number) =>
    patchCached<{ id: string; answers?: number }>(query, question.id, (found) =>
      found.answers === undefined ? found : { ...found, answers: found.answers + by },
    )
  const takeOut = () => items((all) => all.filter(({ id }) => id !== sending.id))
  /** The list may have been fetched again meanwhile: with it, or without either. */
  function settle(answer: Answer): void {
    if (isShown(answer.id)) takeOut()
    else if (isShown(sending.id)) items((all) => all.map((one) => (one.id === sending.id ? answer : one)))
    else items((all, isLast) => (isLast ? [...all, answer] : all))
  }

  items((all, isLast) => (isLast ? [...all, sending] : all))
  count(1)
  try {
    await own(1, async () => {
      const given = await api.post(`/api/posts/${question.id}/answers`, { body })
      // The server has it, whether it can be drawn here or not.
      settle(await withHtml(given).catch(() => ({ ...given, html: sending.html })))
    })
  } catch (error) {
    takeOut()
    count(-1)
    throw error
  }
  // Its status and what may be done to it can be others now; the answers in another order lack this one.
  query.removeQueries({ queryKey: ['answers', question.id], type: 'inactive' })
  await query.invalidateQueries({ queryKey: postQuery(api, question.id).queryKey })
}
