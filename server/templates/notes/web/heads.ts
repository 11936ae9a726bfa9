import type { Heads } from '../../../../web/src/app/head.ts'
import { noteQuery } from './queries.ts'

export const heads: Heads = {
  '/notes/:id': ({ api, query, params }) => {
    const note = query.getQueryData(noteQuery(api, params['id'] ?? '').queryKey)
    return note && { type: 'article', card: { id: note.id, shown: [note.title, note.author?.nickname] } }
  },
}
