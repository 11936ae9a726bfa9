import { X } from 'lucide-react'
import { bytes } from '../../words/numbers.ts'
import { useWords } from '../words.ts'
import type { Upload } from './use-uploads.ts'

export function UploadList({ uploads }: { uploads: readonly Upload[] }) {
  const t = useWords()
  if (uploads.length === 0) return null
  return (
    <ul className="grid gap-1 px-3 py-1">
      {uploads.map(({ id, name, sizeBytes, sentBytes, state, problem, cancel, retry }) => (
        <li key={id} className="flex items-center gap-3 py-1">
          <div className="min-w-0 flex-1">
            <p className="flex justify-between gap-3 text-13">
              <span className="clip">{name}</span>
              <span className={state === 'failed' ? 'text-danger' : 'text-ink-3 tabular-nums'}>
                {state === 'sending' && `${bytes(sentBytes)} / ${bytes(sizeBytes)}`}
                {state === 'done' && t('upload-done')}
                {state === 'failed' && (problem || t('upload-failed'))}
              </span>
            </p>
            {state !== 'failed' && (
              <progress className="progress" max={sizeBytes} value={sentBytes} aria-label={t('uploading', { name })} />
            )}
          </div>
          {state === 'failed' && (
            <button type="button" className="btn sm" onClick={retry}>
              {t('try-again')}
            </button>
          )}
          {state !== 'done' && (
            <button type="button" className="ibtn sm" aria-label={t('upload-cancel', { name })} onClick={cancel}>
              <X />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
