type OpenDraft = {
  /** Keeps what was typed last and sends it, as far as that can be done. */
  settle(): Promise<void>
  /** Its member has left: nothing of it is kept or sent any more. */
  rest(): void
}

/** Those that somebody writes in this tab. */
export const openDrafts = new Set<OpenDraft>()
