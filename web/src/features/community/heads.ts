import type { HeadContext, Heads } from '../../app/head.ts'
import { commentsQuery } from '../../ui/comments/comment-queries.ts'
import { boardQuery, postQuery } from './queries.ts'
import { answersOf, authorOf, postingOf, questionOf } from './things.ts'
import type { Named } from './types.ts'

const nameIn = (locale: string, { name, nameEn }: Named) => (locale === 'en' && nameEn ? nameEn : name)

function headOfPost({ api, query, params, locale, words, instance }: HeadContext, isQuestion: boolean) {
  const post = query.getQueryData(postQuery(api, params['id'] ?? '').queryKey)
  if (!post) return undefined
  const { board, title, author, link } = post
  const say = { authorOf: authorOf(instance.url, words.say('ui', 'member-left')), origin: instance.url }
  const comments =
    query.getQueryData(commentsQuery(api, post.id, 'oldest').queryKey)?.pages.flatMap((p) => p.items) ?? []
  const boardName = nameIn(locale, board)
  return {
    type: 'article' as const,
    card: { id: post.id, shown: [title, board.name, author?.nickname] },
    crumbs: [
      { label: words.say('community', 'boards'), path: '/boards' },
      { label: boardName, path: `/boards/${board.slug}` },
      { label: title, path: link },
    ],
    things: [isQuestion ? questionOf(post, answersOf(query, api, post.id), say) : postingOf(post, comments, say)],
  }
}

export const heads: Heads = {
  '/posts/:id/:slug?': (context) => headOfPost(context, false),
  '/questions/:id/:slug?': (context) => headOfPost(context, true),
  '/boards/:board': ({ api, query, params, locale, words }) => {
    const board = query.getQueryData(boardQuery(api, params['board'] ?? '').queryKey)
    if (!board) return undefined
    const path = `/boards/${board.slug}`
    const title = nameIn(locale, board)
    return {
      crumbs: [
        { label: words.say('community', 'boards'), path: '/boards' },
        { label: title, path },
      ],
      feeds: board.audience.includes('public')
        ? (['rss', 'atom'] as const).map((type) => ({ title, type, path: `${path}/${type}.xml` }))
        : [],
    }
  },
}
