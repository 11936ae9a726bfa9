import { type Feature, Redirect } from '../../app/feature.ts'

/** A member is here seldom: what these pages ask for comes with them. */
const queries = () => import('./queries.ts')

export const feature: Feature = {
  name: 'settings',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  routes: [
    {
      path: '/settings',
      access: 'member',
      screen: () => import('./profile.screen.tsx'),
      load: async () => {
        throw new Redirect('/settings/profile')
      },
    },
    { path: '/settings/profile', access: 'member', screen: () => import('./profile.screen.tsx') },
    { path: '/settings/appearance', screen: () => import('./appearance.screen.tsx') },
    {
      path: '/settings/security',
      access: 'member',
      screen: () => import('./security.screen.tsx'),
      load: async ({ api, warm }) => warm((await queries()).sessionsQuery(api)),
    },
    {
      path: '/settings/privacy',
      access: 'member',
      screen: () => import('./privacy.screen.tsx'),
      load: async ({ api, warm }) => {
        const { activitySettingsQuery, consentsQuery } = await queries()
        await Promise.all([warm(consentsQuery(api)), warm(activitySettingsQuery(api))])
      },
    },
  ],
}
