import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../words.ts'

/** Counts the seconds down that the server asked for; then the page may be opened again. */
export function WaitThenRetry({ seconds }: { seconds: number }) {
  const t = useWords()
  const [until] = useState(() => Date.now() + seconds * 1000)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 250)
    return () => clearInterval(timer)
  }, [until])
  return (
    <Button look="primary" disabled={left > 0} className="tabular-nums" onClick={() => location.reload()}>
      {left > 0 ? t('try-again-in', { seconds: left }) : t('try-again')}
    </Button>
  )
}
