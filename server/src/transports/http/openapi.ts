import type { TSchema } from 'typebox'
import { accessCookie } from '../../kernel/cookies.ts'
import { type ProblemType, problemTypes } from '../../kernel/problem.ts'
import {
  forbidden,
  invalid,
  signInNeeded,
  tooManyRequests,
  versionNeeded,
  versionStale,
} from '../../kernel/problems.ts'
import type { Access, Route } from '../../module.ts'
import { consentOutdated, reauthenticationNeeded } from './authentication.ts'

type Json = Record<string, unknown>

const accessWords = (access: Access) =>
  typeof access === 'object' ? `role:${access.role}${access.fresh ? ' fresh' : ''}` : access

/** Our `characters` keyword in the words of JSON Schema, which counts code points: close enough for a reader. */
export function plainSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plainSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const { characters, ...rest } = schema as Json & { characters?: { min: number; max: number } }
  const out: Json = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plainSchema(value)]))
  return characters ? { ...out, minLength: characters.min, maxLength: characters.max } : out
}

function parameters(place: 'path' | 'query', schema: TSchema | undefined): Json[] {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: plainSchema(value),
  }))
}

/** What the transport itself refuses on such a route, besides what its module declares. */
function refusalsOf({ access, method, params, query, body, ifMatch, perMinute, beforeConsent, refuses = [] }: Route) {
  const isFresh = access === 'fresh' || (typeof access === 'object' && access.fresh)
  const writes = access !== 'guest' && method !== 'GET' && !beforeConsent
  const own: (ProblemType | false)[] = [
    Boolean(params || query || body) && invalid,
    access !== 'guest' && signInNeeded,
    typeof access === 'object' && forbidden,
    Boolean(isFresh) && reauthenticationNeeded,
    writes && consentOutdated,
    ...(ifMatch ? [versionStale, versionNeeded] : []),
    Boolean(perMinute) && tooManyRequests,
  ]
  return [...new Set([...refuses, ...own.filter((one) => one !== false)])]
}

/** JSON unless the schema says `contentMediaType`. */
function contentOf(schema: TSchema | null) {
  if (!schema) return {}
  const { contentMediaType = 'application/json' } = schema as { contentMediaType?: string }
  return { content: { [contentMediaType]: { schema: plainSchema(schema) } } }
}

function operation(route: Route): Json {
  const answers = Object.entries(route.answers).map(([status, schema]) => [
    status,
    { description: status.startsWith('2') ? 'Done' : 'See headers', ...contentOf(schema) },
  ])
  const refusals = Map.groupBy(refusalsOf(route), ({ status }) => status)
  const refused = [...refusals].map(([status, list]) => [
    String(status),
    {
      description: list.map(({ code, title }) => `${code}: ${title.en}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  const body = route.upload
    ? {
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
        },
      }
    : route.body && { 'application/json': { schema: plainSchema(route.body) } }
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/^\/api/, '').replace(/[/:.-]+(\w?)/g, (_, c: string) => c.toUpperCase())}`,
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'platform'],
    'x-access': accessWords(route.access),
    parameters: [
      ...parameters('path', route.params),
      ...parameters('query', route.query),
      ...(route.ifMatch ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }] : []),
      ...(route.method === 'POST'
        ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
        : []),
    ],
    ...(body ? { requestBody: { required: isBodyNeeded(route), content: body } } : {}),
    responses: Object.fromEntries([...answers, ...refused]),
    security: [...(route.access === 'guest' ? [{}] : []), { bearer: [] }, { cookie: [] }],
  }
}

const isBodyNeeded = ({ upload, body }: Route) =>
  Boolean(upload || (body as { required?: string[] } | undefined)?.required?.length)

/** The OpenAPI 3.1 document of these routes. */
export function openApiOf(routes: Route[], publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Madang', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: accessCookie, description: 'A write needs our own Origin' },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string', enum: problemTypes().map(({ code }) => code) },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { at: { type: 'string' }, code: { type: 'string' } },
                required: ['at', 'code'],
              },
            },
            requestId: { type: 'string' },
          },
        },
      },
    },
  }
}
