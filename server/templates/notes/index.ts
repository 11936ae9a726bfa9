export { noteDeleted, noteEdited, notePublished } from './events.ts'

/** Reads for other modules. */
// biome-ignore lint/complexity/noBannedTypes: it grows with the first reader
export type NotesApi = {}
