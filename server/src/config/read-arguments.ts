import { parseArgs } from 'node:util'
import type { Role } from './config.ts'
import { type ConfigProblem, ConfigProblems } from './config-problems.ts'
import { readVariable } from './read-variables.ts'
import { variables } from './variables.ts'

/** What the command line says; it wins over the environment. */
export interface Arguments {
  /** Read the configuration, say what is wrong, end. */
  check: boolean
  dev: boolean
  roles?: readonly Role[] | undefined
  only?: readonly string[] | undefined
}

/** `--check`, `--dev`, `--roles web,worker`, `--only search`. Throws `ConfigProblems`. */
export function readArguments(argv: readonly string[]): Arguments {
  const problems: ConfigProblem[] = []
  const { values } = parse(argv)
  const text = (name: 'roles' | 'only') => ({ [`--${name}`]: values[name] })
  const roles = readVariable(text('roles'), '--roles', { ...variables.ROLES, example: '--roles web,worker' }, problems)
  const only = readVariable(text('only'), '--only', { ...variables.ONLY, example: '--only search' }, problems)
  if (problems.length > 0) throw new ConfigProblems(problems)
  return { check: values.check, dev: values.dev, roles, only }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        check: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        roles: { type: 'string' },
        only: { type: 'string' },
      },
    })
  } catch (error) {
    const known = '--check, --dev, --roles LIST and --only LIST are known'
    throw new ConfigProblems([{ name: 'the command line', reason: `${(error as Error).message}; ${known}` }])
  }
}
