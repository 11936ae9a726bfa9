import { defineModule } from '../../module.ts'
import type { FilesApi } from '../files/index.ts'
import type { IdentityApi } from '../identity/index.ts'
import type { InteractionsApi } from '../interactions/index.ts'
import { answerKind } from './answers/answer-kind.ts'
import { answerRoutes } from './answers/answer-routes.ts'
import { applyPreset } from './boards/apply-preset.ts'
import { createBoardDirectory } from './boards/board-directory.ts'
import { boardKind } from './boards/board-kind.ts'
import { boardRoutes } from './boards/board-routes.ts'
import { categoryRoutes } from './boards/category-routes.ts'
import type { Community } from './community.ts'
import { communityApi } from './community-api.ts'
import { events } from './events.ts'
import { feedRoutes } from './feeds/feed-routes.ts'
import { closeStaleQuestions } from './jobs/close-stale-questions.job.ts'
import { eraseDeleted } from './jobs/erase-deleted.job.ts'
import { keepTime } from './jobs/keep-time.job.ts'
import { moderationRoutes } from './posts/moderation-routes.ts'
import { postKind } from './posts/post-kind.ts'
import { postListRoutes } from './posts/post-list-routes.ts'
import { postRoutes } from './posts/post-routes.ts'
import { createPostRows } from './posts/post-rows.ts'
import { revisionRoutes } from './posts/revision-routes.ts'
import { wakePostOnComment } from './posts/wake-post-on-comment.ts'
import { countTagsOnPosts } from './tags/count-tags-on-posts.ts'
import { createViewCounter } from './views/view-counter.ts'

interface Needs {
  files: FilesApi
  identity: IdentityApi
  interactions: InteractionsApi
}

/** Boards, posts, questions with answers, categories and tags. */
export const communityModule = defineModule<Needs>()({
  name: 'community',
  needs: ['files', 'identity', 'interactions'],
  migrations: new URL('./migrations/', import.meta.url),
  events,
  setup(platform, needs) {
    const boards = createBoardDirectory(platform)
    const posts = createPostRows(platform)
    const views = createViewCounter(platform)
    const community: Community = { platform, boards, posts, views, ...needs }
    return {
      api: communityApi(community),
      kinds: [boardKind(boards), postKind(boards), answerKind(boards)],
      routes: [
        ...boardRoutes(community),
        ...categoryRoutes(community),
        ...postListRoutes(community),
        ...postRoutes(community),
        ...revisionRoutes(community),
        ...moderationRoutes(community),
        ...answerRoutes(community),
        ...feedRoutes(community),
      ],
      subscriptions: [countTagsOnPosts, wakePostOnComment],
      jobs: [closeStaleQuestions(community), keepTime(community), eraseDeleted(community)],
      async start() {
        if (platform.config.roles.includes('worker')) await applyPreset(community)
        await boards.all()
      },
      stop: () => views.stop(),
    }
  },
})
