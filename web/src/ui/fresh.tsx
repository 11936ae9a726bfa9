import { lazy, Suspense, useRef, useState } from 'react'
import { ApiError } from '../api/problem.ts'

const PasswordDialog = lazy(async () => ({ default: (await import('./overlays/password-dialog.tsx')).PasswordDialog }))

type Waiting = { resolve: () => void; reject: (error: unknown) => void }

/**
 * For acts that ask for a proof of the last ten minutes: `await fresh(() => api.put(…))` asks for the password when the
 * server wants it and repeats the act. Draw `dialog` anywhere.
 */
export function useFresh() {
  const waiting = useRef<Waiting | null>(null)
  const [asking, setAsking] = useState(false)
  const settle = (how: (waiting: Waiting) => void) => {
    if (waiting.current) how(waiting.current)
    waiting.current = null
    setAsking(false)
  }

  async function fresh<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'identity-reauth-required') throw error
      await new Promise<void>((resolve, reject) => {
        waiting.current = { resolve, reject: () => reject(error) }
        setAsking(true)
      })
      return act()
    }
  }

  return {
    fresh,
    dialog: asking && (
      <Suspense>
        <PasswordDialog
          onProved={() => settle(({ resolve }) => resolve())}
          onClose={() => settle(({ reject }) => reject(null))}
        />
      </Suspense>
    ),
  }
}
