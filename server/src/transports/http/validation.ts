import { Ajv, type AnySchemaObject, type ErrorObject, type SchemaValidateFunction } from 'ajv'
import type { FastifySchemaValidationError } from 'fastify'
import type { FieldError } from '../../kernel/problem.ts'
import { countCharacters, tidy } from '../../kernel/text.ts'

interface CharacterBounds {
  min: number
  max: number
  lines: boolean
}

const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zs}]/gu
// they turn the reading direction of what follows, and have no place in a line that stands beside others
const turning = /[\u202a-\u202e\u2066-\u2069]/g
const refusedInLines = /[\p{Cc}]/u
const refusedInText = /[^\P{Cc}\n\t]/u

const characters: SchemaValidateFunction = (bounds: CharacterBounds, value: string, _schema, context) => {
  const fail = (problem: string) => {
    characters.errors = [{ keyword: 'characters', params: { problem } }]
    return false
  }
  const text = bounds.lines ? tidy(value) : tidy(value.replace(turning, ''))
  if (context) (context.parentData as Record<string, unknown>)[context.parentDataProperty] = text
  if (!text.isWellFormed() || (bounds.lines ? refusedInText : refusedInLines).test(text))
    return fail('wrong-characters')
  if (bounds.min > 0 && text.length < 1000 && text.replace(unseen, '') === '') return fail('required')
  // a character may be many code points long, but not without end
  if (text.length > bounds.max * 16) return fail('too-long')
  const n = countCharacters(text, bounds.max)
  if (n > bounds.max) return fail('too-long')
  if (n < bounds.min) return fail('too-short')
  return true
}

const formats: Record<string, RegExp | ((value: string) => boolean)> = {
  'date-time': (v) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(v) && !Number.isNaN(Date.parse(v)),
  date: (v) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(v) ? new Date(`${v}T00:00:00Z`) : undefined
    // the 30th of February is read as a day of March
    return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(v)
  },
  uri: (v) => URL.canParse(v),
}

function validator(coerceTypes: boolean | 'array') {
  const ajv = new Ajv({
    allErrors: true,
    coerceTypes,
    useDefaults: true,
    removeAdditional: false,
    strict: false,
    formats,
  })
  ajv.addKeyword({ keyword: 'characters', type: 'string', validate: characters, modifying: true, errors: true })
  return ajv
}
const ofBody = validator(false)
const ofUrl = validator('array')

/** Where a string stands that no text can hold: with a NUL, or half of a surrogate pair. */
function unstorable(value: unknown, at = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? at : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const found = unstorable(inner, `${at}/${name}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** Checks by the schema; then, whatever it says, that every string can be stored and looked for. */
export function compileValidator({ schema, httpPart }: { schema: AnySchemaObject; httpPart?: string | undefined }) {
  const validate = (httpPart === 'body' ? ofBody : ofUrl).compile(schema)
  const check: { (value: unknown): boolean; errors: FastifySchemaValidationError[] | null } = (value) => {
    const fits = validate(value)
    const at = fits ? unstorable(value) : undefined
    check.errors =
      at === undefined
        ? (validate.errors ?? null)
        : [{ keyword: 'characters', instancePath: at, schemaPath: '', params: { problem: 'wrong-characters' } }]
    return fits && at === undefined
  }
  check.errors = null
  return check
}

const codes: Record<string, string> = {
  required: 'required',
  type: 'wrong-type',
  additionalProperties: 'unknown-field',
  enum: 'not-allowed',
  const: 'not-allowed',
  pattern: 'wrong-form',
  format: 'wrong-form',
  minimum: 'too-small',
  maximum: 'too-large',
  exclusiveMinimum: 'too-small',
  exclusiveMaximum: 'too-large',
  minLength: 'too-short',
  maxLength: 'too-long',
  minItems: 'too-few',
  maxItems: 'too-many',
  minProperties: 'too-few',
  uniqueItems: 'duplicate',
}
const overshadowed = new Set(['anyOf', 'oneOf', 'if'])

/** Our field errors of a failed validation: `{ at: '/tags/2', code: 'too-long' }`, at most 20, each place once. */
export function fieldErrors(errors: (ErrorObject | FastifySchemaValidationError)[]): FieldError[] {
  const found = new Map<string, FieldError>()
  for (const { keyword, instancePath, params } of errors) {
    if (overshadowed.has(keyword) && errors.length > 1) continue
    const { missingProperty, additionalProperty, problem } = params as Record<string, string | undefined>
    const name = missingProperty ?? additionalProperty
    const at =
      name === undefined ? instancePath || '/' : `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const code = problem ?? codes[keyword] ?? 'invalid'
    if (!found.has(at)) found.set(at, { at, code })
  }
  return [...found.values()].slice(0, 20)
}
