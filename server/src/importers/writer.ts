import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import type { Api, ApiAnswer } from '../process/in-process-api.ts'
import type { Pen } from './pen.ts'

export const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('base64url')

/** A refusal in one line: its code, its words, the fields. */
export function reasonOf({ status, body }: ApiAnswer): string {
  const fields = (body?.errors ?? []).map(({ at, code }: { at: string; code: string }) => `${at} ${code}`)
  return [body?.code ?? `status ${status}`, body?.title, ...fields].filter(Boolean).join(' · ')
}

/** One file as a form sends it. */
export function multipart(name: string, bytes: Buffer) {
  const boundary = `import-${hashOf(bytes).slice(0, 20)}`
  const plain = name.replace(/["\r\n]/g, '_')
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${plain}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

export interface UploadOptions {
  api: Api
  pen: Pen
  source: string
  token: string
  kind: 'image' | 'attachment'
  /** Of the file on this machine, and its key in the ledger. */
  onDisk: string
  key: string
}

/** Uploads a file of the source. Answers its view, or the reason of the refusal. */
export async function uploadFile(options: UploadOptions): Promise<{ id: string; url: string } | { refused: string }> {
  const { api, pen, source, token, kind, onDisk, key } = options
  const bytes = await readFile(onDisk)
  const { body, headers } = multipart(posix.basename(key), bytes)
  const answer = await pen.upload({ source, path: key, hash: hashOf(bytes) }, () =>
    api.call('POST', `/api/files?kind=${kind}`, { token, body, headers }),
  )
  return answer.status === 201 ? answer.body : { refused: reasonOf(answer) }
}
