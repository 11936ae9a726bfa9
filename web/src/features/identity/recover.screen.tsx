import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { BarePage } from '../../ui/bare-page.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { toast } from '../../ui/toast.tsx'
import { useWords } from './words.ts'

/** Without a token: asks for the mail. With the mail's token: takes the new password. */
export function Component() {
  const [search] = useSearchParams()
  const token = search.get('token')
  return token ? <NewPassword token={token} /> : <AskForMail />
}

function AskForMail() {
  const t = useWords()
  const api = useApi()
  const [sentTo, setSentTo] = useState<string | null>(null)
  if (sentTo !== null)
    return (
      <BarePage title={t('recover')} heading={t('check-mail')} lead={t('recover-sent', { email: sentTo })}>
        <Link className="btn wide" to="/sign-in">
          {t('to-sign-in')}
        </Link>
      </BarePage>
    )
  async function ask({ email = '' }: Values) {
    await api.post('/api/password-resets', { email })
    setSentTo(email)
  }
  return (
    <BarePage title={t('recover')} heading={t('recover-heading')} lead={t('recover-lead')}>
      <Form block submit={t('send-reset')} onSubmit={ask}>
        <Field name="email" type="email" label={t('email')} autoComplete="email" required />
      </Form>
      <p className="mt-6 text-center">
        <Link className="link" to="/sign-in">
          {t('to-sign-in')}
        </Link>
      </p>
    </BarePage>
  )
}

function NewPassword({ token }: { token: string }) {
  const t = useWords()
  const api = useApi()
  const navigate = useNavigate()
  async function reset({ password }: Values) {
    await api.put('/api/password-reset', { token, password })
    toast(t('password-changed'))
    await navigate('/sign-in', { replace: true })
  }
  return (
    <BarePage title={t('recover')} heading={t('new-password-heading')} lead={t('new-password-lead')}>
      <Form block submit={t('change-password')} onSubmit={reset} fieldOfCode={{ 'identity-password-weak': 'password' }}>
        <Field
          name="password"
          type="password"
          label={t('new-password')}
          autoComplete="new-password"
          hint={t('password-hint')}
          required
        />
      </Form>
    </BarePage>
  )
}
