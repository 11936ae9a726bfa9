import { defineModule } from '../../module.ts'
import type { IdentityApi } from '../identity/index.ts'
import type { InteractionsApi } from '../interactions/index.ts'
import { acts } from './acts.ts'
import { followAdded } from './events.ts'
import { followRoutes } from './follow-routes.ts'
import { routes } from './routes.ts'

export const activityModule = defineModule<{ identity: IdentityApi; interactions: InteractionsApi }>()({
  name: 'activity',
  needs: ['identity', 'interactions'],
  migrations: new URL('./migrations/', import.meta.url),
  events: [followAdded],
  setup: (platform, needs) => ({
    api: {},
    routes: [...routes(platform, needs), ...followRoutes(platform, needs.identity)],
    readModels: [acts(platform)],
  }),
})
