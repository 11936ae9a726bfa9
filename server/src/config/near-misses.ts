import type { ConfigProblem } from './config-problems.ts'
import { isOneEdit } from './one-edit.ts'
import type { Environment } from './read-variables.ts'
import { type VariableName, variables } from './variables.ts'

const shortestSure = 5

/**
 * Names in the environment that are one edit (a letter more, less, other, or two swapped) from one of ours. Of names
 * as short as `PORT` only a warning is made: too many other programs have a `POST` or `HOSTS`.
 */
export function findNearMisses(env: Environment, problems: ConfigProblem[], warnings: string[]): void {
  const names = (Object.keys(variables) as VariableName[]).flatMap((name) =>
    variables[name].isSecret ? [name, `${name}_FILE`] : [name],
  )
  const known = new Set<string>(names)
  for (const name of Object.keys(env)) {
    if (known.has(name) || !env[name]) continue
    const meant = names.find((ours) => isOneEdit(ours, name))
    if (meant === undefined) continue
    const reason = `is not known, did you mean ${meant}?`
    if (meant.length >= shortestSure) problems.push({ name, reason })
    else warnings.push(`${name} ${reason}`)
  }
}
