import { Trash2, Upload } from 'lucide-react'
import { useState } from 'react'
import { ApiError } from '../../api/problem.ts'
import { uploadFile } from '../../api/upload.ts'
import type { Me } from '../../api/wire.ts'
import { useApi } from '../../app/means.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useWords } from './words.ts'

/** The picture: taken at once, sized by the server; without one the patchwork of the id. */
export function AvatarField({ me, onChange }: { me: Me; onChange: (me: Me) => void }) {
  const t = useWords()
  const api = useApi()
  const [sent, setSent] = useState<number | null>(null)

  async function wear(avatarId: string | null) {
    onChange(await api.patch('/api/me', { avatarId }, { version: me.version }))
    toast(avatarId ? t('avatar-changed') : t('avatar-removed'))
  }
  async function attempt(act: () => Promise<void>) {
    try {
      await act()
    } catch (error) {
      toast((error instanceof ApiError && error.problem.title) || t('failed'), { tone: 'failed' })
    } finally {
      setSent(null)
    }
  }
  const upload = (file: File) =>
    attempt(async () => {
      setSent(0)
      const { signal } = new AbortController()
      const { id } = await uploadFile(file, {
        kind: 'avatar',
        signal,
        onProgress: (bytes) => setSent(bytes / file.size),
      })
      await wear(id)
    })

  return (
    <div className="mb-6 flex items-center gap-4">
      <Avatar of={me} size={80} />
      <div className="grid gap-2">
        <div className="flex flex-wrap gap-2">
          <label className="btn">
            <Upload />
            {t('avatar-choose')}
            <input
              type="file"
              accept="image/png,image/jpeg,image/webp,image/gif"
              className="sr"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? []
                if (file) void upload(file)
                event.currentTarget.value = ''
              }}
            />
          </label>
          {me.avatarUrl && (
            <Button look="ghost" onClick={() => void attempt(() => wear(null))}>
              <Trash2 />
              {t('avatar-remove')}
            </Button>
          )}
        </div>
        {sent === null ? (
          <p className="fhint">{t('avatar-hint')}</p>
        ) : (
          <progress className="progress" max={1} value={sent} aria-label={t('avatar-choose')} />
        )}
      </div>
    </div>
  )
}
