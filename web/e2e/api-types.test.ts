import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../server/test/app.ts'
import { type OpenApi, routeTypes } from '../src/api/generate.ts'

let t: TestApp

beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

test('the types of the API client are those of the server: else run `node server/src/transports/cli/api-types.ts`', async () => {
  const document: OpenApi = (await t.guest.get('/api/openapi.json')).body
  const committed = readFileSync(new URL('../src/api/routes.generated.ts', import.meta.url), 'utf8')
  expect(Object.keys(document.paths).length).toBeGreaterThan(60)
  expect(committed).toBe(routeTypes(document))
})

test('a route that changes its answer changes the types', () => {
  const answer = (type: string): OpenApi => ({
    paths: {
      '/api/posts/{id}': {
        get: { responses: { 200: { content: { 'application/json': { schema: { type } } } } } },
      },
    },
  })
  expect(routeTypes(answer('string'))).toContain("'GET /api/posts/*'")
  expect(routeTypes(answer('string'))).not.toBe(routeTypes(answer('integer')))
})
