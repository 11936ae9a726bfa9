import { defineModule } from '../../module.ts'
import type { CommunityApi } from '../community/index.ts'
import type { IdentityApi } from '../identity/index.ts'
import { driftFound, indexRebuilt } from './events.ts'
import { createSearchCache } from './find/cache.ts'
import { createEngine } from './find/engine.ts'
import { createReading } from './find/reading.ts'
import { searchRoutes } from './find/search-routes.ts'
import { createCorpus } from './index/corpus.ts'
import { createFolding } from './index/folding.ts'
import { keepDocuments } from './index/write-documents.ts'
import type { SearchContext } from './search-context.ts'
import { settings } from './settings.ts'
import { suggestRoutes } from './suggest/suggest-routes.ts'
import { measureSearch } from './upkeep/metrics.ts'
import { rebuildJob } from './upkeep/rebuild.job.ts'
import { rebuildIfNeeded } from './upkeep/rebuild-if-needed.ts'
import { repairJob } from './upkeep/repair.job.ts'
import { upkeepRoutes } from './upkeep/upkeep-routes.ts'

/** One search over every subject, in PostgreSQL, as fresh as the last commit. */
export const searchModule = defineModule<{ identity: IdentityApi; community: CommunityApi }>()({
  name: 'search',
  needs: ['identity', 'community'],
  migrations: new URL('./migrations/', import.meta.url),
  events: [indexRebuilt, driftFound],
  setup: (platform, { identity, community }) => {
    const { db, clock, logger, cache, subjects } = platform
    measureSearch(platform)
    const corpus = createCorpus(db)
    const reading = createReading(db.pool)
    const folding = createFolding(db, logger)
    const context: SearchContext = {
      ...{ platform, identity, community, corpus, reading, folding },
      engine: createEngine({ corpus, reading, clock }),
      cache: createSearchCache(),
    }
    const written = () => {
      cache.invalidate(['search'])
      folding.wake()
    }
    platform.events.tail(({ key }) => {
      if (subjects.kindOf(key)?.searchable) cache.invalidate(['search'])
    })
    return {
      api: {},
      routes: [...searchRoutes(context), ...suggestRoutes(context), ...upkeepRoutes(context)],
      jobs: [rebuildJob(context), repairJob(context)],
      settings,
      subjectHooks: [keepDocuments(written)],
      start: () => rebuildIfNeeded(platform),
      stop: () => folding.stop(),
    }
  },
})
