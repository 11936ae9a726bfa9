import type { ReactNode } from 'react'
import type { Forced as State } from './force.ts'

/** What stands in here looks as if it were pointed at, focused or pressed. */
export function Forced({ state, children }: { state: State; children: ReactNode }) {
  return <div data-force={state}>{children}</div>
}
