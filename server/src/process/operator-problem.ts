import { PostgresProblem } from '../adapters/embedded-postgres/postgres-problem.ts'
import { ConfigProblems } from '../config/config-problems.ts'
import { portHolder } from '../config/port-holder.ts'
import { say } from './say.ts'

/** Something the operator can mend: said in words, without a stack. */
export class OperatorProblem extends Error {}

interface SystemError extends Error {
  code?: string
  syscall?: string
}

/** Says why the process cannot go on and answers the exit code. */
export function explain(error: unknown, port: number): number {
  if (error instanceof ConfigProblems) {
    for (const line of error.message.split('\n')) say(line)
    return error.exitCode
  }
  const { code, syscall } = error as SystemError
  if (error instanceof PostgresProblem) {
    say(error.message)
    return error.exitCode
  }
  if (syscall === 'listen' && code === 'EADDRINUSE')
    say(
      `port ${port} is in use by ${portHolder(port) ?? 'another program'}: ` +
        `stop it, or choose another one with PORT=${port + 1}`,
    )
  else if (syscall === 'listen' && code === 'EACCES')
    say(`port ${port} may not be used by this user: choose one above 1023 with PORT`)
  else if (error instanceof OperatorProblem) say(error.message)
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}
