import type { Feature } from '../../app/feature.ts'

export const feature: Feature = {
  name: 'identity',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  routes: [
    { path: '/sign-in', frame: 'bare', screen: () => import('./sign-in.screen.tsx') },
    {
      path: '/sign-up',
      frame: 'bare',
      screen: () => import('./sign-up.screen.tsx'),
      load: async ({ api, warm }) => warm((await import('./queries.ts')).termsQuery(api)),
    },
    { path: '/verify', frame: 'bare', screen: () => import('./verify.screen.tsx') },
    { path: '/recover', frame: 'bare', screen: () => import('./recover.screen.tsx') },
    {
      path: '/setup',
      frame: 'bare',
      screen: () => import('./setup.screen.tsx'),
      load: async ({ api, warm }) => warm((await import('./queries.ts')).setupQuery(api)),
    },
  ],
}
