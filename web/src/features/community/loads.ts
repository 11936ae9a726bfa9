import { type LoadContext, Redirect } from '../../app/feature.ts'
import { commentsQuery } from '../../ui/comments/comment-queries.ts'
import {
  answersQuery,
  archiveDraftQuery,
  boardQuery,
  boardsQuery,
  draftSubjectsQuery,
  draftsQuery,
  filtersIn,
  pendingQuery,
  postQuery,
  postsQuery,
  questionsQuery,
  revisionsQuery,
  tagPostsQuery,
  tagsQuery,
} from './queries.ts'

const idIn = ({ params }: LoadContext) => params['id'] ?? ''

/** A post has one address, by its kind; the others lead there for good. */
async function loadPost(context: LoadContext, place: 'posts' | 'questions') {
  const { api, url, warm, warmPages } = context
  const id = idIn(context)
  const [post] = await Promise.all([warm(postQuery(api, id)), warmPages(commentsQuery(api, id, 'oldest'))])
  if (!post.link.startsWith(`/${place}/`)) throw new Redirect(post.link + url.search, 301)
  if (place === 'questions') await warmPages(answersQuery(api, id, 'best'))
}

export const loads = {
  boards: ({ api, warm }: LoadContext) => warm(boardsQuery(api)),
  board: ({ api, params, url, warm, warmPages }: LoadContext) => {
    const slug = params['board'] ?? ''
    const { searchParams } = url
    const posts = postsQuery(api, slug, filtersIn(searchParams), searchParams.get('after'))
    return Promise.all([warm(boardQuery(api, slug)), warmPages(posts), warm(tagsQuery(api))])
  },
  edit: async (context: LoadContext) => {
    const { api, warm } = context
    const post = await warm(postQuery(api, idIn(context)))
    await warm(boardQuery(api, post.board.slug))
  },
  revisions: (context: LoadContext) => {
    const { api, warm } = context
    return Promise.all([warm(postQuery(api, idIn(context))), warm(revisionsQuery(api, idIn(context)))])
  },
  post: (context: LoadContext) => loadPost(context, 'posts'),
  questions: ({ api, url: { searchParams }, warm, warmPages }: LoadContext) => {
    const questions = questionsQuery(api, filtersIn(searchParams), searchParams.get('after'))
    return Promise.all([warm(boardsQuery(api)), warmPages(questions), warm(tagsQuery(api))])
  },
  archive: (context: LoadContext) => {
    const { api, warm } = context
    return Promise.all([warm(boardsQuery(api)), warm(archiveDraftQuery(api, idIn(context)))])
  },
  question: (context: LoadContext) => loadPost(context, 'questions'),
  tags: ({ api, warm }: LoadContext) => warm(tagsQuery(api)),
  tag: ({ api, params, url, warm, warmPages }: LoadContext) => {
    const posts = tagPostsQuery(api, params['tag'] ?? '', url.searchParams.get('after'))
    return Promise.all([warmPages(posts), warm(tagsQuery(api))])
  },
  pending: ({ api, warmPages }: LoadContext) => warmPages(pendingQuery(api)),
  drafts: async ({ api, warm }: LoadContext) => {
    const [drafts] = await Promise.all([warm(draftsQuery(api)), warm(boardsQuery(api))])
    await warm(draftSubjectsQuery(api, drafts))
  },
}
