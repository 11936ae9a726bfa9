import { Type } from 'typebox'
import { defineEvent } from '../../src/kernel/event.ts'

const facts = Type.Object({ authorId: Type.String() })

/** Keys are the note's id. */
export const notePublished = defineEvent('notes.note-published.v1', facts)
export const noteEdited = defineEvent('notes.note-edited.v1', facts)
export const noteDeleted = defineEvent('notes.note-deleted.v1', facts)

export const events = [notePublished, noteEdited, noteDeleted]
