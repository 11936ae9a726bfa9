import { useLocale } from '../../words/words.tsx'
import type { Named } from './types.ts'

/** A name that the operator gave in one language or in two. */
export function useName(): (named: Named) => string {
  const locale = useLocale()
  return ({ name, nameEn }) => (locale === 'en' && nameEn ? nameEn : name)
}
