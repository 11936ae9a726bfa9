import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '../src/module.ts'
import { type TestApp, testApp } from './app.ts'
import { routesOf } from './routes-of.ts'

interface Operation {
  operationId: string
  summary: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { required: boolean; content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
  security: Record<string, string[]>[]
}

let t: TestApp
let routes: Route[]
let document: { openapi: string; paths: Record<string, Record<string, Operation>>; components: Record<string, object> }
beforeAll(async () => {
  t = await testApp()
  routes = routesOf(t)
  document = (await t.guest.get('/api/openapi.json')).body
})
afterAll(() => t.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
const of = (method: string, path: string) => document.paths[path]?.[method]

test('every route stands in it, each operation under a name of its own', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  const declared = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  const described = operations().map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  expect(described).toEqual(expect.arrayContaining(declared))
  expect(new Set(operations().map(({ operation }) => operation.operationId)).size).toBe(described.length)
})

test('every part of a path is a parameter, and every reference leads somewhere', () => {
  for (const { path, method, operation } of operations()) {
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
    expect(inPath.sort(), `${method} ${path}`).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort())
    const named = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)
    expect(new Set(named).size, `${method} ${path}`).toBe(named.length)
  }
  const references = new Set([...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, to = '']) => to))
  expect(references.size).toBeGreaterThan(0)
  for (const to of references) {
    const found = to.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], document)
    expect(found, to).toBeDefined()
  }
})

test('what the transport refuses is said beside what the module refuses', () => {
  const codes = (method: string, path: string) =>
    Object.entries(of(method, path)?.responses ?? {}).flatMap(([status, { description }]) =>
      Number(status) >= 400 ? [`${status} ${description}`] : [],
    )
  const patch = codes('patch', '/api/me').join('\n')
  for (const [status, code] of [
    [400, 'invalid'],
    [401, 'sign-in-needed'],
    [403, 'identity-consent-outdated'],
    [409, 'identity-nickname-taken'],
    [412, 'version-stale'],
    [428, 'version-needed'],
  ])
    expect(patch).toMatch(new RegExp(`^${status} .*${code}`, 'm'))
  expect(codes('put', '/api/me/password').join()).toContain('identity-reauth-required')
  expect(codes('get', '/api/ops/settings').join()).toContain('forbidden')
  expect(codes('get', '/api/instance')).toEqual([])
})

test('a body is asked for only where one is needed, and a stream is called one', () => {
  expect(of('post', '/api/sessions')?.requestBody?.required).toBe(true)
  expect(of('post', '/api/ops/jobs/{job}/runs')?.requestBody?.required).toBe(false)
  expect(Object.keys(of('post', '/api/files')?.requestBody?.content ?? {})).toEqual(['multipart/form-data'])
  expect(Object.keys(of('get', '/api/live')?.responses['200']?.content ?? {})).toEqual(['text/event-stream'])
  expect(of('get', '/api/me')?.security).toEqual([{ bearer: [] }, { cookie: [] }])
  expect(of('get', '/api/terms')?.security).toEqual([{}, { bearer: [] }, { cookie: [] }])
})

test('the page for people names every route', async () => {
  const { status, body } = await t.guest.get('/api/docs')
  expect(status).toBe(200)
  for (const { path } of routes) expect(body).toContain(`<code>${path}</code>`)
})
