import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'a'>, 'href'> & {
  /** An address of this instance, as `href` takes it. */
  to: string
  viewTransition?: boolean
  /** For a choice within a page: its place on the screen stays. */
  preventScrollReset?: boolean
}

/** A link within the application. A plain anchor: `followLinks` makes the way there short, and a page of rows is drawn fast. */
export function Link({ to, viewTransition, preventScrollReset, ...rest }: Props) {
  return (
    <a
      {...rest}
      href={to}
      data-moves={viewTransition ? '' : undefined}
      data-stays={preventScrollReset ? '' : undefined}
    />
  )
}
