import type { Feature } from '../../app/feature.ts'

/** Few people ever open the console: what it asks for comes with it. */
const queries = () => import('./queries.ts')

export const feature: Feature = {
  name: 'ops',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  routes: [
    {
      path: '/console',
      access: 'admin',
      screen: () => import('./overview.screen.tsx'),
      load: async ({ api, warm }) => warm((await queries()).healthQuery(api)),
    },
    {
      path: '/console/boards',
      access: 'admin',
      screen: () => import('./boards.screen.tsx'),
      load: async ({ api, warm }) => warm((await import('../community/queries.ts')).boardsQuery(api)),
    },
    { path: '/console/people', access: 'admin', screen: () => import('./people.screen.tsx') },
    {
      path: '/console/settings',
      access: 'admin',
      screen: () => import('./settings.screen.tsx'),
      load: async ({ api, warm }) => warm((await queries()).settingsQuery(api)),
    },
    {
      path: '/console/jobs',
      access: 'admin',
      screen: () => import('./jobs.screen.tsx'),
      load: async ({ api, warm }) => warm((await queries()).jobsQuery(api)),
    },
    {
      path: '/console/dead-letters',
      access: 'admin',
      screen: () => import('./dead-letters.screen.tsx'),
      load: async ({ api, warmPages }) => warmPages((await queries()).deadLettersQuery(api)),
    },
    {
      path: '/console/mail',
      access: 'admin',
      screen: () => import('./mail.screen.tsx'),
      load: async ({ api, warmPages }) => warmPages((await queries()).mailsQuery(api)),
    },
    {
      path: '/console/audit',
      access: 'admin',
      screen: () => import('./audit.screen.tsx'),
      load: async ({ api, warmPages }) => warmPages((await queries()).auditQuery(api)),
    },
  ],
}
