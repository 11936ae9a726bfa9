import type { Clock } from '../../kernel/clock.ts'
import type { SubjectHook } from '../../platform/subjects/subject-hook.ts'
import { fileKinds } from './file-kinds.ts'
import { tooManyFiles } from './problems.ts'
import { type Reference, setReferences } from './reference-store.ts'

/**
 * Keeps, in the writer's transaction, which subject shows which files. Refuses more files than one subject may show.
 * A new subject without files costs no query.
 */
export const keepReferences = (clock: Clock): SubjectHook => ({
  async written(tx, records) {
    const referrers = records
      .filter((record) => record.files?.length || record.version > 1 || record.state !== 'living')
      .map(({ id, authorId, files = [] }) => ({ id, authorId, files: [...new Set(files)] }))
    if (referrers.length) checkCounts(await setReferences(tx, referrers, clock.now()))
  },
})

function checkCounts(references: Reference[]): void {
  for (const [, group] of Map.groupBy(references, ({ referrerId, kind }) => `${referrerId} ${kind}`)) {
    const [{ kind } = { kind: 'image' as const }] = group
    const max = fileKinds[kind].maxInSubject
    if (group.length > max) throw tooManyFiles({ facts: { kind, max } })
  }
}
