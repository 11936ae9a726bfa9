import { type Frame, later, type Person, type PlannedText } from './plan.ts'
import { writersAt } from './plan-people.ts'
import type { Remark } from './texts.ts'

/** The comments that were written for a text, one after the other; `asker` says those that are marked so. */
export function remarksUnder(
  frame: Frame,
  people: Person[],
  under: PlannedText,
  remarks: Remark[],
  asker: Person,
): PlannedText[] {
  const out: PlannedText[] = []
  let last = under.at
  for (const [n, remark] of remarks.entries()) {
    const name = `${under.name}:comment-${n + 1}`
    last = later(frame, name, last, 0.1, 14)
    const isAsker = typeof remark !== 'string'
    const others = writersAt(people, under.locale, last, [asker, under.by])
    const by = isAsker ? asker : frame.chance.pick(`by ${name}`, others)
    const before = out.at(-1)
    out.push({
      ...{ name, kind: 'comment', locale: under.locale, by, at: last, under },
      ...(isAsker && before && before.by.key !== by.key ? { replyTo: before } : {}),
      input: { body: isAsker ? remark.asker : remark },
    })
  }
  return out
}
