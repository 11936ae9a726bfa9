import { readFileSync } from 'node:fs'
import type { ConfigProblem } from './config-problems.ts'
import { Unfit } from './parsers.ts'
import { type Value, type Values, type Variable, type VariableName, variables } from './variables.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads every variable; adds what is wrong to `problems` and leaves that one out. Empty means absent. */
export function readVariables(env: Environment, problems: ConfigProblem[]): Values {
  const values: { [N in VariableName]?: Value<N> } = {}
  for (const name of Object.keys(variables) as VariableName[]) {
    const value = readVariable(env, name, variables[name] as Variable<unknown>, problems)
    if (value !== undefined) Object.assign(values, { [name]: value })
  }
  return values
}

/** One variable, from itself or from the file that its `_FILE` names. */
export function readVariable<T>(
  env: Environment,
  name: string,
  { parse, example, isSecret }: Variable<T>,
  problems: ConfigProblem[],
): T | undefined {
  try {
    const text = isSecret ? secretText(env, name) : plainText(env, name)
    return text === undefined ? undefined : parse(text)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    problems.push({ name, reason: error.message, example })
    return undefined
  }
}

function plainText(env: Environment, name: string): string | undefined {
  if (env[`${name}_FILE`]) throw new Unfit(`only secrets may come from a file: ${name}_FILE is not read`)
  return env[name]?.trim() || undefined
}

function secretText(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`]?.trim()
  const text = env[name]?.trim()
  if (!file) return text || undefined
  if (text) throw new Unfit(`is given twice, also as ${name}_FILE: keep one`)
  const content = readText(file, name).trim()
  if (content === '') throw new Unfit(`the file that ${name}_FILE names is empty`)
  return content
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Unfit(`the file that ${name}_FILE names cannot be read (${code})`)
  }
}
