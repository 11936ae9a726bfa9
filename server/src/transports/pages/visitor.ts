import { accessCookie, rawCookiesOf, refreshCookie } from '../../kernel/cookies.ts'
import { localeOf } from '../../kernel/locale.ts'
import type { Locale } from '../../kernel/problem.ts'

export type Visitor = { locale: Locale; theme?: 'light' | 'dark'; guest: boolean }

/** In which language and theme a page is drawn, and whether for anyone or for a member. */
export function visitorOf(headers: { cookie?: string | undefined; 'accept-language'?: string | undefined }): Visitor {
  const cookies = rawCookiesOf(headers.cookie)
  const theme = cookies.get('madang_theme')
  return {
    locale: localeOf(headers),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    guest: !cookies.has(accessCookie) && !cookies.has(refreshCookie),
  }
}
