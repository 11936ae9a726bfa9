import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePrefix, newModule } from '../src/transports/cli/new-module.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
let copy: string

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'madang-new-module-'))
  const filter = (path: string) => !/\/dist(?:\/|$)/.test(path)
  for (const part of ['package.json', 'biome.json', 'vitest.config.ts', 'server', 'web'])
    await cp(join(root, part), join(copy, part), { recursive: true, filter })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  const tsconfig = JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8'))
  await writeFile(
    join(copy, 'tsconfig.json'),
    JSON.stringify({
      ...tsconfig,
      include: [
        'server/src/compose.ts',
        'server/src/modules/polls',
        'server/test/postgres-for-tests.ts',
        'web/src',
        'web/e2e/polls.test.ts',
      ],
    }),
  )
})
afterAll(() => rm(copy, { recursive: true, force: true }))

test('a prefix that another kind has is not given again', () => {
  expect(freePrefix('poll', new Set())).toBe('pol')
  expect(freePrefix('poll', new Set(['pol', 'pll']))).toMatch(/^po[a-z]$/)
})

const node = () => ({ cwd: copy, env: { ...process.env, VITEST: undefined, NODE_ENV: undefined, TEST_BACKENDS: '' } })
const nodeRuns = (file: string, ...args: string[]) =>
  run(process.execPath, [join(root, file), ...args], node()).catch(fail)
const vitest = async (...files: string[]) =>
  (await nodeRuns('node_modules/vitest/vitest.mjs', 'run', ...files, 'server/test/postgres-for-tests.ts')).stdout

const written = ['server/src/compose.ts', 'server/src/modules/polls', 'web/src/features/polls', 'web/e2e/polls.test.ts']

test('a new module compiles, is in the house format, and passes its own tests', { timeout: 120_000 }, async () => {
  await run(process.execPath, ['server/src/transports/cli/new-module.ts', 'polls'], node()).catch(fail)
  expect(() => newModule('polls', 'poll', join(copy, 'server'))).toThrow('is there already')
  await nodeRuns('node_modules/@biomejs/biome/bin/biome', 'check', ...written)
  await nodeRuns('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')
  expect(await vitest('server/src/modules/polls')).toMatch(/Tests .*5 passed/)
})

test('its screens say no word of their own, and a browser finds, writes and reads', { timeout: 240_000 }, async () => {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  await run(process.execPath, [vite, 'build', '--app', '--logLevel=warn'], { ...node(), cwd: join(copy, 'web') }).catch(
    fail,
  )
  const found = await vitest('web/e2e/polls', 'web/src/words/literals', 'web/src/words/catalogues')
  expect(found).toMatch(/Test Files .*3 passed/)
})

const fail = (error: { stdout?: string; stderr?: string }): never => {
  throw new Error(`${error.stdout}\n${error.stderr}`)
}
