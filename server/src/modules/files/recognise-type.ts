import { fileTypeFromFile } from 'file-type'
import { extensionOf } from './file-name.ts'
import { type FileType, fileTypes, texts } from './file-types.ts'
import { isTextFile } from './text-file.ts'

const undeclared = new Set(['', 'application/octet-stream', 'binary/octet-stream'])
/** Magic bytes so short that a text may begin with them (`BM`, `MZ`, `ID3`, …). */
const weak = new Set(['image/bmp', 'application/x-msdownload', 'audio/mpeg', 'application/x-compress'])

/**
 * The type of a file by its content. Undefined where we do not know it, or where the name's extension or the declared
 * type says something else than the content.
 */
export async function recogniseType(path: string, name: string, declared: string): Promise<FileType | undefined> {
  const found = await byContent(path, extensionOf(name))
  if (!found) return undefined
  const extension = extensionOf(name)
  if (extension ? !found.extensions.includes(extension) : found.needsName) return undefined
  const said = declared.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!undeclared.has(said) && said !== found.type && !found.declared.includes(said)) return undefined
  return found
}

async function byContent(path: string, extension: string): Promise<FileType | undefined> {
  const detected = await fileTypeFromFile(path).catch(() => undefined)
  const text = texts.find(({ extensions }) => extensions.includes(extension))
  if (text && (!detected || weak.has(detected.mime))) return (await isTextFile(path)) ? text : undefined
  if (!detected) return undefined
  const candidates = fileTypes.filter((type) => type.detected.includes(detected.mime))
  return candidates.find(({ extensions }) => extensions.includes(extension)) ?? candidates[0]
}
