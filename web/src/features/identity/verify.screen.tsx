import { useMutation } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { ApiError } from '../../api/problem.ts'
import { useApi } from '../../app/means.ts'
import { BarePage } from '../../ui/bare-page.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { useWords } from './words.ts'

/** The mailed page. The member presses the button: mail scanners only fetch, and must not use the token up. */
export function Component() {
  const t = useWords()
  const api = useApi()
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const verify = useMutation({ mutationFn: () => api.put('/api/email-verification', { token }) })
  const used = verify.error instanceof ApiError && verify.error.status === 410

  if (verify.isSuccess)
    return (
      <BarePage title={t('verified')} heading={t('verified')} lead={t('verified-lead')}>
        <Link className="btn primary lg wide" to="/sign-in">
          <CircleCheck />
          {t('sign-in')}
        </Link>
      </BarePage>
    )
  if (token === '' || used)
    return (
      <BarePage title={t('verify')} heading={t('link-used')} lead={t('link-used-lead')}>
        <Form block submit={t('resend-mail')} onSubmit={({ email }) => api.post('/api/email-verifications', { email })}>
          <Field name="email" type="email" label={t('email')} autoComplete="email" required />
        </Form>
      </BarePage>
    )
  return (
    <BarePage title={t('verify')} heading={t('verify-heading')} lead={t('verify-lead')}>
      <Button look="primary" size="lg" block busy={verify.isPending} onClick={() => verify.mutate()}>
        {t('verify')}
      </Button>
      {verify.error instanceof ApiError && (
        <p className="ferr mt-3" role="alert">
          {verify.error.problem.title}
        </p>
      )}
    </BarePage>
  )
}
