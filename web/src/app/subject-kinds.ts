import { features } from 'virtual:features'
import type { SubjectKind } from './feature.ts'

const kinds = new Map(features.flatMap((feature) => (feature.kinds ?? []).map((kind) => [kind.kind, kind] as const)))

/** How a kind of subject looks; undefined for one that this build does not know. */
export const subjectKind = (kind: string): SubjectKind | undefined => kinds.get(kind)
export const subjectKinds = (): SubjectKind[] => [...kinds.values()]
