import type { Feature } from './feature.ts'

/** Catalogues that every page needs: the shell's and the components'. */
export const coreWords: Record<'app' | 'ui', Feature['words']> = {
  app: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  ui: { ko: () => import('../ui/ko.json'), en: () => import('../ui/en.json') },
}
