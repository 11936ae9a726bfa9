import { type Clock, systemClock } from '../kernel/clock.ts'
import { createIds, type Ids } from '../kernel/id.ts'
import { defineModule, type Module } from '../module.ts'
import { fileReady } from '../modules/files/index.ts'
import { onInTransaction } from '../platform/event-log/contract.ts'
import { type Entry, keepEntry } from './import-ledger.ts'

/** One text that is being written: under an id given before, at the time that its source says. */
export interface Writing extends Entry {
  source: string
  /** Absent: now. */
  at?: Date | undefined
}

/**
 * Holds the time, the ids and the ledger of an importer, which writes one thing after the other through the public API of
 * an instance that was composed with this clock, these ids and this module.
 */
export interface Pen {
  clock: Clock
  ids: Ids
  module: Module
  /** What `work` writes gets the entry's id and time, and the entry is kept in the same transaction. */
  write<T>(writing: Writing, work: () => Promise<T>): Promise<T>
  /** The same for an upload, whose id comes from the upload itself. */
  upload<T>(file: { source: string; path: string; hash: string }, work: () => Promise<T>): Promise<T>
}

export function createPen(): Pen {
  const real = createIds(systemClock)
  let writing: (Writing & { isIdTaken: boolean }) | undefined
  let uploading: { source: string; path: string; hash: string } | undefined
  const prefix = (id: string) => id.slice(0, 3)
  return {
    clock: { now: () => writing?.at ?? systemClock.now() },
    ids: {
      next(wanted) {
        if (!writing || writing.isIdTaken || prefix(writing.targetId) !== wanted) return real.next(wanted)
        writing.isIdTaken = true
        return writing.targetId
      },
    },
    module: defineModule()({
      name: 'import',
      setup: () => ({
        api: {},
        subjectHooks: [
          {
            async written(tx, records) {
              const now = writing
              if (now && records.some(({ id }) => id === now.targetId)) await keepEntry(tx, now.source, now)
            },
          },
        ],
        inTransaction: [
          onInTransaction({
            name: 'import.keep-uploads',
            events: [fileReady],
            async handle(tx, { key }) {
              if (uploading) await keepEntry(tx, uploading.source, { ...uploading, targetId: key })
            },
          }),
        ],
      }),
    }),
    async write(entry, work) {
      writing = { ...entry, isIdTaken: false }
      return work().finally(() => {
        writing = undefined
      })
    },
    async upload(file, work) {
      uploading = file
      return work().finally(() => {
        uploading = undefined
      })
    },
  }
}
