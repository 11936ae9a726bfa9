/** A letter in plain text; `key` makes sending it twice harmless where the provider can tell (Message-ID). */
export interface Letter {
  key: string
  to: string
  subject: string
  text: string
}

/** Takes letters out of the house. Throws when the provider refuses or cannot be reached; the caller tries again. */
export interface Mailer {
  /** False while there is no address: letters stay in the outbox, where admins can read them. */
  readonly delivers: boolean
  /** Takes letters whole or not at all: one recipient, whatever stands in its fields. */
  send(letter: Letter): Promise<void>
  /** Throws with the provider's own words when it cannot be used. */
  verify(): Promise<void>
  close(): void
}
