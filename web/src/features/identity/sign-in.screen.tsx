import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { ApiError } from '../../api/problem.ts'
import { changeVisitor } from '../../app/change-visitor.ts'
import { useMeans } from '../../app/means.ts'
import { BarePage } from '../../ui/bare-page.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { ResendVerification } from './resend-verification.tsx'
import { safeNext } from './safe-next.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const { api, query } = useMeans()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [unverified, setUnverified] = useState<string | null>(null)
  const next = safeNext(search.get('next'))

  async function signIn({ email, password }: Values) {
    try {
      await api.post('/api/sessions', { email, password })
    } catch (error) {
      if (error instanceof ApiError && error.code === 'identity-email-unverified') setUnverified(email ?? null)
      throw error
    }
    await changeVisitor(api, query)
    await navigate(next, { replace: true })
  }

  return (
    <BarePage title={t('sign-in')} heading={t('welcome-back')} lead={t('sign-in-lead')}>
      <Form block submit={t('sign-in')} onSubmit={signIn}>
        <Field name="email" type="email" label={t('email')} autoComplete="username" required />
        <Field
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          required
          beside={
            <Link className="link text-13" to="/recover">
              {t('forgot')}
            </Link>
          }
        />
        {unverified && <ResendVerification email={unverified} />}
      </Form>
      <p className="mt-6 text-center text-ink-3">
        {t('new-here')}{' '}
        <Link className="link font-semibold" to={`/sign-up?next=${encodeURIComponent(next)}`}>
          {t('sign-up-quick')}
        </Link>
      </p>
    </BarePage>
  )
}
