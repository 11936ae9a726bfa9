/** The two languages that every word of the product exists in. */
export type Locale = 'ko' | 'en'
export type Words = Readonly<Record<Locale, string>>

/** What is wrong with one field: a JSON pointer into the input, and a stable code. */
export interface FieldError {
  at: string
  code: string
  detail?: string
}

export interface ProblemExtras {
  errors?: FieldError[]
  /** Seconds after which the same request may succeed; becomes `Retry-After`. */
  retryAfterS?: number
  /** Facts for the client beside the standard members of RFC 9457. */
  facts?: Readonly<Record<string, unknown>>
}

export interface ProblemType {
  readonly code: string
  readonly status: number
  readonly title: Words
  (extras?: ProblemExtras): Problem
}

/** A refusal. Everything else that is thrown is a bug and becomes a 500. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly extras: ProblemExtras
  constructor(type: ProblemType, extras: ProblemExtras) {
    super(type.code)
    this.type = type
    this.extras = extras
  }
  get code(): string {
    return this.type.code
  }
  get status(): number {
    return this.type.status
  }
}

const registry = new Map<string, ProblemType>()

/**
 * Declares a refusal once: `throw notAsker()`. The code is stable and stands in docs/errors.md.
 * Throws at load when two problems share a code.
 */
export function defineProblem(code: string, status: number, title: Words): ProblemType {
  if (registry.has(code)) throw new Error(`the problem ${code} is declared twice`)
  const make = (extras: ProblemExtras = {}): Problem => new Problem(type, extras)
  const type: ProblemType = Object.assign(make, { code, status, title })
  registry.set(code, type)
  return type
}

/** Every problem declared so far, by code. */
export const problemTypes = (): ProblemType[] => [...registry.values()].sort((a, b) => (a.code < b.code ? -1 : 1))

/** The wire form of RFC 9457, in the caller's language. */
export function problemBody(problem: Problem, locale: Locale, requestId?: string) {
  const { errors, facts } = problem.extras
  return {
    ...facts,
    type: `/docs/errors#${problem.code}`,
    title: problem.type.title[locale],
    status: problem.status,
    code: problem.code,
    ...(errors ? { errors } : {}),
    ...(requestId ? { requestId } : {}),
  }
}
