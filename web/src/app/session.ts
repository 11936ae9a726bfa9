import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Instance, Me } from '../api/wire.ts'
import { useApi } from './means.ts'
import { instanceQuery, meQuery } from './session-queries.ts'

/** The signed-in member, or null for a guest. */
export const useMe = (): Me | null => useSuspenseQuery(meQuery(useApi())).data

export const useInstance = (): Instance => useSuspenseQuery(instanceQuery(useApi())).data

/** The instance's time zone, for the many times of a page: without an observer each. Frames load the instance first. */
export function useTimezone(): string {
  const { queryKey } = instanceQuery(useApi())
  return useQueryClient().getQueryData<Instance>(queryKey)?.timezone ?? 'UTC'
}
