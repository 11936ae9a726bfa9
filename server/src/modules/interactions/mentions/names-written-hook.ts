import { mentionsIn } from '../../../kernel/mentions.ts'
import type { SubjectHook } from '../../../platform/subjects/subject-hook.ts'
import { namesWritten } from '../events.ts'
import { nicknameReadings } from './nickname-readings.ts'

const mostMentions = 10

/** Whoever is named is found after the commit: the writer does not wait. */
export const namesWrittenHook: SubjectHook = {
  async written(tx, records) {
    for (const { id, authorId, state, text } of records) {
      if (!authorId || state !== 'living' || !text.includes('@')) continue
      const names = mentionsIn(text).slice(0, mostMentions).map(nicknameReadings)
      if (names.length) tx.publish(namesWritten, id, { authorId, names })
    }
  },
}
