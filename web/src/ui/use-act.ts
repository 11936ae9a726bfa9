import { useState } from 'react'
import { ApiError } from '../api/problem.ts'
import { toast } from './toast.tsx'
import { useWords } from './words.ts'

/** Runs an act that waits for the server: `busy` while it does, then says that it was done or why not. */
export function useAct() {
  const t = useWords()
  const [busy, setBusy] = useState<string | null>(null)
  return {
    /** The key of the act under way. */
    busy,
    async run(key: string, act: () => Promise<unknown>, done: string, undo?: () => void): Promise<boolean> {
      setBusy(key)
      try {
        await act()
        toast(done, undo ? { undo } : {})
        return true
      } catch (error) {
        if (!(error instanceof ApiError)) reportError(error)
        toast((error instanceof ApiError && error.problem.title) || t('something-failed'), { tone: 'failed' })
        return false
      } finally {
        setBusy(null)
      }
    },
  }
}
