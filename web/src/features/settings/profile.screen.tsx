import { useQueryClient } from '@tanstack/react-query'
import type { Me } from '../../api/wire.ts'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { meQuery } from '../../app/session-queries.ts'
import { Field, TextArea } from '../../ui/field.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { AvatarField } from './avatar-field.tsx'
import { SettingsPage } from './settings-page.tsx'
import { useWords } from './words.ts'

const fieldOfCode = {
  'identity-nickname-taken': 'nickname',
  'identity-nickname-refused': 'nickname',
  'identity-nickname-changes-used': 'nickname',
}

export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const me = useMe()
  if (!me) return null

  const changed = (next: Me) => query.setQueryData(meQuery(api).queryKey, next)
  async function save({ nickname = '', bio = '', links = '' }: Values) {
    if (!me) return
    const body = {
      ...(nickname === me.nickname ? {} : { nickname }),
      bio,
      links: links.split(/\s+/).filter(Boolean),
    }
    changed(await api.patch('/api/me', body, { version: me.version }))
    toast(t('saved'))
  }

  return (
    <SettingsPage section="profile" lead={t('profile-lead')}>
      <AvatarField me={me} onChange={changed} />
      <Form key={me.version} submit={t('save')} onSubmit={save} fieldOfCode={fieldOfCode}>
        <Field
          name="nickname"
          label={t('nickname')}
          defaultValue={me.nickname}
          autoComplete="nickname"
          required
          hint={t('nickname-left', { n: me.nicknameChangesLeft })}
        />
        <TextArea name="bio" label={t('bio')} optional defaultValue={me.bio} maxLength={300} rows={3} />
        <TextArea
          name="links"
          label={t('links')}
          optional
          defaultValue={me.links.join('\n')}
          rows={3}
          hint={t('links-hint')}
        />
      </Form>
    </SettingsPage>
  )
}
