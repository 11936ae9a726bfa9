import { FileText } from 'lucide-react'
import { useLocation } from 'react-router'
import { Link } from '../ui/link.tsx'
import { useMe } from './session.ts'
import { useWords } from './words.ts'

/** Where is told what stands in the way of everything: a changed agreement, and later on a lost connection. */
export function Banners() {
  const t = useWords()
  const me = useMe()
  const { pathname } = useLocation()
  const due = me !== null && me.consentsDue.length > 0 && pathname !== '/settings/privacy'
  return (
    <div className="banners" id="banners" role="status">
      {due && (
        <p className="note info">
          <FileText />
          <span>
            {t('consents-due')}{' '}
            <Link className="link" to="/settings/privacy">
              {t('consents-look')}
            </Link>
          </span>
        </p>
      )}
    </div>
  )
}
