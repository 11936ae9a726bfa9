/** RFC 9457, as the API sends it. `title` is in the caller's language; `code` is stable. */
export type Problem = {
  status: number
  code: string
  title: string
  detail?: string
  instance?: string
  errors?: readonly { at: string; code: string; [fact: string]: unknown }[]
  retryAfterS?: number
  [fact: string]: unknown
}

/** A refusal of the API, or of the way to it: `status` 0 is "no connection". */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`)
    this.name = 'ApiError'
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }

  get code(): string {
    return this.problem.code
  }
}

export const offline: Problem = { status: 0, code: 'offline', title: '' }

const isProblem = (json: unknown): json is Problem =>
  typeof json === 'object' && json !== null && 'code' in json && 'status' in json

/** The problem in an answer, also when something on the way answered with something else. */
export function problemOf(status: number, json: unknown, retryAfter: string | undefined): Problem {
  const problem: Problem = isProblem(json) ? json : { status, code: 'unreadable-answer', title: '' }
  const seconds = Number(retryAfter)
  return Number.isFinite(seconds) && seconds > 0 ? { ...problem, retryAfterS: seconds } : problem
}
