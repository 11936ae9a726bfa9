import { Type } from 'typebox'
import { defineEvent } from '../../kernel/event.ts'

/** A run began, moved on (at most once a second) or ended. Its key is the run's id: screens fetch the run again. */
export const jobRunChanged = defineEvent(
  'ops.job-run-changed.v1',
  Type.Object({ job: Type.String(), state: Type.String() }),
)
