let early: { box: HTMLInputElement; opener: Element | null } | undefined

/** Takes what is typed, syllables of an input method too, from the call for the palette until its own box is there. */
export function openEarlyBox(label: string): void {
  if (early) return
  const opener = document.activeElement
  const box = document.createElement('input')
  box.className = 'sr'
  box.setAttribute('aria-label', label)
  box.autocomplete = 'off'
  box.spellcheck = false
  document.body.append(box)
  box.focus({ preventScroll: true })
  early = { box, opener }
}

/** What had the focus when the palette was called. */
export const openerNow = (): Element | null => (early ? early.opener : document.activeElement)

/** What was typed so far. */
export const typedEarly = (): string => early?.box.value ?? ''

/** Passes on what is still being typed until the focus goes elsewhere; then there is no early box any more. */
export function passOnTyping(take: (typed: string) => void): void {
  const box = early?.box
  if (!box) return
  const pass = () => take(box.value)
  box.addEventListener('input', pass)
  if (document.activeElement === box) box.addEventListener('blur', closeEarlyBox, { once: true })
  else closeEarlyBox()
}

export function closeEarlyBox(): void {
  const box = early?.box
  early = undefined
  box?.remove()
}
