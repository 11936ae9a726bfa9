/** Single letters, off while somebody types. `g` waits for a second one. */
export const places: Readonly<Record<string, string>> = {
  h: '/',
  b: '/boards',
  q: '/questions',
  w: '/wiki',
  c: '/chat',
  n: '/notifications',
}

/** Pages of everybody's own, whatever modules are on. */
export const ownPages: Readonly<Record<string, string>> = { s: '/search', m: '/bookmarks', d: '/drafts' }

export const acts = ['j', 'k', 'o', 'c', 'r', 'l', 's', 'e', 'u', '?'] as const
export type Act = (typeof acts)[number]

const isAct = (key: string): key is Act => (acts as readonly string[]).includes(key)

/** The letter of a key whatever alphabet the keyboard is in: with 한글 on, `g` says ㅎ. */
export function letterOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (key === '?') return '?'
  if (shiftKey) return ''
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : ''
}

/** What a letter means after what came before it. */
export function meaningOf(letter: string, afterG: boolean): { go: string } | { act: Act } | 'wait' | undefined {
  const to = places[letter] ?? ownPages[letter]
  if (afterG) return to === undefined ? undefined : { go: to }
  if (letter === 'g') return 'wait'
  return isAct(letter) ? { act: letter } : undefined
}
