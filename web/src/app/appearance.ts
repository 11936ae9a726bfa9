import type { Locale } from '../words/words.tsx'
import type { Theme } from './document.tsx'

const keep = (name: string, value: string, maxAgeS = 31_536_000) => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${name}=${value}; path=/; max-age=${maxAgeS}; samesite=lax`
}

/** Kept in a cookie, so that the server draws the page in it and nothing flashes. `null` follows the system. */
export function chooseTheme(theme: Theme | null): void {
  keep('madang_theme', theme ?? '', theme ? undefined : 0)
  if (theme) document.documentElement.dataset['theme'] = theme
  else delete document.documentElement.dataset['theme']
}

export function chosenTheme(): Theme | null {
  const chosen = document.documentElement.dataset['theme']
  return chosen === 'light' || chosen === 'dark' ? chosen : null
}

export function switchTheme(): void {
  const now = chosenTheme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  chooseTheme(now === 'dark' ? 'light' : 'dark')
}

/** The page is drawn anew in the other language; drafts are kept by their composers. */
export function chooseLocale(locale: Locale): void {
  keep('madang_locale', locale)
  location.reload()
}

const keysKey = 'madang.keys'

/** Keys that are single letters can be in the way of who speaks to their computer: off in this browser if they say so. */
export const keysAreOn = (): boolean => localStorage.getItem(keysKey) !== 'off'

export function chooseKeys(on: boolean): void {
  if (on) localStorage.removeItem(keysKey)
  else localStorage.setItem(keysKey, 'off')
}
