import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

export const backends = ['redis', 'kafka', 'opensearch', 's3', 'smtp', 'postgres', 'oidc'] as const
export type Backend = (typeof backends)[number]

/** What `TEST_BACKENDS` names. Throws for a name that no test knows. */
export function askedBackends(env = process.env): string[] {
  const names = (env['TEST_BACKENDS'] ?? '').split(',').flatMap((name) => name.trim() || [])
  const unknown = names.filter((name) => !(backends as readonly string[]).includes(name))
  if (unknown.length > 0) {
    throw new Error(`TEST_BACKENDS names ${unknown.join(', ')}: known are ${backends.join(', ')}`)
  }
  return names
}

/**
 * For the tests of an outside engine: `describe.runIf(isAsked('redis'))`. Not asked for: they are left out, and the
 * embedded adapter's stand for them.
 */
export function isAsked(name: Backend): boolean {
  return askedBackends().includes(name)
}

/**
 * Makes sure that an asked-for engine answers, by a probe that throws when it does not, and notes that it was
 * exercised. Absent is red: the error is the test's.
 */
export async function requireBackend<T>(name: Backend, probe: () => Promise<T>): Promise<T> {
  try {
    const found = await probe()
    writeFileSync(join(inject('exercised'), name), '')
    return found
  } catch (error) {
    throw new Error(`TEST_BACKENDS asks for ${name}, which does not answer`, { cause: error })
  }
}
