import type { QueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { createContext as createRouterContext } from 'react-router'
import type { Api } from '../api/api.ts'
import type { Words } from '../words/words.tsx'

/** What one page, on the server, or one tab, in the browser, works with. */
export type Means = {
  api: Api
  query: QueryClient
  words: Words
  onBug: (error: unknown) => void
}

export const routerMeans = createRouterContext<Means>()

const MeansContext = createContext<Means | null>(null)
export const MeansProvider = MeansContext

export function useMeans(): Means {
  const means = use(MeansContext)
  if (!means) throw new Error('means are used outside of the document')
  return means
}

export const useApi = (): Api => useMeans().api
