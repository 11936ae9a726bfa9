import type { Locale } from '../../kernel/problem.ts'
import type { Platform } from '../../platform/platform.ts'
import type { FilesApi } from '../files/index.ts'
import type { AccessTokens } from './sessions/access-token.ts'
import type { Terms } from './terms/terms.ts'

/** What the use cases of this module stand on. */
export interface Context {
  platform: Platform
  accessTokens: AccessTokens
  terms: Terms
  files: FilesApi
}

/** A row's member as letters need one. */
export interface Addressee {
  id: string
  email: string
  nickname: string
  locale: Locale
}
