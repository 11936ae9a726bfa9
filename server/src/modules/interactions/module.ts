import { defineModule } from '../../module.ts'
import type { IdentityApi } from '../identity/index.ts'
import { bookmarkRoutes } from './bookmarks/bookmark-routes.ts'
import { commentKind } from './comments/comment-kind.ts'
import { commentRoutes } from './comments/comment-routes.ts'
import { eraseDeletedComments } from './comments/erase-deleted-comments.job.ts'
import { draftRoutes } from './drafts/draft-routes.ts'
import { events } from './events.ts'
import type { InteractionsApi } from './index.ts'
import { mentionsOf } from './mentions/mentions-of.ts'
import { namesWrittenHook } from './mentions/names-written-hook.ts'
import { tellMentionedOnNamesWritten } from './mentions/tell-mentioned-on-names-written.ts'
import { reactionRoutes } from './reactions/reaction-routes.ts'
import { recountResponses } from './recount-responses.job.ts'
import { ownResponses } from './subjects/own-responses.ts'
import { subjectCards } from './subjects/subject-cards.ts'
import { subjectRoutes } from './subjects/subject-routes.ts'

export const interactionsModule = defineModule<{ identity: IdentityApi }>()({
  name: 'interactions',
  needs: ['identity'],
  migrations: new URL('./migrations/', import.meta.url),
  events,
  setup: (platform, { identity }) => {
    const api: InteractionsApi = {
      own: (actor, ids) =>
        ownResponses(
          platform.db,
          actor,
          ids.map((id) => ({ id })),
        ),
      cards: (actor, rows) => subjectCards(platform, identity, actor, rows),
      mentions: (ids) => mentionsOf(platform.db, identity, ids),
    }
    return {
      api,
      kinds: [commentKind(platform)],
      routes: [
        ...subjectRoutes(platform, identity),
        ...commentRoutes(platform, identity),
        ...reactionRoutes(platform, identity),
        ...bookmarkRoutes(platform, identity),
        ...draftRoutes(platform),
      ],
      jobs: [recountResponses(platform), eraseDeletedComments(platform)],
      subscriptions: [tellMentionedOnNamesWritten(platform, identity)],
      subjectHooks: [namesWrittenHook],
    }
  },
})
