import type { Post } from './types.ts'

/** The first words of a post for link previews: without Markdown's marks, at most 160 characters. */
export function summaryOf({ body }: Pick<Post, 'body'>): string {
  const plain = body
    .slice(0, 1000)
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[#>*_`~|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length > 160 ? `${plain.slice(0, 159)}…` : plain
}
