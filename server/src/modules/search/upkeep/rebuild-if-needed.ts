import { Problem } from '../../../kernel/problem.ts'
import { sql } from '../../../platform/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { textForm } from '../text/form.ts'
import { searchableKinds } from './drift.ts'

/** Asks for a rebuild where terms are made otherwise by now, or where subjects are older than the index. */
export async function rebuildIfNeeded(platform: Platform): Promise<void> {
  const row = await platform.db.one<{ needed: boolean }>(sql`
    select form <> ${textForm} or (
        not exists (select from search.documents d where d.index = i.number)
        and exists (select from platform.subjects where kind = any(${searchableKinds(platform)}) and state = 'living')
      ) as needed
    from search.indexes i where state = 'live'`)
  if (!row?.needed) return
  try {
    await platform.jobs.run('search.rebuild', {}, 'system')
  } catch (refused) {
    // another process of this instance was faster
    if (!(refused instanceof Problem)) throw refused
  }
}
