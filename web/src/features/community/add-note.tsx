import { useState } from 'react'
import { useApi } from '../../app/means.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Post } from './types.ts'
import { usePostActs } from './use-post-acts.ts'
import { useWords } from './words.ts'

/** An answered question is not changed any more; its asker adds what is missing below it. */
export function AddNote({ question }: { question: Post }) {
  const t = useWords()
  const api = useApi()
  const { reload } = usePostActs(question)
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button size="sm" className="mt-4" onClick={() => setOpen(true)}>
        {t('add-note')}
      </Button>
    )
  return (
    <Form
      className="mt-4 grid gap-3"
      submit={t('add-note')}
      beside={
        <Button look="ghost" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      }
      onSubmit={async ({ body }) => {
        await api.post(`/api/posts/${question.id}/notes`, { body })
        await reload()
        setOpen(false)
      }}
    >
      <TextArea name="body" label={t('note')} hint={t('note-hint')} rows={3} maxLength={2000} required />
    </Form>
  )
}
