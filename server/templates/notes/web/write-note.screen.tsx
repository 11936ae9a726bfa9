import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '../../../../web/src/app/means.ts'
import { Field, TextArea } from '../../../../web/src/ui/field.tsx'
import { Form, type Values } from '../../../../web/src/ui/form.tsx'
import { Page } from '../../../../web/src/ui/page.tsx'
import { toast } from '../../../../web/src/ui/toast.tsx'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const navigate = useNavigate()

  async function publish({ title = '', body = '' }: Values) {
    const { id } = await api.post('/api/notes', { title, body })
    await query.invalidateQueries({ queryKey: ['notes'] })
    toast(t('published'))
    await navigate(`/notes/${id}`, { replace: true })
  }

  return (
    <Page title={t('write')} crumbs={[{ label: t('notes'), to: '/notes' }, { label: t('write') }]} robots="noindex">
      <h1 className="mb-5">{t('write')}</h1>
      <Form submit={t('publish')} onSubmit={publish} className="grid max-w-[704px] gap-4">
        <Field name="title" label={t('title')} maxLength={100} required />
        <TextArea name="body" label={t('body')} rows={10} required />
      </Form>
    </Page>
  )
}
