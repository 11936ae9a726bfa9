import { htmlOf } from '../../ui/with-html.ts'
import type { ArchiveFields } from './types.ts'

export const archiveParts = ['error', 'environment', 'cause', 'fix'] as const

/** The HTML of an archive entry's parts; empty for every other post. */
export type DrawnArchive = Partial<Record<(typeof archiveParts)[number], string>>

export async function drawArchive(fields: ArchiveFields | null, id: string): Promise<DrawnArchive> {
  const filled = archiveParts.filter((part) => fields?.[part])
  const drawn = filled.map(async (part) => [part, await htmlOf(fields?.[part] ?? '', `${id}-${part}`)])
  return Object.fromEntries(await Promise.all(drawn))
}
