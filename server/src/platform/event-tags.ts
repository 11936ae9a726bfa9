import type { NewEvent } from '../kernel/event.ts'
import { prefixOf } from '../kernel/id.ts'

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (prefixOf(value)) into.add(value)
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, into)
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) collect(item, into)
  }
}

/** What is stale after these events: everything cached under an id that they name, or under the module that said them. */
export function tagsOf(events: Pick<NewEvent, 'type' | 'key' | 'data'>[]): Set<string> {
  const tags = new Set<string>()
  for (const { type, key, data } of events) {
    tags.add(type.slice(0, type.indexOf('.'))).add(key)
    collect(data, tags)
  }
  return tags
}
