import type { Static, TSchema } from 'typebox'
import type { Words } from '../../kernel/problem.ts'

/** A value that an operator may change while the instance runs. The schema carries its bounds. */
export interface Setting<S extends TSchema = TSchema> {
  /** `<module>.<name>`, kebab-case; units in the name. */
  key: string
  name: Words
  schema: S
  default: Static<S>
  /** Never shown again, in lists and audit rows neither. */
  secret?: true
}

export const defineSetting = <S extends TSchema>(setting: Setting<S>): Setting<S> => setting
