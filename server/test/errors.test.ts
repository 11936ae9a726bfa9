import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { problemTypes } from '../src/kernel/problem.ts'
import { errorsDoc } from '../src/transports/cli/errors-doc.ts'

test('docs/errors.md lists exactly the problems that the code can answer', async () => {
  const written = await readFile(new URL('../../docs/errors.md', import.meta.url), 'utf8')
  expect(problemTypes().length).toBeGreaterThan(20)
  expect(written).toBe(errorsDoc())
})

test('every problem is said in Korean and in English, with a status of a refusal', () => {
  for (const { code, status, title } of problemTypes()) {
    expect(title.ko, code).toMatch(/[가-힣]/)
    expect(title.en, code).toMatch(/^[A-Z][^!]*$/)
    expect(status, code).toBeGreaterThanOrEqual(400)
  }
})
