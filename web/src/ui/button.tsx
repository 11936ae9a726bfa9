import type { ButtonHTMLAttributes, ReactNode } from 'react'

type Look = 'plain' | 'primary' | 'soft' | 'ghost' | 'danger' | 'danger-ghost'
type Size = 'sm' | 'md' | 'lg'

export const buttonClass = (look: Look = 'plain', size: Size = 'md', block = false): string =>
  ['btn', look !== 'plain' && look, size !== 'md' && size, block && 'wide'].filter(Boolean).join(' ')

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look
  size?: Size
  block?: boolean
  /** The act is under way: the button stays, turns and cannot be pressed again. */
  busy?: boolean
  /** Why it cannot be pressed now: it stays readable and reachable. */
  reason?: string | undefined
  children: ReactNode
}

export function Button({ look, size, block, busy, reason, className, children, onClick, ...rest }: Props) {
  const blocked = busy || reason !== undefined
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(look, size, block)} ${className ?? ''}`}
      aria-busy={busy || undefined}
      aria-disabled={blocked || undefined}
      title={reason ?? rest.title}
      onClick={(event) => {
        if (blocked) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {children}
    </button>
  )
}
