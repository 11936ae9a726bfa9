import { isPassing } from '../event-log/passing-fault.ts'

/** A fault that may be over in a moment; thrown by whoever knows more than an error's code says. */
export class PassingFault extends Error {
  readonly retryAfterS: number | undefined
  constructor(message: string, options: { cause?: unknown; retryAfterS?: number } = {}) {
    super(message, { cause: options.cause })
    this.retryAfterS = options.retryAfterS
  }
}

const codes = /^(ECONN|ETIMEDOUT|EAI_AGAIN|EPIPE|ENETUNREACH|EHOSTUNREACH|UND_ERR_(CONNECT|HEADERS|BODY|SOCKET))/

/** Time-out, connection, 5xx, 429, or a database fault that is over by itself. */
export function isPassingFault(error: unknown): boolean {
  if (error instanceof PassingFault || isPassing(error)) return true
  if (!(error instanceof Error)) return false
  const { code, status, cause } = error as { code?: unknown; status?: unknown; cause?: unknown }
  if (typeof code === 'string' && codes.test(code)) return true
  if (typeof status === 'number' && (status === 429 || status >= 500)) return true
  return error.name === 'TimeoutError' || (cause !== undefined && isPassingFault(cause))
}

export const defaultRetryDelaysMs = [1_000, 4_000, 16_000]

/** Tries again after each of the delays (± 20 %, never before `retryAfterS`) while the fault is a passing one. */
export async function patiently<T>(
  work: () => Promise<T>,
  options: { delaysMs: readonly number[]; wait(ms: number): Promise<void>; onRetry(): void; signal: AbortSignal },
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const delayMs = options.delaysMs[tries]
      if (delayMs === undefined || options.signal.aborted || !isPassingFault(error)) throw error
      const askedMs = 1000 * (error instanceof PassingFault ? (error.retryAfterS ?? 0) : 0)
      options.onRetry()
      await options.wait(Math.max(askedMs, delayMs * (0.8 + 0.4 * Math.random())))
      if (options.signal.aborted) throw error
    }
  }
}
