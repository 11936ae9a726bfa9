import { Dialog } from '@base-ui/react/dialog'
import { useApi } from '../../app/means.ts'
import { Field } from '../field.tsx'
import { Form, type Values } from '../form.tsx'
import { useWords } from '../words.ts'

type Props = { onProved: () => void; onClose: () => void }

export function PasswordDialog({ onProved, onClose }: Props) {
  const t = useWords()
  const api = useApi()
  async function prove({ password }: Values) {
    await api.post('/api/me/reauthentications', { password })
    onProved()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="text-18 font-semibold">{t('prove-password')}</Dialog.Title>
          <Dialog.Description className="mb-4 mt-1 text-ink-3">{t('prove-password-text')}</Dialog.Description>
          <Form
            submit={t('confirm')}
            onSubmit={prove}
            fieldOfCode={{ 'identity-credentials-wrong': 'password' }}
            beside={<Dialog.Close className="btn ghost">{t('cancel')}</Dialog.Close>}
          >
            <Field name="password" type="password" label={t('password')} autoComplete="current-password" required />
          </Form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
