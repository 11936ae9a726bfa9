import type { Actor } from '../../../kernel/actor.ts'
import { plainText } from '../../../kernel/plain-text.ts'
import type { Platform } from '../../../platform/platform.ts'
import { quoteDiffers } from '../problems.ts'

export interface Quote {
  /** The subject or comment that says it. */
  of: string
  text: string
}

const blanks = /\s+/g

/** A quote is an exact excerpt of a source that the actor may see: of its Markdown, or of what a reader of it reads. */
export async function checkQuote(platform: Platform, actor: Actor, { of, text }: Quote): Promise<void> {
  const source = await platform.subjects.find(of, actor)
  const [record] = (await platform.subjects.kindOf(source.id)?.read(platform.db, [source.id])) ?? []
  const wanted = text.replace(blanks, ' ')
  const says = (whole: string) => whole.replace(blanks, ' ').includes(wanted)
  if (!record || !(says(record.text) || says(plainText(record.text)))) throw quoteDiffers()
}
