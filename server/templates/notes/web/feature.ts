import { Shapes } from 'lucide-react'
import type { Feature } from '../../../../web/src/app/feature.ts'
import { commentsQuery } from '../../../../web/src/ui/comments/comment-queries.ts'

/** What these pages ask for comes with them, not with the first page of all. */
const queries = () => import('./queries.ts')

export const feature: Feature = {
  name: 'notes',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  places: [
    { module: 'notes', path: '/notes', label: { ko: '노트', en: 'Notes' }, icon: Shapes, hue: 'learning', order: 50 },
  ],
  kinds: [{ kind: 'note', label: { ko: '노트', en: 'Note' }, icon: Shapes, hue: 'learning' }],
  routes: [
    {
      path: '/notes',
      screen: () => import('./notes.screen.tsx'),
      load: async ({ api, url, warmPages }) =>
        warmPages((await queries()).notesQuery(api, url.searchParams.get('after'))),
    },
    { path: '/notes/new', access: 'member', screen: () => import('./write-note.screen.tsx') },
    {
      path: '/notes/:id',
      screen: () => import('./note.screen.tsx'),
      load: async ({ api, params, warm, warmPages }) => {
        const id = params['id'] ?? ''
        await Promise.all([warm((await queries()).noteQuery(api, id)), warmPages(commentsQuery(api, id, 'oldest'))])
      },
    },
  ],
}
