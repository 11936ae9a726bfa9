/** One wrong variable: what is wrong with it and what a right one looks like. Never holds its value. */
export interface ConfigProblem {
  name: string
  reason: string
  example?: string
}

/** Everything that is wrong with the environment, at once. The process ends with `exitCode`. */
export class ConfigProblems extends Error {
  readonly problems: readonly ConfigProblem[]
  /** EX_CONFIG of sysexits.h */
  readonly exitCode = 78

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(inOneLine).join('\n'))
    this.name = 'ConfigProblems'
    this.problems = problems
  }
}

function inOneLine({ name, reason, example }: ConfigProblem): string {
  return example === undefined ? `${name}: ${reason}` : `${name}: ${reason} (example: ${example})`
}
