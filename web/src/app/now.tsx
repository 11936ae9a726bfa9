import { createContext, type ReactNode, use, useEffect, useState } from 'react'

const NowContext = createContext(0)
const everyMs = 30_000

/** The moment that relative times count from: the server's at first, so both sides draw the same; then it ticks. */
export function NowProvider({ first, children }: { first: number; children: ReactNode }) {
  const [now, setNow] = useState(first)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [])
  return <NowContext value={now}>{children}</NowContext>
}

export const useNow = (): number => use(NowContext)
