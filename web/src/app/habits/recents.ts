import type { Me } from '../../api/wire.ts'

export type Recent = { path: string; title: string }

const most = 8
/** Pages that are about one thing: `/posts/pst_…`, `/boards/free`, `/members/…`. */
const aboutOne = /^\/(?!settings\/|console\/)[^/]+\/[^/]+/
const inTheWriting = /\/(?:edit|archive|revisions)$/
const keyOf = (me: Me | null) => `madang.recents.${me?.id ?? 'guest'}`

/** What this browser's visitor opened last, the newest first. */
export function recentsOf(me: Me | null): Recent[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(me)) ?? '[]') as Recent[]
  } catch {
    return []
  }
}

export function remember(me: Me | null, recent: Recent): void {
  if (!aboutOne.test(recent.path) || inTheWriting.test(recent.path) || recent.title === '') return
  const others = recentsOf(me).filter(({ path }) => path !== recent.path)
  localStorage.setItem(keyOf(me), JSON.stringify([recent, ...others].slice(0, most)))
}
