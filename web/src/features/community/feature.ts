import { Archive, CircleHelp, Megaphone, MessagesSquare, UsersRound } from 'lucide-react'
import { type Feature, type LoadContext, Redirect } from '../../app/feature.ts'
import { commentsQuery } from '../../ui/comments/comment-queries.ts'
import {
  answersQuery,
  archiveDraftQuery,
  boardQuery,
  boardsQuery,
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

/** A post has one address, by its kind; the others lead there for good. */
async function loadPost({ api, params, url, warm, warmPages }: LoadContext, place: 'posts' | 'questions') {
  const id = params['id'] ?? ''
  const [post] = await Promise.all([warm(postQuery(api, id)), warmPages(commentsQuery(api, id, 'oldest'))])
  if (!post.link.startsWith(`/${place}/`)) throw new Redirect(post.link + url.search, 301)
  if (place === 'questions') await warmPages(answersQuery(api, id, 'best'))
}

export const feature: Feature = {
  name: 'community',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  places: [
    {
      module: 'community',
      path: '/boards',
      label: { ko: '게시판', en: 'Boards' },
      icon: MessagesSquare,
      hue: 'community',
      order: 10,
    },
    {
      module: 'community',
      path: '/questions',
      label: { ko: 'Q&A', en: 'Q&A' },
      icon: CircleHelp,
      hue: 'qna',
      order: 11,
    },
  ],
  kinds: [
    { kind: 'post', label: { ko: '글', en: 'Post' }, icon: MessagesSquare, hue: 'community' },
    { kind: 'question', label: { ko: '질문', en: 'Question' }, icon: CircleHelp, hue: 'qna' },
    { kind: 'discussion', label: { ko: '글', en: 'Post' }, icon: MessagesSquare, hue: 'community' },
    { kind: 'archive', label: { ko: '기록', en: 'Archive' }, icon: Archive, hue: 'wiki' },
    { kind: 'notice', label: { ko: '공지', en: 'Notice' }, icon: Megaphone, hue: 'ops' },
    { kind: 'recruitment', label: { ko: '모집', en: 'Recruitment' }, icon: UsersRound, hue: 'groups' },
    { kind: 'answer', label: { ko: '답변', en: 'Answer' }, icon: CircleHelp, hue: 'qna' },
  ],
  routes: [
    {
      path: '/boards',
      screen: () => import('./boards.screen.tsx'),
      load: ({ api, warm }) => warm(boardsQuery(api)),
    },
    {
      path: '/boards/:board',
      screen: () => import('./board.screen.tsx'),
      load: ({ api, params, url, warm, warmPages }) => {
        const slug = params['board'] ?? ''
        const { searchParams } = url
        const posts = postsQuery(api, slug, filtersIn(searchParams), searchParams.get('after'))
        return Promise.all([warm(boardQuery(api, slug)), warmPages(posts), warm(tagsQuery(api))])
      },
    },
    {
      path: '/posts/:id/edit',
      access: 'member',
      screen: () => import('./edit-post.screen.tsx'),
      load: async ({ api, params, warm }) => {
        const post = await warm(postQuery(api, params['id'] ?? ''))
        await warm(boardQuery(api, post.board.slug))
      },
    },
    {
      path: '/posts/:id/revisions',
      screen: () => import('./revisions.screen.tsx'),
      load: ({ api, params, warm }) =>
        Promise.all([warm(postQuery(api, params['id'] ?? '')), warm(revisionsQuery(api, params['id'] ?? ''))]),
    },
    {
      path: '/posts/:id/:slug?',
      screen: () => import('./post.screen.tsx'),
      load: (context) => loadPost(context, 'posts'),
    },
    {
      path: '/questions',
      screen: () => import('./questions.screen.tsx'),
      load: ({ api, url: { searchParams }, warm, warmPages }) => {
        const questions = questionsQuery(api, filtersIn(searchParams), searchParams.get('after'))
        return Promise.all([warm(boardsQuery(api)), warmPages(questions), warm(tagsQuery(api))])
      },
    },
    {
      path: '/questions/:id/archive',
      access: 'member',
      screen: () => import('./archive-question.screen.tsx'),
      load: ({ api, params, warm }) =>
        Promise.all([warm(boardsQuery(api)), warm(archiveDraftQuery(api, params['id'] ?? ''))]),
    },
    {
      path: '/questions/:id/:slug?',
      screen: () => import('./question.screen.tsx'),
      load: (context) => loadPost(context, 'questions'),
    },
    { path: '/tags', screen: () => import('./tags.screen.tsx'), load: ({ api, warm }) => warm(tagsQuery(api)) },
    {
      path: '/tags/:tag',
      screen: () => import('./tag.screen.tsx'),
      load: ({ api, params, url, warmPages }) =>
        warmPages(tagPostsQuery(api, params['tag'] ?? '', url.searchParams.get('after'))),
    },
    {
      path: '/pending',
      access: 'moderator',
      screen: () => import('./pending.screen.tsx'),
      load: ({ api, warmPages }) => warmPages(pendingQuery(api)),
    },
    {
      path: '/drafts',
      access: 'member',
      screen: () => import('./drafts.screen.tsx'),
      load: ({ api, warm }) => Promise.all([warm(draftsQuery(api)), warm(boardsQuery(api))]),
    },
    {
      path: '/write',
      access: 'member',
      screen: () => import('./write.screen.tsx'),
      load: ({ api, warm }) => warm(boardsQuery(api)),
    },
  ],
}
