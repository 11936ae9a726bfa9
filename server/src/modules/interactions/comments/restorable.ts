/** How long a deleted comment can come back; then its words are erased. */
export const restorableMs = 30 * 24 * 3600_000
