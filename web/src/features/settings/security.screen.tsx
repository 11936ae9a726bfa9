import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Laptop, LogOut, Smartphone } from 'lucide-react'
import { useNavigate } from 'react-router'
import { signOut } from '../../app/habits/sign-out.ts'
import { useApi, useMeans } from '../../app/means.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { useFresh } from '../../ui/fresh.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { deviceOf } from './device-of.ts'
import { type Session, sessionsQuery } from './queries.ts'
import { SettingsPage } from './settings-page.tsx'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  return (
    <SettingsPage section="security" lead={t('security-lead')}>
      <Password />
      <Sessions />
    </SettingsPage>
  )
}

function Password() {
  const t = useWords()
  const api = useApi()
  const { fresh, dialog } = useFresh()
  async function change({ password }: Values, form: HTMLFormElement) {
    await fresh(() => api.put('/api/me/password', { password }))
    form.reset()
    toast(t('password-changed'))
  }
  return (
    <section aria-labelledby="password">
      <h2 id="password" className="mb-3">
        {t('password')}
      </h2>
      <Form submit={t('change-password')} onSubmit={change} fieldOfCode={{ 'identity-password-weak': 'password' }}>
        <Field
          name="password"
          type="password"
          label={t('new-password')}
          autoComplete="new-password"
          required
          hint={t('password-hint')}
        />
      </Form>
      {dialog}
    </section>
  )
}

function Sessions() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { data: sessions } = useSuspenseQuery(sessionsQuery(api))
  async function end(ended: Promise<unknown>, done: string) {
    await ended
    await query.invalidateQueries({ queryKey: ['sessions'] })
    toast(done)
  }
  return (
    <section className="mt-9" aria-labelledby="sessions">
      <div className="mb-1 flex items-center justify-between">
        <h2 id="sessions">{t('sessions')}</h2>
        {sessions.items.length > 1 && (
          <Button size="sm" onClick={() => void end(api.delete('/api/me/sessions'), t('signed-out-others'))}>
            {t('sign-out-others')}
          </Button>
        )}
      </div>
      <ul className="list">
        {sessions.items.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            onEnd={() => void end(api.delete(`/api/me/sessions/${session.id}`), t('signed-out-device'))}
          />
        ))}
      </ul>
    </section>
  )
}

function SessionLine({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const t = useWords()
  const { browser, system, mobile } = deviceOf(session.userAgent)
  const device = [browser, system].filter(Boolean).join(' · ') || t('unknown-device')
  return (
    <li className="flex items-center gap-3.5 py-3">
      {mobile ? <Smartphone className="s20 text-ink-3" /> : <Laptop className="s20 text-ink-3" />}
      <div className="min-w-0 flex-1">
        <b className="font-semibold">{device}</b>{' '}
        {session.current && <span className="tag ok">{t('this-device')}</span>}
        <p className="text-13 text-ink-3">
          {session.address} · <Time at={session.usedAt} />
        </p>
      </div>
      {session.current ? (
        <SignOut />
      ) : (
        <Button size="sm" aria-label={t('sign-out-device', { device })} onClick={onEnd}>
          {t('sign-out')}
        </Button>
      )}
    </li>
  )
}

function SignOut() {
  const t = useWords()
  const { api, query } = useMeans()
  const navigate = useNavigate()
  const leave = () =>
    signOut(
      { api, query },
      {
        goHome: () => navigate('/'),
        ask: (n) => ({ title: t('sign-out-ask'), text: t('sign-out-ask-text', { n }), act: t('sign-out') }),
      },
    )
  return (
    <Button size="sm" onClick={() => void leave()}>
      <LogOut />
      {t('sign-out')}
    </Button>
  )
}
