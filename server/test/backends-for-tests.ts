import { mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { askedBackends } from './backends.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder in which each exercised outside backend leaves a file of its name. */
    exercised: string
  }
}

let folder: string | undefined

export function setup(project: TestProject): void {
  folder = join(tmpdir(), 'exercised')
  mkdirSync(folder)
  project.provide('exercised', folder)
}

/** Says which adapters were exercised. Red when one that was asked for was not. */
export function teardown(): void {
  if (!folder) return
  const exercised = readdirSync(folder)
  process.stdout.write(`adapters exercised: ${['postgres (embedded)', ...exercised].join(', ')}\n`)
  const missing = askedBackends().filter((name) => !exercised.includes(name))
  if (missing.length === 0) return
  process.stderr.write(`TEST_BACKENDS asks for ${missing.join(', ')}: no test exercised it\n`)
  process.exitCode = 1
}
