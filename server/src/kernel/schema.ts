import { type TSchema, Type } from 'typebox'
import { idPattern } from './id.ts'

/**
 * Text in characters as people see them, after NFC and trimming; `characters` is enforced by the validator
 * (validation.ts), since JSON Schema's maxLength counts code points.
 */
export const Text = (min: number, max: number, options: Record<string, unknown> = {}) =>
  Type.String({ characters: { min, max, lines: true }, ...options })

/** The same on one line. */
export const Line = (min: number, max: number, options: Record<string, unknown> = {}) =>
  Type.String({ characters: { min, max, lines: false }, ...options })

export const Id = (prefix: string) => Type.String({ pattern: idPattern(prefix) })
export const AnyId = Type.String({ pattern: idPattern('[a-z]{3}') })
export const Time = Type.String({ format: 'date-time' })
export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
export const OneOf = <const T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values] })

/** Query of every list. */
export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  after: Type.Optional(Type.String({ maxLength: 1000 })),
}
export const PageOf = <S extends TSchema>(item: S) =>
  Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) })
/** An object that refuses unknown fields. */
export const Fields = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
