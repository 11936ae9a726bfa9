import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/problems.ts'
import type { Platform } from '../../platform/platform.ts'
import { fileUrl, variantNamed } from './file-row.ts'
import { findReadable, readershipOf } from './may-read.ts'
import { linkTtlS } from './settings.ts'
import { signPath } from './signed-link.ts'

export interface FileLink {
  url: string
  expiresAt: Date
}

/** An address that works without a session for a while, for one who may read the file now. */
export async function linkToFile(platform: Platform, actor: Actor, id: string, variant?: string): Promise<FileLink> {
  const file = await findReadable(platform, id)
  await readershipOf(platform, file, actor)
  const found = variant === undefined ? file.variants.at(-1) : variantNamed(file.variants, variant)
  if (!found) throw notFound()
  const expires = Math.floor(platform.clock.now().getTime() / 1000) + platform.settings.get(linkTtlS)
  return {
    url: signPath(platform.config.secretKeys, fileUrl(file, found.name), expires),
    expiresAt: new Date(expires * 1000),
  }
}
