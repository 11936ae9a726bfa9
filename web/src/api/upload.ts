import { ApiError, offline, problemOf } from './problem.ts'

export type Uploaded = {
  id: string
  url: string
  name: string
  type: string
  sizeBytes: number
  width: number | null
  height: number | null
}

type Options = {
  kind: 'avatar' | 'image' | 'attachment'
  onProgress: (sentBytes: number) => void
  signal: AbortSignal
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Sends one file (`POST /api/files`). By XMLHttpRequest: fetch does not tell how much of a body has gone. */
export function uploadFile(file: File, { kind, onProgress, signal }: Options): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    body.append('kind', kind)
    body.append('file', file, file.name)
    request.open('POST', '/api/files')
    request.setRequestHeader('idempotency-key', crypto.randomUUID())
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(Math.min(loaded, file.size)))
    request.addEventListener('error', () => reject(new ApiError(offline)))
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    request.addEventListener('load', () => {
      const json = parsed(request.responseText)
      const retryAfter = request.getResponseHeader('retry-after') ?? undefined
      if (request.status < 400) resolve(json as Uploaded)
      else reject(new ApiError(problemOf(request.status, json, retryAfter)))
    })
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}
