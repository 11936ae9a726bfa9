import type { Feature } from '../app/feature.ts'

/** Every component in every state, for whoever works on them: linked while Vite serves, never built. */
export const feature: Feature = {
  name: 'gallery',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  routes: [{ path: '/gallery', screen: () => import('./gallery.screen.tsx') }],
}
