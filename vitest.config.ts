import { defineConfig } from 'vitest/config'
import { CountReporter } from './server/test/count-reporter.ts'

export default defineConfig({
  test: {
    include: ['{server,web,bench}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: [
      './server/test/folder-for-tests.ts',
      './server/test/postgres-for-tests.ts',
      './server/test/backends-for-tests.ts',
    ],
    reporters: ['default', new CountReporter()],
    pool: 'forks',
    maxWorkers: 2,
    // a worker keeps what it loaded from one file to the next: most of a file's time otherwise
    isolate: false,
    // on a busy machine; `npm test` names each that needed it, for a race behind it is a defect of its own
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
})
