import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'

export interface Folder {
  /** Real and absolute. */
  root: string
  /** Paths of the Markdown documents below it, with slashes, in NFC, sorted. */
  documents: string[]
  /** By the path in NFC: the path as the disk has it. */
  onDisk: Map<string, string>
}

const isDocument = /\.(md|mdx|markdown)$/i
const passedOver = new Set(['node_modules', '__macosx'])

/** Looks through a folder and those below it; hidden ones and links to elsewhere are passed over. */
export async function readFolder(path: string): Promise<Folder> {
  const root = await realpath(path)
  if (!(await stat(root)).isDirectory()) throw new Error(`${path} is not a folder`)
  const onDisk = new Map<string, string>()
  const waiting = [root]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || passedOver.has(entry.name.toLowerCase())) continue
      const at = join(folder, entry.name)
      if (entry.isDirectory()) waiting.push(at)
      else if (entry.isFile()) onDisk.set(relative(root, at).split(sep).join(posix.sep).normalize('NFC'), at)
    }
  const documents = [...onDisk.keys()].filter((name) => isDocument.test(name)).sort()
  return { root, documents, onDisk }
}

const largestBytes = 4 * 1024 * 1024

/** The text of a document: UTF-8, or CP949 as older Korean programs write it. Throws for anything else. */
export async function readText(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > largestBytes) throw new Error(`larger than ${largestBytes / 1024 / 1024} MB`)
  const bytes = await readFile(path)
  for (const encoding of ['utf-8', 'euc-kr'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').normalize('NFC')
    } catch {}
  throw new Error('neither UTF-8 nor CP949')
}
