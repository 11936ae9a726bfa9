import { type Defaults, type Document, PassedOver, readDocument } from './document.ts'
import type { Outcome } from './outcome.ts'
import { type Folder, readText } from './read-folder.ts'
import { timeOf } from './time-of.ts'

/** A document that is to be a post. */
export interface Planned {
  document: Document
  /** When it was written; absent: unknown. */
  at: Date | undefined
}

export interface Plan {
  planned: Planned[]
  /** What will not be written, with its reason. */
  outcomes: Outcome[]
}

/** Reads every document before anything is written: oldest first, those without a date at the end. */
export async function planImport(folder: Folder, defaults: Defaults, timezone: string, now: Date): Promise<Plan> {
  const planned: Planned[] = []
  const outcomes: Outcome[] = []
  for (const path of folder.documents)
    try {
      const document = readDocument(path, await readText(folder.onDisk.get(path) ?? ''), defaults)
      planned.push({ document, at: dateOf(document, timezone, now) })
    } catch (error) {
      const fate = error instanceof PassedOver ? 'skipped' : 'failed'
      outcomes.push({ path, fate, why: firstLine(error), notes: [] })
    }
  planned.sort((a, b) => (a.at?.getTime() ?? Number.MAX_VALUE) - (b.at?.getTime() ?? Number.MAX_VALUE))
  return { planned, outcomes }
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

function dateOf(document: Document, timezone: string, now: Date): Date | undefined {
  if (!document.date) return undefined
  const at = timeOf(document.date, timezone)
  if (at && at <= now && at.getTime() > 0) return at
  document.notes.push(at ? 'a date in the future: now is taken' : `a date that cannot be read: ${document.date}`)
  return undefined
}
