export const fates = ['written', 'updated', 'unchanged', 'skipped', 'failed'] as const
export type Fate = (typeof fates)[number]

/** What became of one file, and why. */
export interface Outcome {
  path: string
  fate: Fate
  why?: string
  /** What of it was left out or changed on the way. */
  notes: string[]
}

export interface Report {
  board: string
  outcomes: Outcome[]
  /** Imported before, and no longer in the folder: left on the board. */
  vanished: string[]
  /** Asked to stop before the end. */
  isCut: boolean
  seconds: number
  isDryRun: boolean
}
