import { type FormEvent, useId, useState } from 'react'
import { ApiError } from '../../api/problem.ts'
import { Button } from '../button.tsx'
import { useFaultText } from '../form-context.ts'
import { toast } from '../toast.tsx'
import { useWords } from '../words.ts'
import { DraftStatus } from './draft-status.tsx'
import type { Texts } from './kept-locally.ts'
import { MarkdownEditor } from './markdown-editor.tsx'
import { Overtaken } from './overtaken.tsx'
import { Resumed } from './resumed.tsx'
import { TwoDrafts } from './two-drafts.tsx'
import { useDraft } from './use-draft.ts'

/** What is changed, as it stands now. After a refusal as stale it is expected to be what was saved meanwhile. */
export type Edited = { text: string; version: number; reopen: () => void }

type Props = {
  label: string
  submit: string
  /** `version`: of an edit, what its writer has seen. */
  onSubmit: (body: string, version: number) => Promise<unknown>
  onCancel?: () => void
  placeholder?: string
  edited?: Edited
  /** Names the draft kept in this browser: one a place. */
  draftKey?: string
  rows?: number
}

/** One text and its button: comments, answers, and their edits. What was typed stays until the server has it. */
export function Composer({ label, submit, onSubmit, onCancel, placeholder, edited, draftKey, rows }: Props) {
  const t = useWords()
  const textOf = useFaultText()
  const id = useId()
  const first: { body: string } & Texts = edited ? { body: edited.text, base: String(edited.version) } : { body: '' }
  const draft = useDraft({ key: draftKey, first, early: edited !== undefined })
  const { body, base } = draft.content
  // What is fetched again beside does not count as seen by who is writing; after a refusal it is shown.
  const [begun] = useState(edited?.version ?? 0)
  const [stale, setStale] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function send(event?: FormEvent) {
    event?.preventDefault()
    if (busy || body.trim() === '') return
    setBusy(true)
    setRefusal(null)
    try {
      const version = stale ? (edited?.version ?? 0) : begun
      await draft.finish((content) => onSubmit(content.body, version), { atOnce: !edited })
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) setStale(true)
      if (!(error instanceof ApiError)) reportError(error)
      setRefusal(refusalText(error))
    } finally {
      setBusy(false)
    }
  }
  function cancel() {
    const isChanged = edited && body !== edited.text
    const undo = edited && draft.discard()
    if (undo && isChanged)
      toast(t('draft-dropped'), {
        undo() {
          undo()
          edited.reopen()
        },
      })
    onCancel?.()
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
      {edited && base !== String(edited.version) && body !== edited.text && (
        <Overtaken>
          <p className="whitespace-pre-wrap text-14">{edited.text}</p>
        </Overtaken>
      )}
      {edited && draft.resumed && <Resumed startOver={draft.discard} />}
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
              <Button look="ghost" onClick={cancel}>
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
