import type { Static, TSchema } from 'typebox'
import type { Actor, Role } from './kernel/actor.ts'
import type { EventType } from './kernel/event.ts'
import type { ProblemType } from './kernel/problem.ts'
import type { InTransactionHandler, ReadModel, Subscription } from './platform/event-log/contract.ts'
import type { Guards } from './platform/guards.ts'
import type { Job } from './platform/jobs/job.ts'
import type { Platform } from './platform/platform.ts'
import type { Setting } from './platform/settings/setting.ts'
import type { SubjectHook } from './platform/subjects/subject-hook.ts'
import type { SubjectKind } from './platform/subjects/subject-kind.ts'

/**
 * Who may call a route. `member`: signed in, verified, not suspended; `fresh`: a member who proved a credential within
 * ten minutes; a role is granted by the system, and an admin has every role. Relations to a row (author, asker) are
 * the business of the use case's policy.
 */
export type Access = 'guest' | 'member' | 'fresh' | { role: Role; fresh?: true }

/** One request, past schema, session and access. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  actor: Actor
  params: P
  query: Q
  body: B
  /** The version named by `If-Match`, where the route asks for it. */
  version: number
  requestId: string
  cookies: Readonly<Record<string, string>>
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** The body as a stream of parts, where the route takes an upload. */
  upload(): Promise<UploadPart>
  /** Aborted when the client went away. */
  signal: AbortSignal
}

export interface UploadPart {
  fileName: string
  mimeType: string
  stream: NodeJS.ReadableStream & { truncated?: boolean }
  fields: Readonly<Record<string, string>>
}

/** What a handler answers when a plain view is not enough. */
export class Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | string[]>>
  constructor(status: number, body?: unknown, headers: Record<string, string | string[]> = {}) {
    this.status = status
    this.body = body
    this.headers = headers
  }
}

export interface RouteOptions<P extends TSchema, Q extends TSchema, B extends TSchema> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/api/posts/:id`: nouns, kebab-case. */
  path: string
  access: Access
  /** One line for the reader of /api/docs. */
  summary: string
  params?: P
  query?: Q
  body?: B
  /** Schema of the view by status; null where there is no body. The first is the default of `handle`. */
  answers: Record<number, TSchema | null>
  refuses?: ProblemType[]
  /** The route changes a version: `If-Match` is asked for. */
  ifMatch?: boolean
  /**
   * What guests are answered may be kept in memory until an event names one of these ids (or module names). GET only;
   * the view must be the same for every guest.
   */
  cache?: (view: never, params: Static<P>, query: Static<Q>) => string[]
  /**
   * Takes one file as multipart/form-data instead of JSON. `isRepeat`: whether an upload under a known Idempotency-Key is
   * the one that was answered with `first`.
   */
  upload?: { maxBytes: number; isRepeat?(first: unknown, part: UploadPart): Promise<boolean> }
  /** A presented session is not looked at: sign-in, refresh and their like. */
  anonymous?: boolean
  /** Who presents a session that has run out is answered as a guest: pictures in pages. */
  lenient?: boolean
  /** May be called by members who have yet to answer a raised version of the terms. */
  beforeConsent?: boolean
  /** Repeats its answer by itself: what it answers is a secret that is not kept with the Idempotency-Key. */
  ownRepeats?: boolean
  /** Calls a minute from one address (guests) or one member. */
  perMinute?: number
  handle(call: Call<Static<P>, Static<Q>, Static<B>>): Promise<unknown>
}

// biome-ignore lint/suspicious/noExplicitAny: the list of routes forgets what each one's schemas are
export type Route = RouteOptions<any, any, any>

/** Declares a route with its types inferred from its schemas. */
export const route = <P extends TSchema, Q extends TSchema, B extends TSchema>(options: RouteOptions<P, Q, B>): Route =>
  options

export interface ModuleParts<Api> {
  /** Reads for other modules; nothing else of a module is seen from outside. */
  api: Api
  kinds?: SubjectKind[]
  routes?: Route[]
  subscriptions?: Subscription[]
  inTransaction?: InTransactionHandler[]
  readModels?: ReadModel[]
  jobs?: Job[]
  settings?: Setting[]
  guards?: Partial<Guards>
  subjectHooks?: SubjectHook[]
  /** Runs after the platform is up, before the first request; `stop` on the way down. */
  start?(): Promise<void>
  stop?(): Promise<void>
}

export interface Module<Api = unknown> {
  name: string
  needs: readonly string[]
  /** Folder of `NNN-name.sql`, in the module's own schema. */
  migrations?: URL
  events: readonly EventType[]
  setup(platform: Platform, needs: never): ModuleParts<Api>
}

/**
 * Declares a module: `defineModule<{ identity: IdentityApi }>()({ name, needs: ['identity'], … })`.
 * What it needs is handed over by compose.ts; needs form no cycle.
 */
export const defineModule =
  <Needs extends object = Record<never, never>>() =>
  <Api>(declaration: {
    name: string
    needs?: (keyof Needs & string)[]
    migrations?: URL
    /** Every event type that the module says. */
    events?: readonly EventType[]
    setup(platform: Platform, needs: Needs): ModuleParts<Api>
  }): Module<Api> => ({ needs: [], events: [], ...declaration })
