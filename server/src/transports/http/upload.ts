import '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { invalid, mediaTypeUnknown } from '../../kernel/problems.ts'
import type { UploadPart } from '../../module.ts'

/** The one file of a multipart request, as a stream that stops at `maxBytes`. */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<UploadPart> {
  if (!request.isMultipart()) throw mediaTypeUnknown()
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1, fields: 10, fieldSize: 4096 } })
  if (!part) throw invalid({ errors: [{ at: '/file', code: 'required' }] })
  const fields: Record<string, string> = {}
  for (const [name, field] of Object.entries(part.fields))
    if (field && !Array.isArray(field) && field.type === 'field') fields[name] = String(field.value)
  return { fileName: part.filename, mimeType: part.mimetype, stream: part.file, fields }
}
