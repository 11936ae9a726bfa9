import type { Platform } from '../../platform/platform.ts'
import type { FilesApi } from '../files/index.ts'
import type { IdentityApi } from '../identity/index.ts'
import type { InteractionsApi } from '../interactions/index.ts'
import type { BoardDirectory } from './boards/board-directory.ts'
import type { PostRows } from './posts/post-rows.ts'
import type { ViewCounter } from './views/view-counter.ts'

/** What the use cases of this module stand on. */
export interface Community {
  readonly platform: Platform
  readonly boards: BoardDirectory
  readonly posts: PostRows
  readonly views: ViewCounter
  readonly identity: IdentityApi
  readonly files: FilesApi
  readonly interactions: InteractionsApi
}
