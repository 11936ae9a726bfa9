import type { ReactNode } from 'react'

const pictures = {
  empty: (
    <>
      <path d="M18 62V24a8 8 0 0 1 8-8h36a8 8 0 0 1 8 8v38" />
      <path d="M8 62h72M30 28h28" opacity=".35" />
      <rect className="lamp" stroke="none" x="38" y="40" width="12" height="12" rx="3" />
    </>
  ),
  unfound: (
    <>
      <circle cx="40" cy="32" r="20" opacity=".35" />
      <path d="M55 47l16 16" />
      <circle className="lamp" stroke="none" cx="40" cy="32" r="4" />
    </>
  ),
  offline: (
    <>
      <path d="M14 30q30-26 60 0M26 42q18-15 36 0" opacity=".35" />
      <circle className="lamp" stroke="none" cx="44" cy="56" r="5" />
      <path d="M20 62L68 14" />
    </>
  ),
  closed: (
    <>
      <path d="M44 8l30 20v34H14V28z" opacity=".35" />
      <path d="M36 62V46a8 8 0 0 1 16 0v16" />
      <circle className="lamp" stroke="none" cx="48" cy="54" r="1.8" />
    </>
  ),
  missing: (
    <>
      <path d="M44 8l30 20v34H14V28z" opacity=".35" />
      <path d="M36 62V46a8 8 0 0 1 16 0v16" />
      <path className="lamp-line" d="M40 24l8 8m0-8l-8 8" />
    </>
  ),
  broken: (
    <>
      <path d="M18 62V24a8 8 0 0 1 8-8h14l-4 12 10 6-4 12" />
      <path d="M8 62h72M54 16h8a8 8 0 0 1 8 8v38" opacity=".35" />
      <circle className="lamp" stroke="none" cx="52" cy="52" r="4" />
    </>
  ),
}

type Props = {
  picture?: keyof typeof pictures
  heading: string
  text?: ReactNode
  as?: 'h1' | 'h2' | 'h3'
  children?: ReactNode
}

/** Nothing here, nothing found, or not to be shown: what happened, and the next act. */
export function EmptyState({ picture = 'empty', heading, text, as: Heading = 'h2', children }: Props) {
  return (
    <div className="empty">
      <svg
        className="art"
        width="88"
        height="72"
        viewBox="0 0 88 72"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {pictures[picture]}
      </svg>
      <Heading className="text-15 font-semibold">{heading}</Heading>
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}
