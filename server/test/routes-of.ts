import type { Route } from '../src/module.ts'
import type { TestApp } from './app.ts'

/** Every route of every module, as declared. */
export const routesOf = (t: TestApp): Route[] => [...t.instance.parts.values()].flatMap((part) => part.routes ?? [])

const sample = (name: string, schema: { pattern?: string; enum?: string[]; type?: string } = {}): string => {
  if (schema.enum) return schema.enum[0] ?? 'x'
  if (schema.type === 'integer' || schema.type === 'number') return '1'
  const prefix = /^\^([a-z]{3})_/.exec(schema.pattern ?? '')?.[1]
  if (prefix || /id$/i.test(name)) return `${prefix ?? 'pst'}_00000000000000000000000000`
  return 'none'
}

/** The route's path with plausible values of nothing that exists. */
export function samplePath({ path, params }: Route): string {
  const properties = (params as { properties?: Record<string, object> } | undefined)?.properties ?? {}
  return path.replace(/:(\w+)/g, (_, name: string) => sample(name, properties[name]))
}
