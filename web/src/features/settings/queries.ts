import { queryOptions } from '@tanstack/react-query'
import type { Answered, Api } from '../../api/api.ts'

export type Session = Answered<'GET', '/api/me/sessions'>['items'][number]

export const sessionsQuery = (api: Api) =>
  queryOptions({ queryKey: ['sessions'], queryFn: () => api.get('/api/me/sessions') })

export type Consent = Answered<'GET', '/api/me/consents'>['items'][number]

export const consentsQuery = (api: Api) =>
  queryOptions({ queryKey: ['consents'], queryFn: () => api.get('/api/me/consents') })

export const activitySettingsQuery = (api: Api) =>
  queryOptions({
    queryKey: ['activity-settings'],
    queryFn: () => api.get('/api/me/activity-settings'),
  })
