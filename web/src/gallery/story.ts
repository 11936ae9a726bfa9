import type { ReactNode } from 'react'

/** The states of one component, in a `*.stories.tsx` beside it. What they say is a specimen, no word of the catalogues. */
export type Story = {
  component: string
  states: Readonly<Record<string, () => ReactNode>>
}
