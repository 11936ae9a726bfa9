import { proseOf } from './prose.ts'

const mention = /(?<![\p{L}\p{N}_@/.])@([A-Za-z0-9가-힣]{2,50})/gu

/**
 * Nicknames after an @ in a Markdown text, code aside, each once, in order. A particle may hang on one (`@김하늘님께`):
 * whoever resolves them tries the shorter forms too.
 */
export function mentionsIn(markdown: string): string[] {
  const text = markdown.normalize('NFC')
  if (!text.match(mention)) return []
  return [...new Set([...proseOf(text).matchAll(mention)].map(([, name = '']) => name))]
}
