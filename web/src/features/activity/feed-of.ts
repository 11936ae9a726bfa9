import type { FeedOf } from './queries.ts'

export const feedOf = (search: URLSearchParams): FeedOf => (search.get('of') === 'following' ? 'following' : 'latest')
