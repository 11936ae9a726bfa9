import { MessageSquare, ThumbsUp } from 'lucide-react'

const signs = { likes: ThumbsUp, talk: MessageSquare } as const

/** The signs of a list's columns, drawn once; every row points at them. */
export function RowSigns() {
  return (
    <svg className="signs" aria-hidden="true">
      {Object.entries(signs).map(([name, Sign]) => (
        <symbol key={name} id={`sign-${name}`} viewBox="0 0 24 24">
          <Sign />
        </symbol>
      ))}
    </svg>
  )
}

/** One of `RowSigns`, which stands once on the same page. */
export function RowSign({ of }: { of: keyof typeof signs }) {
  return (
    <svg className="lucide s14" aria-hidden="true">
      <use href={`#sign-${of}`} />
    </svg>
  )
}
