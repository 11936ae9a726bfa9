import { createHash } from 'node:crypto'
import type { Locale } from '../../../kernel/problem.ts'

/** In the place of a subject's id: the instance's own card. */
export const homeCard = 'home'

/**
 * Path of the share card of a subject, or of the instance. `shown` is what the card is made from as far as the page knows
 * it: another title is another address, so that caches outside may keep what they have.
 */
export function cardAddress(
  locale: Locale,
  id: string | undefined,
  shown: readonly (string | null | undefined)[],
): string {
  const hash = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 12)
  return `/cards/${locale}/${id ?? homeCard}-${hash}.png`
}

/** The language and the id in such a path; undefined where it is none. */
export function readCardAddress(path: string): { locale: Locale; id: string } | undefined {
  const [, locale, id] = /^\/cards\/(ko|en)\/([a-z]{3}_[0-9a-z]{26}|home)-[0-9a-f]{12}\.png$/.exec(path) ?? []
  return id ? { locale: locale as Locale, id } : undefined
}
