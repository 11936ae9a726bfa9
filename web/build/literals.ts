import { parseSync } from '@swc/core'

const spoken = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label', 'heading', 'text'])
const hangul = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/
/** Words: two letters of any script in a row. Signs, numbers and single letters need no translation. */
const words = /\p{L}{2,}/u
/** `heading="none"`: a choice for the component, not a word for the reader. */
const choice = /^[a-z-]+$/
/** Names that are the same in every language. */
const names = new Set(['PostgreSQL', 'Node', 'English'])

type Node = { type?: string; value?: unknown; name?: { value?: string }; [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

function collect(node: unknown, into: string[]): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, into)
    return
  }
  if (!isNode(node)) return
  const { type, value } = node
  if (type === 'JSXText' && words.test(String(value)) && !names.has(String(value).trim()))
    into.push(String(value).trim())
  if (type === 'JSXAttribute' && spoken.has(node.name?.value ?? '') && isNode(value) && value.type === 'StringLiteral')
    if (words.test(String(value.value)) && !choice.test(String(value.value))) into.push(String(value.value))
  if (type === 'StringLiteral' && hangul.test(String(value))) into.push(String(value))
  if (type === 'TemplateElement' && hangul.test(String(node['raw']))) into.push(String(node['raw']))
  for (const [key, child] of Object.entries(node)) if (key !== 'span') collect(child, into)
}

/** Words that a component says by itself instead of through a catalogue. */
export function literalsIn(code: string): string[] {
  const found: string[] = []
  collect(parseSync(code, { syntax: 'typescript', tsx: true }).body, found)
  return [...new Set(found)]
}
