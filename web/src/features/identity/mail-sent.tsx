import { BarePage } from '../../ui/bare-page.tsx'
import { Link } from '../../ui/link.tsx'
import { ResendVerification } from './resend-verification.tsx'
import { useWords } from './words.ts'

export function MailSent({ email }: { email: string }) {
  const t = useWords()
  return (
    <BarePage title={t('check-mail')} heading={t('check-mail')} lead={t('check-mail-lead', { email })}>
      <div className="grid gap-3">
        <ResendVerification email={email} />
        <Link className="btn ghost" to="/sign-in">
          {t('to-sign-in')}
        </Link>
      </div>
    </BarePage>
  )
}
