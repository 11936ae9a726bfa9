import type { Feature } from '../../app/feature.ts'
import { filtersIn, isAsked, searchQuery, wordsIn } from './queries.ts'

export const feature: Feature = {
  name: 'search',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  routes: [
    {
      path: '/search',
      screen: () => import('./search.screen.tsx'),
      load: async ({ api, url: { searchParams }, warmPages }) => {
        const q = wordsIn(searchParams)
        const filters = filtersIn(searchParams)
        if (isAsked(q, filters)) await warmPages(searchQuery(api, q, filters, searchParams.get('after')))
      },
    },
  ],
}
