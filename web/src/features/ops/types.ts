import type { Answered } from '../../api/api.ts'

/** The parts of JSON Schema that settings are declared with. */
export type ValueSchema = {
  type?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  enum?: string[]
}

export type Setting = Answered<'GET', '/api/ops/settings'>['items'][number]
export type Run = Answered<'GET', '/api/ops/jobs/runs'>['items'][number]
export type Job = Answered<'GET', '/api/ops/jobs'>['items'][number]
export type DeadLetter = Answered<'GET', '/api/ops/dead-letters'>['items'][number]
export type Mail = Answered<'GET', '/api/ops/mails'>['items'][number]
export type AuditRow = Answered<'GET', '/api/ops/audit'>['items'][number]
export type Role = Answered<'GET', '/api/me'>['roles'][number]
