/** The session's cookies: HttpOnly, set by the API alone. */
export const accessCookie = 'madang_access'
export const refreshCookie = 'madang_refresh'

/** The cookies of a request as they were sent; a value may hold `=`, the first of two equal names counts. */
export function rawCookiesOf(header = ''): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim())
  }
  return cookies
}

/** Decoded cookies by name; malformed ones are left out. */
export function cookiesOf(header?: string): Record<string, string> {
  const cookies: Record<string, string> = {}
  for (const [name, value] of rawCookiesOf(header)) {
    try {
      cookies[name] = decodeURIComponent(value)
    } catch {}
  }
  return cookies
}
