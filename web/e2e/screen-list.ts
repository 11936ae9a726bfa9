import type { APIRequestContext } from 'playwright-core'

export type Who = 'guest' | 'member' | 'admin'

/** One picture: its file's name, where it is, and before whom. */
export interface Screen {
  name: string
  path: string
  who: Who
}

const guestScreens: Record<string, string> = {
  home: '/',
  places: '/places',
  boards: '/boards',
  board: '/boards/free',
  'board-empty-filter': '/boards/free?tag=nothing-has-this-tag',
  questions: '/questions',
  tags: '/tags',
  search: '/search',
  'search-hits': '/search?q=spring',
  'search-nothing': '/search?q=qwxzqwxz',
  'sign-in': '/sign-in',
  'sign-up': '/sign-up',
  recover: '/recover',
  'recover-link': '/recover?token=none',
  verify: '/verify?token=none',
  setup: '/setup?token=none',
  'settings-appearance': '/settings/appearance',
  '404': '/nothing/here',
}

const memberScreens: Record<string, string> = {
  home: '/',
  board: '/boards/free',
  write: '/write?to=free',
  ask: '/write?to=qna',
  bookmarks: '/bookmarks',
  drafts: '/drafts',
  'settings-profile': '/settings/profile',
  'settings-security': '/settings/security',
  'settings-privacy': '/settings/privacy',
  '403': '/console',
}

const adminScreens: Record<string, string> = {
  console: '/console',
  ...Object.fromEntries(
    ['boards', 'people', 'settings', 'jobs', 'dead-letters', 'mail', 'audit'].map((tab) => [
      `console-${tab}`,
      `/console/${tab}`,
    ]),
  ),
  pending: '/pending',
}

const screensOf = (who: Who, paths: Record<string, string>): Screen[] =>
  Object.entries(paths).map(([name, path]) => ({ name: `${name}-${who}`, path, who }))

type Item = { id: string; link: string; tags: string[]; author: { nickname: string } | null }

/** What only a filled instance has an address for: a post, a question with answers, a member, a tag. */
async function livingScreens(api: APIRequestContext): Promise<Screen[]> {
  const [post, question, entry] = await Promise.all(
    ['boards/free/posts', 'boards/qna/posts?sort=answers', 'posts?kind=archive'].map(async (path) => {
      const { items } = (await (await api.get(`/api/${path}`)).json()) as { items: Item[] }
      return items[0]
    }),
  )
  if (!post || !question || !entry) throw new Error('the seed left a board empty')
  const paths = {
    post: post.link,
    question: question.link,
    'archive-entry': entry.link,
    profile: `/members/${encodeURIComponent(question.author?.nickname ?? '')}`,
  }
  return [
    ...screensOf('guest', {
      ...paths,
      revisions: `/posts/${post.id}/revisions`,
      tag: `/tags/${encodeURIComponent(question.tags[0] ?? '')}`,
    }),
    ...screensOf('member', paths),
    ...screensOf('admin', {
      'edit-post': `/posts/${post.id}/edit`,
      'archive-question': `/questions/${question.id}/archive`,
    }),
  ]
}

/** Every screen of a seeded instance. */
export async function everyScreen(api: APIRequestContext): Promise<Screen[]> {
  return [
    ...screensOf('guest', guestScreens),
    ...screensOf('member', memberScreens),
    ...screensOf('admin', adminScreens),
    ...(await livingScreens(api)),
  ]
}
