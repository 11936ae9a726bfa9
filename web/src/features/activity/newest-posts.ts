import type { Answered } from '../../api/api.ts'
import type { SubjectCard } from '../../api/wire.ts'

const most = 14

/** An answer stands in its question: it is no post of its own. */
export const isPost = ({ kind }: SubjectCard): boolean => kind !== 'answer'

/** What the front page shows, newest first. */
export const newestPosts = ({ sections }: Answered<'GET', '/api/home'>): SubjectCard[] =>
  sections
    .flatMap(({ items }) => items)
    .filter(isPost)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, most)
