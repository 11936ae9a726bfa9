import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../app/means.ts'
import { BarePage } from '../../ui/bare-page.tsx'
import { Check, Field } from '../../ui/field.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { ConsentFields, consentsOf } from './consent-fields.tsx'
import { MailSent } from './mail-sent.tsx'
import { termsQuery } from './queries.ts'
import { useWords } from './words.ts'

const fieldOfCode = {
  'identity-email-taken': 'email',
  'identity-nickname-taken': 'nickname',
  'identity-password-weak': 'password',
  'identity-under-age': 'over14',
  'identity-consent-missing': 'consents.terms',
}

export function Component() {
  const t = useWords()
  const api = useApi()
  const { data: terms } = useSuspenseQuery(termsQuery(api))
  const [sentTo, setSentTo] = useState<string | null>(null)
  if (sentTo !== null) return <MailSent email={sentTo} />

  async function signUp(values: Values) {
    const { email = '', password = '', nickname = '', over14 } = values
    await api.post('/api/members', {
      email,
      password,
      ...(nickname.trim() === '' ? {} : { nickname }),
      over14: over14 !== undefined,
      consents: consentsOf(terms.items, values),
    })
    setSentTo(email)
  }

  return (
    <BarePage title={t('sign-up')} heading={t('sign-up-heading')} lead={t('sign-up-lead')}>
      <Form block submit={t('sign-up')} onSubmit={signUp} fieldOfCode={fieldOfCode}>
        <Field name="email" type="email" label={t('email')} autoComplete="email" required hint={t('email-hint')} />
        <Field
          name="password"
          type="password"
          label={t('password')}
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={128}
          hint={t('password-hint')}
        />
        <Field
          name="nickname"
          label={t('nickname')}
          autoComplete="nickname"
          optional
          maxLength={50}
          hint={t('nickname-hint')}
        />
        <fieldset className="grid gap-1.5">
          <legend className="flabel mb-2.5">{t('consents')}</legend>
          <div className="min-h-6.5">
            <Check
              name="over14"
              label={
                <>
                  {t('over14')} <span className="text-ink-3">{t('consent-required')}</span>
                </>
              }
            />
          </div>
          <ConsentFields terms={terms.items} />
        </fieldset>
      </Form>
      <p className="mt-6 text-center text-ink-3">
        {t('been-here')}{' '}
        <Link className="link font-semibold" to="/sign-in">
          {t('sign-in')}
        </Link>
      </p>
    </BarePage>
  )
}
