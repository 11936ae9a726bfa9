import type { Platform } from '../../platform/platform.ts'
import type { CommunityApi } from '../community/index.ts'
import type { IdentityApi } from '../identity/index.ts'
import type { SearchCache } from './find/cache.ts'
import type { Engine } from './find/engine.ts'
import type { Reading } from './find/reading.ts'
import type { Corpus } from './index/corpus.ts'
import type { Folding } from './index/folding.ts'

/** What the use cases of search stand on. */
export interface SearchContext {
  platform: Platform
  identity: IdentityApi
  community: CommunityApi
  corpus: Corpus
  engine: Engine
  reading: Reading
  folding: Folding
  cache: SearchCache
}
