import type { QueryClient } from '@tanstack/react-query'
import type { Api } from '../../api/api.ts'
import { searchQuery } from './queries.ts'

/**
 * Somebody asks: this alone counts as a search. Its first page is kept for the screen that opens next; when it fails the
 * screen asks for itself and says why.
 */
export async function beginSearch(api: Api, query: QueryClient, q: string): Promise<void> {
  try {
    const page = await api.post('/api/searches', { q })
    query.setQueryData(searchQuery(api, q, {}).queryKey, { pages: [page], pageParams: [null] })
  } catch {}
}
