import type { Drawn } from '../api/wire.ts'
import { loadRenderer } from './markdown/markdown.tsx'

const mostDrawn = 500
const longestKept = 20_000
const drawn = new Map<string, string>()

/** What Markdown becomes, drawn and kept as below; `id` tells its footnotes from those of others on the page. */
export async function htmlOf(markdown: string, id: string): Promise<string> {
  const render = await loadRenderer()
  const name = `${id} ${markdown}`
  const known = drawn.get(name)
  if (known !== undefined) return known
  const html = render(markdown, id)
  if (markdown.length > longestKept) return html
  if (drawn.size >= mostDrawn) drawn.delete(drawn.keys().next().value ?? '')
  drawn.set(name, html)
  return html
}

/** What was written, with its HTML: drawn when the answer comes, on whichever side that is, and kept by its text. */
export async function withHtml<T extends { id: string; body: string | null }>(view: T): Promise<Drawn<T>> {
  return { ...view, html: view.body === null ? '' : await htmlOf(view.body, view.id) }
}
