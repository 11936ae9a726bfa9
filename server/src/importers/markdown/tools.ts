import type { FilesApi } from '../../modules/files/index.ts'
import type { IdentityApi } from '../../modules/identity/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Api } from '../../process/in-process-api.ts'
import type { Pen } from '../pen.ts'

export interface ImportOptions {
  folder: string
  board: string
  /** A nickname; the first administrator when absent. */
  author?: string | undefined
  /** For documents without one of their own: `Languages/Go`, or a name alone. */
  category?: string | undefined
  tags: string[]
  /** What the folder is called in the ledger; its path when absent. */
  source?: string | undefined
  baseUrl?: string | undefined
  isDryRun: boolean
}

/** An instance that was composed with the pen's clock, ids and module. */
export interface ImportTools {
  platform: Platform
  files: FilesApi
  identity: IdentityApi
  api: Api
  pen: Pen
}

export interface Author {
  id: string
  token: string
  /** The name in the document, where nobody here has it. */
  unknown?: string
}
