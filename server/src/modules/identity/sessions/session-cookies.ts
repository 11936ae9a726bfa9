import type { Config } from '../../../config/config.ts'
import { accessCookie, refreshCookie } from '../../../kernel/cookies.ts'

const cookie = ({ publicUrl }: Config, name: string, value: string, maxAgeS: number): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${maxAgeS}`,
    ...(publicUrl.startsWith('https:') ? ['Secure'] : []),
  ].join('; ')

/** Both live as long as the refresh token: an access token that has run out tells the page server to refresh it. */
export const sessionCookies = (
  config: Config,
  tokens: { access: string; refresh: string; maxAgeS: number },
): string[] => [
  cookie(config, accessCookie, tokens.access, tokens.maxAgeS),
  cookie(config, refreshCookie, tokens.refresh, tokens.maxAgeS),
]

export const noCookies = (config: Config): string[] => [
  cookie(config, accessCookie, '', 0),
  cookie(config, refreshCookie, '', 0),
]
