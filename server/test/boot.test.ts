import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from './app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

test('the instance says that it is alive, ready and what it offers', async () => {
  expect((await t.guest.get('/livez')).status).toBe(200)
  expect((await t.guest.get('/readyz')).body).toEqual({ status: 'ok', checks: { database: 'ok' } })
  expect((await t.guest.get('/metrics')).body).toContain('madang_http_requests_total')
  expect((await t.guest.get('/api/openapi.json')).body.openapi).toBe('3.1.0')
  expect((await t.guest.get('/api/docs')).body).toContain('Madang API')
})

test('what is not there is a problem in the reader’s language', async () => {
  const { status, body, headers } = await t.guest.get('/api/nothing', { 'accept-language': 'en' })
  expect(status).toBe(404)
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(body).toMatchObject({ code: 'not-found', status: 404, title: 'Not found', requestId: headers['x-request-id'] })
  expect((await t.guest.get('/api/nothing')).body.title).toBe('찾을 수 없어요')
})
