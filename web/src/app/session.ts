import { useSuspenseQuery } from '@tanstack/react-query'
import type { Instance, Me } from '../api/wire.ts'
import { useApi } from './means.ts'
import { instanceQuery, meQuery } from './session-queries.ts'

/** The signed-in member, or null for a guest. */
export const useMe = (): Me | null => useSuspenseQuery(meQuery(useApi())).data

export const useInstance = (): Instance => useSuspenseQuery(instanceQuery(useApi())).data
