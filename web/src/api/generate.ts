// Writes routes.generated.ts from the OpenAPI document of a running server: node web/src/api/generate.ts [origin]
import { writeFileSync } from 'node:fs'

type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  patternProperties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}
type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
type Content = { content?: Record<string, { schema: Schema }> }
type Operation = { parameters?: Parameter[]; requestBody?: Content; responses: Record<string, Content> }
export type OpenApi = { paths: Record<string, Record<string, Operation>> }

const literal = (value: unknown) => (typeof value === 'string' ? `'${value}'` : String(value))
const keyOf = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`)
const oneOf = (types: string[]) => [...new Set(types)].join(' | ')
const inArray = (type: string) => (/[|&]/.test(type) ? `(${type})` : type)

function objectType({ properties = {}, required = [], additionalProperties, patternProperties }: Schema): string {
  const [pattern] = Object.values(patternProperties ?? {})
  const rest = pattern ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${keyOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  if (fields.length > 0) return `{ ${fields.join('; ')} }`
  return rest ? `Record<string, ${typeOf(rest)}>` : 'Record<string, unknown>'
}

/** The TypeScript type of a JSON Schema, as far as our routes use it. */
export function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return oneOf(schema.enum.map(literal))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return oneOf(choices.map(typeOf))
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ')
  if (Array.isArray(schema.type)) return oneOf(schema.type.map((type) => typeOf({ ...schema, type })))
  switch (schema.type) {
    case 'string':
      return 'string'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'null':
      return 'null'
    case 'array':
      return `${inArray(typeOf(schema.items ?? {}))}[]`
    case 'object':
      return objectType(schema)
    default:
      return schema.properties ? objectType(schema) : 'unknown'
  }
}

function queryOf(parameters: Parameter[]): string {
  const fields = parameters.filter((parameter) => parameter.in === 'query')
  if (fields.length === 0) return 'never'
  const parts = fields.map(({ name, required, schema }) => `${keyOf(name)}${required ? '' : '?'}: ${typeOf(schema)}`)
  return `{ ${parts.join('; ')} }`
}

const jsonOf = (content: Content | undefined): string => {
  const schema = content?.content?.['application/json']?.schema
  return schema ? typeOf(schema) : 'null'
}

function routeOf(method: string, path: string, operation: Operation): string {
  const answers = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, content]) => jsonOf(content))
  const key = `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '*')}`
  const query = queryOf(operation.parameters ?? [])
  const body = operation.requestBody ? jsonOf(operation.requestBody) : 'never'
  return `  '${key}': {\n    query: ${query}\n    body: ${body}\n    answer: ${oneOf(answers)}\n  }`
}

/** The text of routes.generated.ts: every route, `*` for each parameter of its path, with its query, body and answer. */
export function routeTypes({ paths }: OpenApi): string {
  const routes = Object.entries(paths)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => routeOf(method, path, operation)),
    )
  const why = "Generated from the OpenAPI document by generate.ts. Change the server's routes instead."
  return `// ${why}\nexport interface Routes {\n${routes.join('\n')}\n}\n`
}

if (import.meta.main) {
  const origin = process.argv[2] ?? 'http://localhost:3000'
  const document = (await (await fetch(`${origin}/api/openapi.json`)).json()) as OpenApi
  writeFileSync(new URL('routes.generated.ts', import.meta.url), routeTypes(document))
}
