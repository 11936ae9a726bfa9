import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runProgram } from '../../../test/program.ts'

const run = async (...args: string[]) => {
  const program = runProgram(process.execPath, [fileURLToPath(new URL('seed.ts', import.meta.url)), ...args])
  return { code: await program.ended(), said: program.output() }
}

test('a command tells how it is used when asked, and complains of an option that it does not know', async () => {
  const asked = await run('--help')
  expect(asked.said).toMatch(/^npm run seed /)
  expect(asked.code).toBe(0)
  const wrong = await run('--colour', 'red')
  expect(wrong.said).toMatch(/^Unknown option '--colour'/)
  expect(wrong.said).toContain(asked.said)
  expect(wrong.code).toBe(64)
})
