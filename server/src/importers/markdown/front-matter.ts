import { parse } from 'yaml'

export interface FrontMatter {
  title?: string
  description?: string
  date?: string
  author?: string
  category?: string
  tags: string[]
  isDraft: boolean
}

const block = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/

/**
 * Splits a text into its YAML front matter and the rest. Names of other programs are understood: `categories`, `authors`,
 * `pubDate`. Throws when there is a block that YAML cannot read.
 */
export function readFrontMatter(text: string): { matter: FrontMatter; body: string } {
  const found = block.exec(text)
  if (!found) return { matter: { tags: [], isDraft: false }, body: text }
  const data: unknown = parse(found[1] ?? '', { maxAliasCount: 0, logLevel: 'error' })
  const fields = typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Fields) : {}
  return { matter: understood(fields), body: text.slice(found[0].length) }
}

type Fields = Record<string, unknown>

function wordOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return wordOf(value[0])
  if (typeof value === 'object' && value !== null) return wordOf((value as Fields)['name'])
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined
}

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => wordOf(one) ?? [])
  return (wordOf(value) ?? '').split(/[,;]/).flatMap((word) => word.trim() || [])
}

function understood(fields: Fields): FrontMatter {
  const word = (...names: string[]) => names.map((name) => wordOf(fields[name])).find(Boolean)
  const found = {
    title: word('title'),
    description: word('description', 'summary', 'excerpt'),
    date: word('date', 'pubDate', 'publishDate', 'published', 'created'),
    author: word('author', 'authors'),
    category: word('category', 'categories'),
  }
  const given = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
  return {
    ...given,
    tags: [...new Set([...wordsOf(fields['tags']), ...wordsOf(fields['keywords'])])],
    isDraft: fields['draft'] === true || fields['published'] === false,
  }
}
