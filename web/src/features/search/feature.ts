import type { Feature } from '../../app/feature.ts'

export const feature: Feature = {
  name: 'search',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  routes: [
    {
      path: '/search',
      screen: () => import('./search.screen.tsx'),
      load: async ({ api, url: { searchParams }, warmPages }) => {
        const { filtersIn, isAsked, searchQuery, wordsIn } = await import('./queries.ts')
        const q = wordsIn(searchParams)
        const filters = filtersIn(searchParams)
        if (isAsked(q, filters)) await warmPages(searchQuery(api, q, filters, searchParams.get('after')))
      },
    },
  ],
}
