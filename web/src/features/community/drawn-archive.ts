import { htmlOf } from '../../ui/with-html.ts'
import type { ArchiveFields, DrawnArchive } from './types.ts'

export const archiveParts = ['error', 'environment', 'cause', 'fix'] as const satisfies (keyof DrawnArchive)[]

export async function drawArchive(fields: ArchiveFields | null, id: string): Promise<DrawnArchive> {
  const filled = archiveParts.filter((part) => fields?.[part])
  const drawn = filled.map(async (part) => [part, await htmlOf(fields?.[part] ?? '', `${id}-${part}`)])
  return Object.fromEntries(await Promise.all(drawn))
}
