import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../src/compose.ts'
import { eventTypes } from '../src/kernel/event.ts'
import { type TestApp, testApp } from './app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

test('every declared event is said by exactly one module, under its own name', () => {
  const said = modules.flatMap(({ name, events }) => events.map(({ type }) => ({ name, type })))
  expect(said.length).toBeGreaterThanOrEqual(15)
  const names = new Set(modules.map(({ name }) => name))
  const declared = eventTypes().flatMap(({ type }) => (names.has(type.split('.')[0] ?? '') ? [type] : []))
  expect(said.map(({ type }) => type).sort()).toEqual(declared)
  for (const { name, type } of said) expect(type.split('.')[0], type).toBe(name)
})

test('what a module hears is said by somebody', () => {
  const said = new Set(modules.flatMap(({ events }) => events.map(({ type }) => type)))
  const heard = [...t.instance.parts.values()].flatMap((part) =>
    [...(part.subscriptions ?? []), ...(part.inTransaction ?? []), ...(part.readModels ?? [])].flatMap(({ events }) =>
      events.map(({ type }) => type),
    ),
  )
  expect(heard.length).toBeGreaterThan(0)
  for (const type of heard) expect(said, type).toContain(type)
})

test('an event’s data is an object that names its fields', () => {
  for (const { type, data } of eventTypes()) {
    expect(data, type).toHaveProperty('properties')
    expect(JSON.stringify(data), type).not.toMatch(/"(password|email|token|text|body)"/)
  }
})
