import type { QueryClient } from '@tanstack/react-query'
import type { Api } from '../api/api.ts'
import type { Instance } from '../api/wire.ts'
import type { Locale, Words } from '../words/words.tsx'

export type HeadContext = {
  api: Api
  /** Holds what the route's `load` warmed. */
  query: QueryClient
  params: Readonly<Record<string, string>>
  locale: Locale
  words: Words
  instance: Instance
}

/** What machines read of a page beside the title and description that its screen gives. */
export type PageHead = {
  type?: 'article' | 'profile'
  /** Whose share card it is, and what is on that card: another title gets another address. Absent: the instance's. */
  card?: { id: string; shown: readonly (string | null | undefined)[] }
  /** From the top to the page itself. */
  crumbs?: readonly { label: string; path: string }[]
  feeds?: readonly { title: string; type: 'rss' | 'atom'; path: string }[]
  /** Things in the words of schema.org, without `@context`. */
  things?: readonly object[]
}

/** By the path of a route. A feature's `heads.ts` exports them as `heads`; they run on the server alone. */
export type Heads = Readonly<Record<string, (context: HeadContext) => PageHead | undefined>>
