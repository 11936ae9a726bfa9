import type { FetchInfiniteQueryOptions, FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Api } from '../api/api.ts'
import type { Catalogue, Locale } from '../words/words.tsx'

export type Lazy<T> = (() => Promise<T>) & { file?: string }

export type LoadContext = {
  api: Api
  query: QueryClient
  params: Readonly<Record<string, string>>
  url: URL
  /** Waits for the first answer; what is already here is used at once and refreshed beside. */
  warm: <T, K extends QueryKey>(options: FetchQueryOptions<T, Error, T, K>) => Promise<T>
  warmPages: <T, K extends QueryKey, P>(options: FetchInfiniteQueryOptions<T, Error, T, K, P>) => Promise<unknown>
}

/**
 * `screen` is the code, split off; it exports nothing but components, or Fast Refresh falls back to a reload.
 * `load` warms the query cache while the code is on its way; it may throw an ApiError or a Redirect.
 */
export type Route = {
  path: string
  screen: Lazy<{ Component: ComponentType }>
  load?: (context: LoadContext) => Promise<unknown>
  /** `bare` pages have neither rail nor top bar: sign-in and its kin. */
  frame?: 'shell' | 'bare'
  /** `member` sends a guest to the sign-in page and back; a role refuses the others besides. */
  access?: 'guest' | 'member' | 'moderator' | 'admin'
}

/** An entry of the rail; shown while its module is on. `hue` names a `--h-*` token. */
export type Place = {
  module: string
  path: string
  label: Record<Locale, string>
  icon: LucideIcon
  hue: string
  order: number
  access?: 'guest' | 'member'
}

/** How subjects of one kind look in lists, search and activity. */
export type SubjectKind = { kind: string; label: Record<Locale, string>; icon: LucideIcon; hue: string }

/** What a module adds to the web. A third party's package exports the same from `<package>/feature`. */
export type Feature = {
  name: string
  words: Record<Locale, Lazy<{ default: unknown }>>
  routes: readonly Route[]
  places?: readonly Place[]
  kinds?: readonly SubjectKind[]
}

export const catalogueOf = (loaded: { default: unknown }): Catalogue => loaded.default as Catalogue

/** Thrown by `load` where there is nothing at an address. */
export class Missing {}

export class Redirect {
  readonly to: string
  readonly status: number

  constructor(to: string, status = 302) {
    this.to = to
    this.status = status
  }
}
