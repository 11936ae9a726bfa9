import { Type } from 'typebox'
import { defineEvent } from '../../kernel/event.ts'

/** A file may be read from now on. Key: the file. */
export const fileReady = defineEvent(
  'files.file-ready.v1',
  Type.Object({ fileId: Type.String(), ownerId: Type.String(), kind: Type.String() }),
)

/** Its bytes are deleted, for good. Key: the file. */
export const fileErased = defineEvent(
  'files.file-erased.v1',
  Type.Object({ fileId: Type.String(), ownerId: Type.String(), kind: Type.String() }),
)
