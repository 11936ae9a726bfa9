import { keysAreOn } from './appearance.ts'

/** True where letters go into a text and are no commands. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || takesText(target))

const takesText = (target: HTMLElement) =>
  target instanceof HTMLInputElement && !/^(?:checkbox|radio|button|submit|range|file)$/.test(target.type)

/** ⌘K or Ctrl K anywhere, `/` outside of texts, a plain click on what is marked `data-palette`. */
export function callsPalette(event: Event): boolean {
  if (event.defaultPrevented) return false
  if (event instanceof KeyboardEvent) {
    if (event.metaKey || event.ctrlKey) return event.key.toLowerCase() === 'k' || event.code === 'KeyK'
    return event.key === '/' && !event.altKey && keysAreOn() && !isTyping(event.target)
  }
  return (
    event instanceof MouseEvent &&
    event.type === 'click' &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
    event.target instanceof Element &&
    event.target.closest('[data-palette]') !== null
  )
}
