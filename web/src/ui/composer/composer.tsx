import { type FormEvent, useId, useState } from 'react'
import { ApiError } from '../../api/problem.ts'
import { Button } from '../button.tsx'
import { useFaultText } from '../form-context.ts'
import { useWords } from '../words.ts'
import { DraftStatus } from './draft-status.tsx'
import { MarkdownEditor } from './markdown-editor.tsx'
import { TwoDrafts } from './two-drafts.tsx'
import { useDraft } from './use-draft.ts'

type Props = {
  label: string
  submit: string
  onSubmit: (body: string) => Promise<unknown>
  onCancel?: () => void
  placeholder?: string
  initial?: string
  /** Names the draft kept in this browser: one a place. */
  draftKey?: string
  rows?: number
}

/** One text and its button: comments, answers. What was typed stays until the server has it. */
export function Composer({ label, submit, onSubmit, onCancel, placeholder, initial, draftKey, rows }: Props) {
  const t = useWords()
  const textOf = useFaultText()
  const id = useId()
  const draft = useDraft({ key: draftKey, first: { body: initial ?? '' } })
  const { body } = draft.content
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function send(event?: FormEvent) {
    event?.preventDefault()
    if (busy || body.trim() === '') return
    setBusy(true)
    setRefusal(null)
    try {
      await draft.finish((content) => onSubmit(content.body), { atOnce: initial === undefined })
    } catch (error) {
      if (!(error instanceof ApiError)) reportError(error)
      setRefusal(refusalText(error))
    } finally {
      setBusy(false)
    }
  }
  function refusalText(error: unknown): string {
    if (!(error instanceof ApiError)) return t('something-failed')
    if (error.code === 'offline') return t('offline-try-again')
    const fault = error.problem.errors?.[0]
    return fault ? textOf({ code: fault.code, text: undefined }) : error.problem.title || t('something-failed')
  }

  return (
    <form onSubmit={send} method="post" aria-label={label} className="grid gap-2">
      {draft.theirs && (
        <TwoDrafts keepMine={draft.keepMine} takeTheirs={draft.takeTheirs}>
          {draft.theirs.content.body}
        </TwoDrafts>
      )}
      <MarkdownEditor
        id={id}
        label={label}
        value={body}
        onChange={(next) => draft.change({ body: next })}
        onFocus={draft.begin}
        onSend={() => void send()}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(rows === undefined ? {} : { rows })}
        invalid={refusal !== null}
        status={<DraftStatus savedAt={draft.savedAt} />}
        actions={
          <>
            {onCancel && (
              <Button look="ghost" onClick={onCancel}>
                {t('cancel')}
              </Button>
            )}
            <Button type="submit" look="primary" busy={busy} disabled={body.trim() === ''}>
              {submit}
            </Button>
          </>
        }
      />
      {refusal && (
        <p className="ferr" role="alert">
          {refusal}
        </p>
      )}
    </form>
  )
}
