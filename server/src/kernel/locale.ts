import { LRUCache } from 'lru-cache'
import { rawCookiesOf } from './cookies.ts'
import type { Locale } from './problem.ts'

/** The language that a reader chose. */
export const localeCookie = 'madang_locale'

const isLocale = (text: string | undefined): text is Locale => text === 'ko' || text === 'en'

// browsers send few headers and these again and again
const preferred = new LRUCache<string, Locale>({ max: 500 })

/** The best liked of the two languages we have (Accept-Language, RFC 9110 §12.5.4); Korean when neither is named. */
function preferredLocale(accept: string): Locale {
  const wishes = accept.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const q = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
    return { language: tag.split('-')[0], q: q === undefined ? 1 : Number(q) }
  })
  const best = wishes.filter(({ language, q }) => q > 0 && isLocale(language))
  return best.sort((a, b) => b.q - a.q)[0]?.language === 'en' ? 'en' : 'ko'
}

/** The reader's own choice (cookie), else what the browser asks for, else Korean. */
export function localeOf(headers: { cookie?: string | undefined; 'accept-language'?: string | undefined }): Locale {
  const chosen = rawCookiesOf(headers.cookie).get(localeCookie)
  if (isLocale(chosen)) return chosen
  const accept = headers['accept-language']
  if (accept === undefined) return 'ko'
  const known = preferred.get(accept)
  if (known) return known
  const locale = preferredLocale(accept)
  if (accept.length < 200) preferred.set(accept, locale)
  return locale
}
