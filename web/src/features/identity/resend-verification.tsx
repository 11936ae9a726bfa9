import { useMutation } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import { useApi } from '../../app/means.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from './words.ts'

/** Asks for the verification mail again; the answer is the same for any address. */
export function ResendVerification({ email }: { email: string }) {
  const t = useWords()
  const api = useApi()
  const resend = useMutation({ mutationFn: () => api.post('/api/email-verifications', { email }) })
  if (resend.isSuccess)
    return (
      <p className="note ok" role="status">
        <MailCheck />
        {t('mail-sent-again')}
      </p>
    )
  return (
    <Button block busy={resend.isPending} onClick={() => resend.mutate()}>
      {t('resend-mail')}
    </Button>
  )
}
