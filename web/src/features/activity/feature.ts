import { House, MessageSquare } from 'lucide-react'
import { type Feature, Missing, Redirect } from '../../app/feature.ts'
import { meQuery } from '../../app/session-queries.ts'
import { commentsQuery } from '../../ui/comments/comment-queries.ts'
import { feedOf } from './feed-of.ts'
import { profileQuery } from './member-queries.ts'
import { activityQuery, bookmarksQuery, feedQuery, foldersQuery, homeQuery, subjectQuery } from './queries.ts'

export const feature: Feature = {
  name: 'activity',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  places: [{ module: 'activity', path: '/', label: { ko: '홈', en: 'Home' }, icon: House, hue: 'qna', order: 0 }],
  kinds: [{ kind: 'comment', label: { ko: '댓글', en: 'Comment' }, icon: MessageSquare, hue: 'chat' }],
  routes: [
    {
      path: '/',
      screen: () => import('./home.screen.tsx'),
      load: async ({ api, query, url, warm, warmPages }) => {
        const me = await query.ensureQueryData(meQuery(api))
        const feed = me ? warmPages(feedQuery(api, feedOf(url.searchParams))) : undefined
        await Promise.all([warm(homeQuery(api)), feed])
      },
    },
    { path: '/places', screen: () => import('./places.screen.tsx') },
    {
      path: '/me',
      access: 'member',
      screen: () => import('./member.screen.tsx'),
      load: async ({ api, query }) => {
        const me = await query.ensureQueryData(meQuery(api))
        throw new Redirect(me ? `/members/${encodeURIComponent(me.nickname)}` : '/sign-in')
      },
    },
    {
      path: '/members/:handle',
      screen: () => import('./member.screen.tsx'),
      load: async ({ api, params, url, warm, warmPages }) => {
        const handle = params['handle'] ?? ''
        const member = await warm(profileQuery(api, handle))
        if (member.nickname !== handle) throw new Redirect(`/members/${encodeURIComponent(member.nickname)}`, 301)
        await warmPages(activityQuery(api, member.id, url.searchParams.get('kind')))
      },
    },
    {
      // A module without screens of its own still opens: every subject has a card and a talk.
      path: '/:place/:id',
      screen: () => import('./subject.screen.tsx'),
      load: async ({ api, params, url, warm, warmPages }) => {
        const id = params['id'] ?? ''
        if (!/^[a-z]{3}_[0-9a-z]{26}$/.test(id)) throw new Missing()
        const subject = await warm(subjectQuery(api, id))
        if (subject.link !== url.pathname) throw new Redirect(subject.link, 301)
        await warmPages(commentsQuery(api, id, 'oldest'))
      },
    },
    {
      path: '/bookmarks',
      access: 'member',
      screen: () => import('./bookmarks.screen.tsx'),
      load: ({ api, url, warm, warmPages }) =>
        Promise.all([warm(foldersQuery(api)), warmPages(bookmarksQuery(api, url.searchParams.get('folder')))]),
    },
  ],
}
