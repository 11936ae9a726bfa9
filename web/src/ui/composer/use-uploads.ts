import { type RefObject, useRef, useState } from 'react'
import { ApiError } from '../../api/problem.ts'
import { type Uploaded, uploadFile } from '../../api/upload.ts'
import { type as typeInto } from './edit-markdown.ts'

export type Upload = {
  id: number
  name: string
  sizeBytes: number
  sentBytes: number
  state: 'sending' | 'done' | 'failed'
  problem?: string
  cancel: () => void
  retry: () => void
}

/** Pictures on their way into the text: a placeholder stands where each will be, until it is there or given up. */
export function useUploads(area: RefObject<HTMLTextAreaElement | null>) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const lastId = useRef(0)
  const change = (id: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const drop = (id: number) => setUploads((all) => all.filter((one) => one.id !== id))

  function replace(mark: string, insert: string): void {
    const at = area.current?.value.indexOf(mark) ?? -1
    if (area.current && at >= 0)
      typeInto(area.current, {
        from: at,
        to: at + mark.length,
        insert,
        select: [at + insert.length, at + insert.length],
      })
  }

  function begin(id: number, file: File, mark: string): void {
    const abort = new AbortController()
    const cancel = () => {
      abort.abort()
      replace(mark, '')
      drop(id)
    }
    change(id, { state: 'sending', sentBytes: 0, cancel, retry: () => begin(id, file, mark) })
    uploadFile(file, {
      kind: 'image',
      signal: abort.signal,
      onProgress: (sentBytes) => change(id, { sentBytes }),
    }).then(
      ({ url, width, height }: Uploaded) => {
        const size = width && height ? `#${width}x${height}` : ''
        replace(mark, `![${file.name.replace(/[[\]]/g, '')}](${url}${size})`)
        change(id, { state: 'done', sentBytes: file.size })
      },
      (error: unknown) => {
        if (abort.signal.aborted) return
        change(id, { state: 'failed', problem: error instanceof ApiError ? error.problem.title : '' })
      },
    )
  }

  function add(files: File[]): void {
    for (const file of files.filter(({ type }) => type.startsWith('image/'))) {
      const id = ++lastId.current
      const mark = `![${file.name.replace(/[[\]]/g, '')}…](#${id})`
      const at = area.current?.selectionEnd ?? 0
      if (area.current)
        typeInto(area.current, {
          from: at,
          to: at,
          insert: `${mark}\n`,
          select: [at + mark.length + 1, at + mark.length + 1],
        })
      const nothing = () => {}
      const upload = { id, name: file.name, sizeBytes: file.size, sentBytes: 0, state: 'sending' as const }
      setUploads((all) => [...all, { ...upload, cancel: nothing, retry: nothing }])
      begin(id, file, mark)
    }
  }

  return { uploads, add, busy: uploads.some(({ state }) => state === 'sending') }
}
