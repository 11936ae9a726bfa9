/** Runs `stop` once, at the first SIGTERM or SIGINT; a second one ends the process at once. */
export function onShutdown(stop: (signal: string) => Promise<void>): void {
  let asked = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      stop(signal).then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}
