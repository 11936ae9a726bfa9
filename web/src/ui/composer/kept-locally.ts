export type Texts = Record<string, string>

/** A draft as this browser keeps it. `version` is the server's that it goes on from; `unsent`: it says more than that one. */
export type Kept<T extends Texts> = { content: T; at: number; version: number; unsent: boolean }

const start = 'madang.draft.'
const aside = '#aside'
const nameOf = (place: string) => start + place

/** Where a member's draft is kept: others may use the same browser. */
export const placeOf = (memberId: string, key: string): string => `${memberId}.${key}`

export function keptOf<T extends Texts>(place: string): Kept<T> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(place)) ?? 'null') as Partial<Kept<T>> | null
    if (!kept?.content) return null
    return { content: kept.content, at: kept.at ?? 0, version: kept.version ?? 0, unsent: kept.unsent ?? true }
  } catch {
    return null
  }
}

export const keep = <T extends Texts>(place: string, kept: Kept<T>): void =>
  localStorage.setItem(nameOf(place), JSON.stringify(kept))

/** Of this draft and of the one that it could not be reconciled with. */
export function forget(place: string): void {
  forgetPlace(place)
  forgetAside(place)
}

/** Where a tab keeps its own while another one goes on under the place itself. */
export const asideOf = (place: string): string => place + aside
export const isAside = (place: string): boolean => place.endsWith(aside)
export const forgetAside = (place: string): void => forgetPlace(asideOf(place))
export const forgetPlace = (place: string): void => localStorage.removeItem(nameOf(place))

/** Every place where something of this member is kept. */
export function keptAt(memberId: string): { place: string; key: string }[] {
  const own = placeOf(memberId, '')
  return Object.keys(localStorage).flatMap((name) =>
    name.startsWith(nameOf(own)) ? { place: name.slice(start.length), key: name.slice(nameOf(own).length) } : [],
  )
}

export const isSame = (a: Texts, b: Texts): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? '') === (b[name] ?? ''))
