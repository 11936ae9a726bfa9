import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Counts for the last line of `npm test`, which prints what this leaves in the file `MADANG_TEST_COUNTS`. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], faults: readonly unknown[]): void {
    const file = process.env['MADANG_TEST_COUNTS']
    if (!file) return
    const counts = { passed: 0, failed: faults.length, skipped: 0, unsteady: [] as string[] }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state !== 'pending') counts[state]++
        if (test.diagnostic()?.flaky) counts.unsteady.push(test.fullName)
      }
      const broken = [module, ...module.children.allSuites()].filter((each) => each.errors().length > 0)
      counts.failed += broken.length
    }
    writeFileSync(file, JSON.stringify(counts))
  }
}
