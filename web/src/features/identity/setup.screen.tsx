import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { changeVisitor } from '../../app/change-visitor.ts'
import { useMeans } from '../../app/means.ts'
import { BarePage } from '../../ui/bare-page.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { setupQuery } from './queries.ts'
import { useWords } from './words.ts'

/** The first page of an empty instance: whoever holds the printed link becomes its admin. */
export function Component() {
  const t = useWords()
  const { api, query } = useMeans()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { data: setup } = useQuery(setupQuery(api))
  // As it was on arrival: whoever has just become the admin goes on to the console.
  const [isDone] = useState(setup?.needed === false)
  const token = search.get('token') ?? ''

  async function setUp({ email, password, nickname }: Values) {
    await api.post('/api/setup', { token, email, password, nickname })
    await api.post('/api/sessions', { email, password })
    await changeVisitor(api, query)
    await navigate('/console', { replace: true })
  }

  if (isDone)
    return (
      <BarePage title={t('setup')} heading={t('setup-done')} lead={t('setup-done-lead')}>
        <Link className="btn primary lg wide" to="/sign-in">
          {t('sign-in')}
        </Link>
      </BarePage>
    )
  return (
    <BarePage title={t('setup')} heading={t('setup-heading')} lead={t('setup-lead')}>
      <Form block submit={t('setup-submit')} onSubmit={setUp} fieldOfCode={{ 'identity-password-weak': 'password' }}>
        <Field name="email" type="email" label={t('email')} autoComplete="email" required />
        <Field name="nickname" label={t('nickname')} autoComplete="nickname" required hint={t('nickname-rule')} />
        <Field
          name="password"
          type="password"
          label={t('password')}
          autoComplete="new-password"
          required
          hint={t('password-hint')}
        />
      </Form>
    </BarePage>
  )
}
