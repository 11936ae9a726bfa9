import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useState } from 'react'
import { ApiError } from '../../api/problem.ts'
import type { Question } from '../ask-first.ts'
import { Button } from '../button.tsx'
import { useWords } from '../words.ts'

type Props = { question: Question; onClose: () => void }

export function ConfirmDialog({ question: { title, text, act, onConfirm }, onClose }: Props) {
  const t = useWords()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')

  async function confirm() {
    setBusy(true)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      setRefusal((error instanceof ApiError && error.problem.title) || t('something-failed'))
      setBusy(false)
    }
  }

  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="text-18 font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-ink-2">{text}</AlertDialog.Description>
          {refusal && (
            <p className="ferr mt-3" role="alert">
              {refusal}
            </p>
          )}
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Close className="btn">{t('cancel')}</AlertDialog.Close>
            <Button look="danger" busy={busy} onClick={() => void confirm()}>
              {act}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
