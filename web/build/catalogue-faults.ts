import { parse, type Token } from '@messageformat/parser'

export type CatalogueSource = Record<string, string>

function argumentsOf(tokens: Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'content' || token.type === 'octothorpe') return []
    const inner = 'cases' in token ? token.cases.flatMap((branch) => argumentsOf(branch.tokens)) : []
    return [token.arg, ...inner]
  })
}

const argumentNames = (message: string) => [...new Set(argumentsOf(parse(message)))].sort().join(',')

/** What is wrong with catalogues that should say the same things: missing keys, other arguments, empty or broken messages. */
export function catalogueFaults(catalogues: Record<string, CatalogueSource>): string[] {
  const keys = new Set(Object.values(catalogues).flatMap((catalogue) => Object.keys(catalogue)))
  return [...keys].flatMap((key) => {
    const missing = Object.keys(catalogues).filter((locale) => !catalogues[locale]?.[key])
    if (missing.length > 0) return [`"${key}" is missing in ${missing.join(', ')}`]
    try {
      const shapes = new Set(Object.values(catalogues).map((catalogue) => argumentNames(catalogue[key] ?? '')))
      return shapes.size > 1 ? [`"${key}" takes ${[...shapes].map((names) => `(${names})`).join(' and ')}`] : []
    } catch (error) {
      return [`"${key}" does not parse: ${error instanceof Error ? error.message : String(error)}`]
    }
  })
}
