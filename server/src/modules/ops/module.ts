import { defineModule } from '../../module.ts'
import { jobRunChanged } from '../../platform/jobs/events.ts'
import { metricsToken } from '../../platform/settings/metrics-token.ts'
import { settingChanged } from '../../platform/settings/settings.ts'
import type { IdentityApi } from '../identity/index.ts'
import { forgetMailsJob } from './forget-mails.job.ts'
import { instanceName, instanceRoutes } from './instance-routes.ts'
import { jobRoutes } from './job-routes.ts'
import { mailRoutes } from './mail-routes.ts'
import { eventsKeptDays, idempotencyKeptDays, pruneHistoryJob, runsKeptDays } from './prune-history.job.ts'
import { routes } from './routes.ts'

export const opsModule = defineModule<{ identity: IdentityApi }>()({
  name: 'ops',
  needs: ['identity'],
  events: [settingChanged, jobRunChanged],
  setup: (platform, { identity }) => ({
    api: {},
    jobs: [forgetMailsJob(platform), pruneHistoryJob(platform)],
    settings: [instanceName, metricsToken, eventsKeptDays, runsKeptDays, idempotencyKeptDays],
    routes: [
      ...instanceRoutes(platform),
      ...routes(platform, identity),
      ...jobRoutes(platform),
      ...mailRoutes(platform),
    ],
  }),
})
