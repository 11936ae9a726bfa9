import { copyFileSync, statSync, truncateSync } from 'node:fs'

const largestBytes = 10e6
const everyMs = 60_000

/** Keeps PostgreSQL's log to two files of about 10 MB. PostgreSQL holds it open for appending: so copied, then emptied. */
export function boundLog(file: string): () => void {
  const bound = () => {
    try {
      if (logSize(file) <= largestBytes) return
      copyFileSync(file, `${file}.1`)
      truncateSync(file)
    } catch {}
  }
  bound()
  const timer = setInterval(bound, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

export function logSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
