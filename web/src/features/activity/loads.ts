import { type LoadContext, Missing, Redirect } from '../../app/feature.ts'
import { meQuery } from '../../app/session-queries.ts'
import { commentsQuery } from '../../ui/comments/comment-queries.ts'
import { feedOf } from './feed-of.ts'
import { profileQuery } from './member-queries.ts'
import { activityQuery, bookmarksQuery, feedQuery, foldersQuery, homeQuery, subjectQuery } from './queries.ts'

export const loads = {
  home: async ({ api, query, url, warm, warmPages }: LoadContext) => {
    const me = await query.ensureQueryData(meQuery(api))
    const feed = me ? warmPages(feedQuery(api, feedOf(url.searchParams))) : undefined
    await Promise.all([warm(homeQuery(api)), feed])
  },
  me: async ({ api, query }: LoadContext) => {
    const me = await query.ensureQueryData(meQuery(api))
    throw new Redirect(me ? `/members/${encodeURIComponent(me.nickname)}` : '/sign-in')
  },
  member: async ({ api, params, url, warm, warmPages }: LoadContext) => {
    const handle = params['handle'] ?? ''
    const member = await warm(profileQuery(api, handle))
    if (member.nickname !== handle) throw new Redirect(`/members/${encodeURIComponent(member.nickname)}`, 301)
    await warmPages(activityQuery(api, member.id, url.searchParams.get('kind')))
  },
  subject: async ({ api, params, url, warm, warmPages }: LoadContext) => {
    const id = params['id'] ?? ''
    if (!/^[a-z]{3}_[0-9a-z]{26}$/.test(id)) throw new Missing()
    const subject = await warm(subjectQuery(api, id))
    if (subject.link !== url.pathname) throw new Redirect(subject.link, 301)
    await warmPages(commentsQuery(api, id, 'oldest'))
  },
  bookmarks: ({ api, url, warm, warmPages }: LoadContext) =>
    Promise.all([warm(foldersQuery(api)), warmPages(bookmarksQuery(api, url.searchParams.get('folder')))]),
}
