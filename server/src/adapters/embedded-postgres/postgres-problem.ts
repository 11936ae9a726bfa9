export type PostgresProblemCode =
  | 'binaries'
  | 'disk-full'
  | 'in-use'
  | 'memory'
  | 'not-writable'
  | 'platform'
  | 'start'
  | 'unreachable'
  | 'version'

/** Why the embedded PostgreSQL cannot run here: the message is for the operator and says what to do. */
export class PostgresProblem extends Error {
  readonly code: PostgresProblemCode

  constructor(code: PostgresProblemCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.name = 'PostgresProblem'
    this.code = code
  }

  /** EX_CONFIG where another DATA_DIR or user is what it needs. */
  get exitCode(): number {
    return this.code === 'in-use' || this.code === 'not-writable' ? 78 : 1
  }
}

/** Puts the end of PostgreSQL's own output into words an operator can act on. */
export function explainOutput(output: string, folder: string): PostgresProblem {
  const end = output.trim().split('\n').slice(-12).join('\n')
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(folder, end)
  if (/shared memory segment|could not map anonymous/.test(output)) {
    return new PostgresProblem('memory', `PostgreSQL finds too little memory\n${end}`)
  }
  if (/could not look up effective user ID|could not look up local user ID/.test(output)) {
    return new PostgresProblem(
      'unreachable',
      `the user that runs this (id ${process.getuid?.()}) has no name in /etc/passwd, which PostgreSQL needs: ` +
        'add one, start as another user, or set DATABASE_URL',
    )
  }
  return new PostgresProblem('start', `PostgreSQL did not start\n${end}`)
}

/** Puts a failed file operation into words; anything that is none of these is handed back as it is. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, (error as Error).message, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new PostgresProblem(
      'not-writable',
      `${folder} cannot be used by ${whoami()}: ${(error as Error).message}. ` +
        'Start as the user who owns it, give it to this user (chown -R), or set another DATA_DIR',
      error,
    )
  }
  return error
}

function diskFull(folder: string, detail: string, cause?: unknown): PostgresProblem {
  return new PostgresProblem(
    'disk-full',
    `the disk under ${folder} is full; nothing that was confirmed is lost. Free some space and start again.\n${detail}`,
    cause,
  )
}

function whoami(): string {
  const uid = process.getuid?.()
  return uid === undefined ? 'this user' : `user id ${uid}`
}
