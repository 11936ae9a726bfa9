import type { Clock } from '../../kernel/clock.ts'
import { onInTransaction } from '../../platform/event-log/contract.ts'
import { draftFilesChanged } from '../interactions/index.ts'
import { setReferences } from './reference-store.ts'

/** What a draft shows is kept as long as the draft, and read by its writer alone. */
export const keepFilesOfDrafts = (clock: Clock) =>
  onInTransaction({
    name: 'files.keep-files-of-drafts',
    events: [draftFilesChanged],
    async handle(tx, { key, data: { memberId, fileIds } }) {
      await setReferences(tx, [{ id: key, authorId: memberId, files: fileIds }], clock.now())
    },
  })
