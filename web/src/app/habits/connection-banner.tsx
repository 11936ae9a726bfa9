import { RefreshCw, WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { isLost, onLost } from './connection.ts'
import { useUnsent } from './use-unsent.ts'
import { useWords } from './words.ts'

function onOnline(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says that the connection is gone, what waits for it, and when only the live stream is being picked up again. */
export function ConnectionBanner() {
  const t = useWords()
  const online = useSyncExternalStore(onOnline, () => navigator.onLine)
  const lost = useSyncExternalStore(onLost, isLost)
  const unsent = useUnsent(online)
  const banners = document.getElementById('banners')
  if ((online && !lost) || !banners) return null
  return createPortal(
    <div className="note warn">
      {online ? <RefreshCw /> : <WifiOff />}
      <div>
        <b>{online ? t('reconnecting') : t('offline')}</b>{' '}
        {online ? t('reconnecting-text') : unsent > 0 ? t('offline-unsent', { n: unsent }) : t('offline-text')}
      </div>
    </div>,
    banners,
  )
}
