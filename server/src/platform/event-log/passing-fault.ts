/** Connection lost, server stopping, out of resources, deadlock, lock not had in time: no fault of the event, and over by itself. */
const passing = /^(08|40|53|55P03|57P|58)/

export function isPassing(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && passing.test(code)
}
