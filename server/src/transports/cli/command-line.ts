/**
 * The options, or undefined after a line on what is wrong with them and the usage; the exit code is 64 then (EX_USAGE).
 * `--help` tells the usage and ends the process.
 */
export function optionsOf<T>(read: () => T, usage: string): T | undefined {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  try {
    return read()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}\n`)
    return undefined
  }
}

/** Tells whether somebody wants to stop (SIGINT, SIGTERM); the second signal ends the process at once. */
export function stopBySignal(): () => boolean {
  let isStopped = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isStopped) process.exit(130)
      isStopped = true
    })
  return () => isStopped
}
