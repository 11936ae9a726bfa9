import { features } from 'virtual:features'
import type { Place } from './feature.ts'
import { useInstance, useMe } from './session.ts'

const everyPlace = features.flatMap((feature) => feature.places ?? []).sort((a, b) => a.order - b.order)

/** The places that this visitor may enter: their module is on. */
export function usePlaces(): Place[] {
  const { modules } = useInstance()
  const me = useMe()
  return everyPlace.filter(
    ({ module, access }) => (modules === null || modules.includes(module)) && (access !== 'member' || me !== null),
  )
}
