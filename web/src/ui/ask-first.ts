export type Question = {
  title: string
  /** What it does to whom, and that it cannot be taken back. */
  text: string
  /** The verb again. */
  act: string
  onConfirm: () => Promise<unknown>
}

let asked: Question | null = null
const listeners = new Set<() => void>()

/** Asks before what cannot be undone: the shell shows the dialog. `null` takes the question back. */
export function askFirst(question: Question | null): void {
  asked = question
  for (const listener of listeners) listener()
}

export const askedFirst = (): Question | null => asked

export function onAsked(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
