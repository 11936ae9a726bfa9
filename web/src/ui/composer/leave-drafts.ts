import type { Api } from '../../api/api.ts'
import { ApiError } from '../../api/problem.ts'
import { forgetPlace, isAside, type Kept, keep, keptAt, keptOf, type Texts } from './kept-locally.ts'
import { openDrafts } from './open-drafts.ts'

async function isSent(api: Api, key: string, content: Texts, version: number): Promise<Kept<Texts> | null> {
  try {
    const draft = await api.put(`/api/me/drafts/${key}`, { content }, { version })
    return { content, at: Date.now(), version: draft.version, unsent: false }
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

/** Sends what this browser keeps of a member's and the server does not have. Answers how many could not be sent. */
export async function sendDrafts(api: Api, memberId: string): Promise<number> {
  await Promise.all([...openDrafts].map((draft) => draft.settle()))
  let left = 0
  for (const { place, key } of keptAt(memberId)) {
    const kept = keptOf(place)
    if (!kept || (!kept.unsent && !isAside(key))) continue
    const sent = isAside(key) ? null : await isSent(api, key, kept.content, kept.version)
    if (sent) keep(place, sent)
    else left++
  }
  return left
}

/** Nothing of this member's texts stays in the browser. */
export function forgetDrafts(memberId: string): void {
  for (const { place } of keptAt(memberId)) forgetPlace(place)
}

/** Before the composers of who signed out go. */
export function restDrafts(): void {
  for (const draft of openDrafts) draft.rest()
}
