import { defineModule } from '../../module.ts'
import type { FilesApi } from '../files/index.ts'
import type { Context } from './context.ts'
import { events, termsPublished } from './events.ts'
import type { IdentityApi } from './index.ts'
import { idsOfNicknames } from './members/ids-of-nicknames.ts'
import { createMemberCards } from './members/member-cards.ts'
import { memberRoutes } from './members/routes.ts'
import { passwordRoutes } from './passwords/routes.ts'
import { purgeJob } from './purge.job.ts'
import { administrators } from './roles/administrators.ts'
import { grantRoutes } from './roles/routes.ts'
import { createAccessTokens } from './sessions/access-token.ts'
import { createAuthentication } from './sessions/authenticate.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { makeAdminOfEnvironment } from './set-up.ts'
import { settings } from './settings.ts'
import { setupRoutes } from './setup-routes.ts'
import { publishDefaultTerms } from './terms/publish-terms.ts'
import { termsRoutes } from './terms/routes.ts'
import { createTerms } from './terms/terms.ts'

export const identityModule = defineModule<{ files: FilesApi }>()({
  name: 'identity',
  needs: ['files'],
  migrations: new URL('./migrations/', import.meta.url),
  events,
  setup: (platform, { files }) => {
    const { clock, config, db } = platform
    const accessTokens = createAccessTokens({ secretKeys: config.secretKeys, clock })
    const terms = createTerms(db)
    const context: Context = { platform, accessTokens, terms, files }
    const authentication = createAuthentication(context)
    const cards = createMemberCards(db, files)

    const forget = ({ type, key, data }: { type: string; key: string; data: unknown }) => {
      if (!type.startsWith('identity.')) return
      if (type === termsPublished.type) terms.forget()
      const { memberId = key } = data as { memberId?: string }
      authentication.forget(key)
      authentication.forget(memberId)
      cards.forget(memberId)
    }
    platform.events.tap((published) => published.forEach(forget))
    platform.events.tail(forget)

    const api: IdentityApi = {
      cards: (ids) => cards.many([...ids].filter((id) => id !== null)),
      idsOfNicknames: (nicknames) => idsOfNicknames(db, nicknames),
      administrators: () => administrators(db),
    }
    return {
      api,
      settings,
      jobs: [purgeJob(platform)],
      guards: { authenticate: authentication.authenticate },
      routes: [
        ...memberRoutes(context, cards),
        ...passwordRoutes(context),
        ...sessionRoutes(context),
        ...grantRoutes(context),
        ...termsRoutes(context),
        ...setupRoutes(context),
      ],
      async start() {
        await publishDefaultTerms(platform)
        await makeAdminOfEnvironment(context)
      },
    }
  },
})
