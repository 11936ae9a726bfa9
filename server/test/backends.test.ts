import { expect, test } from 'vitest'
import { askedBackends, isAsked, requireBackend } from './backends.ts'

test('TEST_BACKENDS names what must be there; a name that nobody knows is refused', () => {
  expect(askedBackends({ TEST_BACKENDS: 'redis, kafka' })).toEqual(['redis', 'kafka'])
  expect(askedBackends({})).toEqual([])
  expect(() => askedBackends({ TEST_BACKENDS: 'redis,mongo' })).toThrow('TEST_BACKENDS names mongo')
  expect(isAsked('redis')).toBe(askedBackends().includes('redis'))
})

test('an engine that was asked for and does not answer is an error, with its reason', async () => {
  const error = await requireBackend('redis', () => Promise.reject(new Error('refused'))).catch((e: Error) => e)
  expect(error).toMatchObject({
    message: 'TEST_BACKENDS asks for redis, which does not answer',
    cause: { message: 'refused' },
  })
})
